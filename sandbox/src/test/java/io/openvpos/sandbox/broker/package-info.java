/// Tests of the embedded broker with real Kafka clients.
@NullMarked
package io.openvpos.sandbox.broker;

import org.jspecify.annotations.NullMarked;
