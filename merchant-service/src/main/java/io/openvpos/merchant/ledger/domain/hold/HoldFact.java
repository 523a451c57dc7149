package io.openvpos.merchant.ledger.domain.hold;

import io.openvpos.money.Mode;
import java.time.LocalDate;
import java.util.Currency;

/// A fact about a cardholder's hold.
///
/// @param stampedDay the business day that it says
public record HoldFact(
    String eventId, Mode mode, Currency currency, LocalDate stampedDay, HoldMoves moves) {}
