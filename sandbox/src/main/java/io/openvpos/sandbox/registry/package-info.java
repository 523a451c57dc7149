/// The sandbox's schema registry: the few REST calls of the Confluent protocol that our serde and
/// `kafka-avro-serializer` make, on one append-only file. It knows Avro and no schema of ours.
@NullMarked
package io.openvpos.sandbox.registry;

import org.jspecify.annotations.NullMarked;
