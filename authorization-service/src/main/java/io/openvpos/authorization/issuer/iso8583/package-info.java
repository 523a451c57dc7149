/// The card network over TCP: ISO 8583 messages with j8583, framing, connections and the matching
/// of answers. It knows how a message looks and when it may still be sent; what an answer means for
/// a payment is decided elsewhere.
@NullMarked
package io.openvpos.authorization.issuer.iso8583;

import org.jspecify.annotations.NullMarked;
