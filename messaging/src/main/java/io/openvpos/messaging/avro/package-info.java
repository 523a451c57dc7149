/// The Confluent wire format for Avro values, configured by the keys of `kafka-avro-serializer`, so
/// that a deployment may name Confluent's own classes instead. Knows no topic and no Spring.
@NullMarked
package io.openvpos.messaging.avro;

import org.jspecify.annotations.NullMarked;
