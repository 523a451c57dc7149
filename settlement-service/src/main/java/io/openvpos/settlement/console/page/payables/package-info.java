/// Pages of what merchants are owed: today's due list and the calendar of payouts. They change
/// nothing.
@NullMarked
package io.openvpos.settlement.console.page.payables;

import org.jspecify.annotations.NullMarked;
