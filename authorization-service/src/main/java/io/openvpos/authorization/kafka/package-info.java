/// What the service as a whole settles with Kafka's surroundings before it takes requests. Topics
/// are named in [io.openvpos.authorization.Topology]; what a record says is mapped in the features'
/// own `kafka` rooms.
@NullMarked
package io.openvpos.authorization.kafka;

import org.jspecify.annotations.NullMarked;
