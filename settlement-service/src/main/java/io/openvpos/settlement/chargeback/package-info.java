/// Chargebacks: settlement's own facts. A case is opened by the network's clearing file, answered
/// by the merchant or by time, and ended by the network. What a chargeback costs is the ledger's to
/// know; where the network's file comes from is reconciliation's.
@NullMarked
package io.openvpos.settlement.chargeback;

import org.jspecify.annotations.NullMarked;
