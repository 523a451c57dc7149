/// The settlement detail report: every line of one batch, and how the merchant's payable came from
/// its opening to its closing. A function of closed batches and of the payouts of their closes; it
/// owns its columns and must not know formats.
@NullMarked
package io.openvpos.settlement.report.settlement;

import org.jspecify.annotations.NullMarked;
