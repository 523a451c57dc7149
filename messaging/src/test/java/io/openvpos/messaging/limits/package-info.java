/// Tests of the limits: with a clock of their own, and on a real server.
@NullMarked
package io.openvpos.messaging.limits;

import org.jspecify.annotations.NullMarked;
