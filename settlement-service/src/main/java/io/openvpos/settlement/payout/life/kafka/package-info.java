/// Reads settlement.payouts.v1, settlement's own facts, into the lives of payouts. It owns the
/// mapping from Avro and must not decide anything.
@NullMarked
package io.openvpos.settlement.payout.life.kafka;

import org.jspecify.annotations.NullMarked;
