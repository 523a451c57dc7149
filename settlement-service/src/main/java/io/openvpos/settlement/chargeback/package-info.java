/// Chargebacks are settlement's own facts. Today only the end of each business day is marked in
/// their topic, so that the cut can wait for every source.
@NullMarked
package io.openvpos.settlement.chargeback;

import org.jspecify.annotations.NullMarked;
