/// The connection to the directory server over HTTP: card ranges and authentication requests. The
/// one room of 3-D Secure that sees a card number, on its way into an AReq.
@NullMarked
package io.openvpos.authorization.threeds.directory;

import org.jspecify.annotations.NullMarked;
