package io.openvpos.settlement.batch.domain;

import io.openvpos.money.Mode;

/// How many entries of a day one source partition caused in a mode and currency, and the sum of
/// their debit legs in minor units.
public record SourceTotal(Mode mode, String currency, long entries, long debits) {}
