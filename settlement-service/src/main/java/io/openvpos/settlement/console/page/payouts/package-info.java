/// Pages of single payouts: what became of each, and the account that two people correct.
@NullMarked
package io.openvpos.settlement.console.page.payouts;

import org.jspecify.annotations.NullMarked;
