/// Requests to be called over HTTP.
@NullMarked
package io.openvpos.merchant.callme.http;

import org.jspecify.annotations.NullMarked;
