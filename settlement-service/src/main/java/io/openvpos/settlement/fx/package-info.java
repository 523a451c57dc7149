/// The dated tables of exchange rates that foreign money is converted by: imported, approved, found
/// by day. It must not know merchants, batches or payouts.
@NullMarked
package io.openvpos.settlement.fx;

import org.jspecify.annotations.NullMarked;
