package io.openvpos.merchant.pricing.http;

import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.contract.request.TermsAnswer.ReserveAnswer;
import io.openvpos.merchant.contract.request.TermsAnswer.RowAnswer;
import io.openvpos.merchant.pricing.Quote;
import io.openvpos.merchant.pricing.Quote.Payout;
import io.openvpos.merchant.pricing.QuotedCard;
import io.openvpos.merchant.pricing.domain.Rounding;
import io.openvpos.merchant.pricing.domain.Working;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// A quote as JSON. Amounts in minor units; commission, tax and net sum to the amount.
///
/// @param reserve held back of the whole batch, so it is in no payout here
record QuoteAnswer(
    long amount,
    String currency,
    String mode,
    QuotedCard card,
    int installments,
    LocalDate salesDay,
    int contractVersion,
    LocalDate contractFromDay,
    RowAnswer row,
    String bsmv,
    int bsmvBasisPoints,
    boolean minimumApplied,
    List<Step> roundings,
    long commission,
    long tax,
    long net,
    List<Payout> payouts,
    ReserveAnswer reserve) {

  /// A rounding, halves up: the exact value as a fraction, and what it became.
  record Step(String step, String exact, long rounded) {
    static Step of(Rounding rounding) {
      return new Step(
          rounding.step().name().toLowerCase(Locale.ROOT), rounding.exact(), rounding.rounded());
    }
  }

  static QuoteAnswer of(WantedSale sale, QuotedCard card, Quote quote) {
    ContractTerms terms = quote.contract().terms();
    Working working = quote.working();
    return new QuoteAnswer(
        working.amount(),
        sale.currency().getCurrencyCode(),
        sale.mode().code(),
        card,
        sale.installments(),
        quote.salesDay(),
        quote.contract().version(),
        quote.contract().fromDay(),
        RowAnswer.of(working.row()),
        terms.bsmv().name().toLowerCase(Locale.ROOT),
        terms.bsmvBasisPoints(),
        working.atMinimum(),
        working.roundings().stream().map(Step::of).toList(),
        working.charge().commission(),
        working.charge().bsmv(),
        working.net(),
        quote.payouts(),
        new ReserveAnswer(terms.reserve().basisPoints(), terms.reserve().releaseDays()));
  }
}
