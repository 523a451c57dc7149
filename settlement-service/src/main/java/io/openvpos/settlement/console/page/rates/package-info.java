/// Pages of exchange rates: the table by date and version, and the central bank's file in. It must
/// not decide whether a rate is believed.
@NullMarked
package io.openvpos.settlement.console.page.rates;

import org.jspecify.annotations.NullMarked;
