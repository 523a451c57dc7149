/// The bank's side: ISO 20022 files out (pain.001), status reports in (pain.002), and the line
/// between. It must not know of heads or days beyond what stands in a file.
@NullMarked
package io.openvpos.settlement.payout.bank;

import org.jspecify.annotations.NullMarked;
