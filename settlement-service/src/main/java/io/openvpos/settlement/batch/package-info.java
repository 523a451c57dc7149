/// What the ledger posted on one business day, cut into one batch for each merchant, mode and
/// currency.
@NullMarked
package io.openvpos.settlement.batch;

import org.jspecify.annotations.NullMarked;
