/// Reads merchant.ledger-entries.v1 and writes BatchClosed. It owns the mapping from Avro; it must
/// not decide when a day is cut.
@NullMarked
package io.openvpos.settlement.batch.kafka;

import org.jspecify.annotations.NullMarked;
