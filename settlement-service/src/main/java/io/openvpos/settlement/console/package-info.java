/// The finance console: what the acquirer's finance, auditors and merchants see of days, batches,
/// files and payouts in a browser. Decides nothing itself.
@NullMarked
package io.openvpos.settlement.console;

import org.jspecify.annotations.NullMarked;
