/// Tests of the card network over real sockets.
@NullMarked
package io.openvpos.sandbox.network;

import org.jspecify.annotations.NullMarked;
