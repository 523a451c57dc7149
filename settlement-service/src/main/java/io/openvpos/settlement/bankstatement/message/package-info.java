/// Reads camt.053 and camt.054. It must not know what a booking means.
@NullMarked
package io.openvpos.settlement.bankstatement.message;

import org.jspecify.annotations.NullMarked;
