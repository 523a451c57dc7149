/// Tests of the addresses that may be connected to.
@NullMarked
package io.openvpos.messaging.outbound;

import org.jspecify.annotations.NullMarked;
