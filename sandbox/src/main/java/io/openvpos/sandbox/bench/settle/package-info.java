/// A day of captured payments from the ledger's topic to its reports and payouts, timed. The ledger
/// is played here; settlement-service, broker and store are the real ones.
@NullMarked
package io.openvpos.sandbox.bench.settle;

import org.jspecify.annotations.NullMarked;
