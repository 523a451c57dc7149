/// Why a batch line is what it is: where it came from, what its arithmetic is, how its value date
/// came about, which payout took it. It only reads, and must not compute an amount anew.
@NullMarked
package io.openvpos.settlement.explain;

import org.jspecify.annotations.NullMarked;
