/// What the facts of a business day did to cardholders' holds: authorized, captured, given up. Each
/// event counts once, where it first stands in the log. It posts nothing and must not know storage,
/// messages or the clock.
@NullMarked
package io.openvpos.merchant.ledger.domain.hold;

import org.jspecify.annotations.NullMarked;
