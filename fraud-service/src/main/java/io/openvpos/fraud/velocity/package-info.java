/// How often a card was used lately: exact counts over sliding windows, kept in memory and rebuilt
/// from the topic. Pure: the same requests in the same order give the same counts. It must not know
/// of clocks, Kafka, storage or of what is done with a count.
@NullMarked
package io.openvpos.fraud.velocity;

import org.jspecify.annotations.NullMarked;
