/// Dead letters of topics that carry no money: a record that cannot be handled goes to a topic of
/// its reading group, as it was and with its place, and back when an operator says so. It owns the
/// way there and back; why a record is poison, it must not know.
@NullMarked
package io.openvpos.messaging.deadletter;

import org.jspecify.annotations.NullMarked;
