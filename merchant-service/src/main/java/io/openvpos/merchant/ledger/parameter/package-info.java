/// Which ledger a request means, for every room that asks.
@NullMarked
package io.openvpos.merchant.ledger.parameter;

import org.jspecify.annotations.NullMarked;
