/// Signing in, and the public keys of the tokens.
@NullMarked
package io.openvpos.merchant.staff.http;

import org.jspecify.annotations.NullMarked;
