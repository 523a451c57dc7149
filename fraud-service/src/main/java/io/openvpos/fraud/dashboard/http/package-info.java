/// The dashboard over HTTP. It maps and checks.
@NullMarked
package io.openvpos.fraud.dashboard.http;

import org.jspecify.annotations.NullMarked;
