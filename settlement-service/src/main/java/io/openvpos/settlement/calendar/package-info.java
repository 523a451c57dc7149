/// Bank days in Turkey by versioned tables. It owns which dates are bank days and nothing else; it
/// must not know of batches, payouts or clocks.
@NullMarked
package io.openvpos.settlement.calendar;

import org.jspecify.annotations.NullMarked;
