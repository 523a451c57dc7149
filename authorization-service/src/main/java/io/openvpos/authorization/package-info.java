/// The API edge: takes card payments and carries them through their life. This room starts the
/// service and names its settings and topics; what a payment is lies in `payment`, the card in
/// `vault`, the network in `issuer`, and what others say of risk and merchants in `risk` and
/// `profile`.
@NullMarked
package io.openvpos.authorization;

import org.jspecify.annotations.NullMarked;
