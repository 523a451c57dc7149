/// The published language: the Avro records of every topic (generated from `src/main/avro`) and the
/// topics themselves. Services use it from their kafka rooms and their `Topology` only.
@NullMarked
package io.openvpos.schemas;

import org.jspecify.annotations.NullMarked;
