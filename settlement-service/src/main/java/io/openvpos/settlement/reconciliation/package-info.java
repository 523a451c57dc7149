/// Reconciliation with the card network: what a closed day presented against what the network's
/// clearing file says of it. It finds differences and hands chargebacks to their room; it moves no
/// money and must not know how any is moved.
@NullMarked
package io.openvpos.settlement.reconciliation;

import org.jspecify.annotations.NullMarked;
