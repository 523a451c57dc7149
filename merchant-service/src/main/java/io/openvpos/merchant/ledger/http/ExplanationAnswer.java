package io.openvpos.merchant.ledger.http;

import io.openvpos.merchant.contract.domain.ContractVersion;
import io.openvpos.merchant.contract.request.TermsAnswer.RowAnswer;
import io.openvpos.merchant.ledger.domain.journal.EntryDraft;
import io.openvpos.merchant.ledger.domain.posting.Explanation;
import io.openvpos.merchant.ledger.domain.posting.Explanation.EventFee;
import io.openvpos.merchant.ledger.domain.posting.Explanation.OfCapture;
import io.openvpos.merchant.ledger.domain.posting.Explanation.Return;
import io.openvpos.merchant.pricing.domain.Charge;
import io.openvpos.merchant.pricing.domain.Rounding;
import io.openvpos.merchant.pricing.domain.Working;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why an entry has the commission and tax it has, as JSON. Amounts in minor units.
record ExplanationAnswer(String event, String eventId, List<Capture> captures, @Nullable Fee fee) {

  static ExplanationAnswer of(EntryDraft entry, Explanation explanation) {
    return new ExplanationAnswer(
        entry.type().code(),
        entry.eventId(),
        explanation.captures().stream().map(Capture::of).toList(),
        explanation.fee() == null ? null : Fee.of(explanation.fee()));
  }

  /// A capture as its contract version prices it, and what of the charge is given back.
  record Capture(
      long amount,
      int contractVersion,
      LocalDate contractFromDay,
      RowAnswer row,
      List<Step> roundings,
      boolean minimumApplied,
      String bsmv,
      int bsmvBasisPoints,
      long commission,
      long tax,
      @Nullable Returned returned) {

    static Capture of(OfCapture capture) {
      ContractVersion contract = capture.contract();
      Working working = capture.working();
      Return returned = capture.returned();
      return new Capture(
          working.amount(),
          contract.version(),
          contract.fromDay(),
          RowAnswer.of(working.row()),
          working.roundings().stream().map(Step::of).toList(),
          working.atMinimum(),
          contract.terms().bsmv().name().toLowerCase(Locale.ROOT),
          contract.terms().bsmvBasisPoints(),
          working.charge().commission(),
          working.charge().bsmv(),
          returned == null ? null : Returned.of(returned));
    }
  }

  /// A rounding, halves up: the exact value as a fraction, and what it became.
  record Step(String step, String exact, long rounded) {
    static Step of(Rounding rounding) {
      return new Step(
          rounding.step().name().toLowerCase(Locale.ROOT), rounding.exact(), rounding.rounded());
    }
  }

  /// Commission and tax together.
  record Amounts(long commission, long tax) {
    static Amounts of(Charge charge) {
      return new Amounts(charge.commission(), charge.bsmv());
    }
  }

  /// The shares of the charge that belong to what is refunded before and after this entry.
  record Returned(
      long refundedBefore,
      long refundedAfter,
      Amounts shareBefore,
      Amounts shareAfter,
      Amounts returned,
      boolean commissionKept) {

    static Returned of(Return back) {
      return new Returned(
          back.portion().refundedBefore(),
          back.portion().refundedAfter(),
          Amounts.of(back.shareBefore()),
          Amounts.of(back.shareAfter()),
          Amounts.of(back.returned()),
          back.kept());
    }
  }

  /// A fee for the event itself.
  record Fee(int contractVersion, long agreed, long commission, long tax, boolean givenBack) {
    static Fee of(EventFee fee) {
      return new Fee(
          fee.contract().version(),
          fee.agreed(),
          fee.charge().commission(),
          fee.charge().bsmv(),
          fee.givenBack());
    }
  }
}
