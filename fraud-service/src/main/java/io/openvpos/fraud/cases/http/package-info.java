/// The case queue over HTTP. It maps and checks.
@NullMarked
package io.openvpos.fraud.cases.http;

import org.jspecify.annotations.NullMarked;
