/// The card network and the issuers behind it, simulated: an ISO 8583 server that decides by PAN
/// and amount, writes what it decided to its own log first, and only then answers. It is another
/// company's system: it must not know the services, their types or their stores.
@NullMarked
package io.openvpos.sandbox.network;

import org.jspecify.annotations.NullMarked;
