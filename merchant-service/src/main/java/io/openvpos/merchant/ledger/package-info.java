/// The merchant ledger: every fact about a merchant's money becomes exactly one balanced entry.
/// This room holds the use cases (post, release, close a day) and the ports they need. Kafka,
/// MongoDB and HTTP are in the rooms below; it must not know them.
@NullMarked
package io.openvpos.merchant.ledger;

import org.jspecify.annotations.NullMarked;
