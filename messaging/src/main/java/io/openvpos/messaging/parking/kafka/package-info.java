/// The money listener's side of parking: the way of a poll through a service's handler, with the
/// records of parked keys taken aside on it. It owns what is committed when; what a record does, it
/// must not know.
@NullMarked
package io.openvpos.messaging.parking.kafka;

import org.jspecify.annotations.NullMarked;
