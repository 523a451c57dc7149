/// Counts what a day's facts did to holds, so that a day certificate can begin with what issuers
/// authorized. It keeps a note of each such fact and adds the day's notes up at its marker; it
/// posts nothing and must not know Kafka or MongoDB. Why it is exact: docs/decisions/0066.
@NullMarked
package io.openvpos.merchant.ledger.hold;

import org.jspecify.annotations.NullMarked;
