/// The whole seam from the shop's request to the bank's payout in one deterministic run: the real
/// use cases, relays, ledger consumer and settlement on simulated stores, broker, network, bank and
/// time. This room owns what shops do in a run, its two phases, and running many.
@NullMarked
package io.openvpos.sandbox.simulation;

import org.jspecify.annotations.NullMarked;
