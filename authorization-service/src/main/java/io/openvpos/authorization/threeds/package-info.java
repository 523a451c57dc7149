/// The 3DS Server: authenticates a cardholder before a payment is sent to the issuer. Owns the
/// authentications and what the directory server says; it knows nothing of payments' states and
/// tells whoever listens that an authentication has ended.
@NullMarked
package io.openvpos.authorization.threeds;

import org.jspecify.annotations.NullMarked;
