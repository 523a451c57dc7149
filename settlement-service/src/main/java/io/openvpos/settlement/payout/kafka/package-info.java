/// Turns what happened to payouts into the published facts of settlement.payouts.v1. It must not
/// decide anything.
@NullMarked
package io.openvpos.settlement.payout.kafka;

import org.jspecify.annotations.NullMarked;
