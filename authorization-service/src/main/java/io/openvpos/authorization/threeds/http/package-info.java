/// The HTTP edge of 3-D Secure: where the cardholder's browser comes and goes, and where the
/// directory server brings results.
@NullMarked
package io.openvpos.authorization.threeds.http;

import org.jspecify.annotations.NullMarked;
