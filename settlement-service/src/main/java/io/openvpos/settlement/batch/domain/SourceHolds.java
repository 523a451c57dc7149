package io.openvpos.settlement.batch.domain;

import io.openvpos.money.Mode;

/// What the facts of a day in one source partition did to cardholders' holds, in one mode and
/// currency, as the ledger counted them. Amounts in minor units.
///
/// @param authorizations approvals of issuers
/// @param authorized their sum, and increments of holds that ended
/// @param captured the sum of the `captures`
/// @param released holds given up: voided, expired, or the rest of a final capture
public record SourceHolds(
    Mode mode,
    String currency,
    long authorizations,
    long authorized,
    long captures,
    long captured,
    long released) {}
