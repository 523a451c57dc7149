/// Lateness by the log: which business days had ended in a partition when a fact was written, and
/// what a day's entries add up to. It must not know storage, messages or the clock.
@NullMarked
package io.openvpos.merchant.ledger.domain.day;

import org.jspecify.annotations.NullMarked;
