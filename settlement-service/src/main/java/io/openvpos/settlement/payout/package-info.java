/// What is payable to whom and when, and the bank that pays it.
@NullMarked
package io.openvpos.settlement.payout;

import org.jspecify.annotations.NullMarked;
