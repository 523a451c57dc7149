/// Labels that people bring, over HTTP. It maps and checks.
@NullMarked
package io.openvpos.fraud.labels.http;

import org.jspecify.annotations.NullMarked;
