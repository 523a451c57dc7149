/// Tests of TLS with real handshakes.
@NullMarked
package io.openvpos.messaging.transport;

import org.jspecify.annotations.NullMarked;
