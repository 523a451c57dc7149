/// The sandbox's Kafka: one real broker and controller in this process, persistent in a folder. It
/// creates no topic by itself and knows none.
@NullMarked
package io.openvpos.sandbox.broker;

import org.jspecify.annotations.NullMarked;
