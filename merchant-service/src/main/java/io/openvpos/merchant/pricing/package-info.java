/// What a sale would cost and when it would be paid, before it is made. Owns the quote and the port
/// that tells a card's class; the numbers come from the pricing that the ledger posts by and the
/// dates from the calendar that settlement pays by.
@NullMarked
package io.openvpos.merchant.pricing;

import org.jspecify.annotations.NullMarked;
