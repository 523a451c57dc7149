/// Keeps payables (one head each, by compare-and-set), payouts (inserted once) and the files handed
/// to the bank.
@NullMarked
package io.openvpos.settlement.payout.mongo;

import org.jspecify.annotations.NullMarked;
