/// Bank days in Turkey, and the days of the systems that carry other currencies, by versioned
/// tables: part of the published language, since who settles and who quotes must count the same
/// days. It owns which dates are bank days and nothing else; it must not know of batches, payouts,
/// records or clocks.
@NullMarked
package io.openvpos.calendar;

import org.jspecify.annotations.NullMarked;
