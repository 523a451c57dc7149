/// What became of each payout, told from its own events, and how it hangs together with the payouts
/// that it replaced or was replaced by. A projection: it decides nothing and may lag behind by
/// moments.
@NullMarked
package io.openvpos.settlement.payout.life;

import org.jspecify.annotations.NullMarked;
