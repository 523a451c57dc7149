/// Keeps the lives of payouts, one document each.
@NullMarked
package io.openvpos.settlement.payout.life.mongo;

import org.jspecify.annotations.NullMarked;
