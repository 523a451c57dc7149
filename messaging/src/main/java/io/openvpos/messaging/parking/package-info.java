/// Parking: a merchant's records of one partition that an operator has put aside, and their replay
/// in order. It owns which records are aside and until when; what a record says, and what handling
/// it does, it must not know. Why it is right: docs/decisions/0014-parking.md.
@NullMarked
package io.openvpos.messaging.parking;

import org.jspecify.annotations.NullMarked;
