/// The ledger on Kafka: the listener of every topic whose facts post, the reading of those facts,
/// and the feed of entries. It owns the mapping to Avro and the order of one partition; it decides
/// no posting and must not know the store.
@NullMarked
package io.openvpos.merchant.ledger.kafka;

import org.jspecify.annotations.NullMarked;
