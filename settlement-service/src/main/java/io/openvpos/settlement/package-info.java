/// The settlement service: business days, batches, payouts and reports. The room at the top owns
/// the start, the settings and the topology; the features below own the rest. Nothing here computes
/// a fee: fees are the ledger's, and arrive in its entries.
@NullMarked
package io.openvpos.settlement;

import org.jspecify.annotations.NullMarked;
