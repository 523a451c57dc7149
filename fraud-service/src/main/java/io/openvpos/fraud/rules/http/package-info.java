/// Versions of the rules over HTTP. It maps and checks; who may do what is asked here.
@NullMarked
package io.openvpos.fraud.rules.http;

import org.jspecify.annotations.NullMarked;
