package io.openvpos.merchant.ledger.domain.posting;

import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.contract.domain.ContractVersion;
import io.openvpos.merchant.contract.domain.SaleTerms;
import io.openvpos.merchant.ledger.domain.journal.Account;
import io.openvpos.merchant.ledger.domain.journal.EntryDraft;
import io.openvpos.merchant.ledger.domain.journal.EntryType;
import io.openvpos.merchant.ledger.domain.journal.Invariant;
import io.openvpos.merchant.ledger.domain.journal.Line;
import io.openvpos.merchant.ledger.domain.journal.Portion;
import io.openvpos.merchant.ledger.domain.journal.Posting;
import io.openvpos.merchant.pricing.domain.Charge;
import io.openvpos.merchant.pricing.domain.Pricing;
import io.openvpos.merchant.pricing.domain.Working;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How an entry's commission and tax come about. It is computed once more, by the same pricing and
/// from the frozen contract versions, and must come to what was posted.
///
/// @param captures priced for this entry: the one captured, or those that are taken back
/// @param fee charged or given back for the event itself; null if there is none
public record Explanation(List<OfCapture> captures, @Nullable EventFee fee) {

  /// One capture as its contract version prices it.
  ///
  /// @param returned what a void or a refund gives back of its charge; null on the capture itself
  public record OfCapture(ContractVersion contract, Working working, @Nullable Return returned) {}

  /// What is given back of a capture's charge: the share of what is refunded after this, less the
  /// share of what was refunded before.
  ///
  /// @param kept the contract gives no commission back
  public record Return(
      Portion portion, Charge shareBefore, Charge shareAfter, Charge returned, boolean kept) {}

  /// A fee for a refund or a chargeback.
  ///
  /// @param agreed in minor units, as in the contract
  /// @param givenBack whether this entry returns it
  public record EventFee(ContractVersion contract, long agreed, Charge charge, boolean givenBack) {}

  /// Empty for entries that no contract prices, and for those stored before they kept what their
  /// price was looked up by.
  public static Optional<Explanation> of(EntryDraft entry, ContractBook contracts) {
    Line line = entry.line();
    Integer number = entry.contractVersion();
    if (line == null || number == null) {
      return Optional.empty();
    }
    ContractVersion version = version(contracts, number);
    return switch (entry.type()) {
      case CAPTURE, VOID, REFUND -> priced(entry, line, version, contracts);
      case CHARGEBACK, CHARGEBACK_REVERSAL ->
          Optional.of(new Explanation(List.of(), chargebackFee(entry.type(), version)));
      default -> Optional.empty();
    };
  }

  private static Optional<Explanation> priced(
      EntryDraft entry, Line line, ContractVersion version, ContractBook contracts) {
    String cardClass = line.cardClass();
    if (cardClass == null) {
      return Optional.empty();
    }
    SaleTerms sale =
        new SaleTerms(line.cardBrand(), cardClass, line.installments(), entry.head().currency());
    List<OfCapture> captures = new ArrayList<>();
    if (entry.type() == EntryType.CAPTURE) {
      long amount = on(entry, Account.SCHEME_RECEIVABLE);
      captures.add(new OfCapture(version, Pricing.working(version.terms(), sale, amount), null));
    }
    for (Portion portion : line.portions()) {
      captures.add(takenBack(entry.type(), portion, sale, contracts));
    }
    Explanation explanation =
        new Explanation(captures, entry.type() == EntryType.REFUND ? refundFee(version) : null);
    explanation.check(entry);
    return Optional.of(explanation);
  }

  private static OfCapture takenBack(
      EntryType type, Portion portion, SaleTerms sale, ContractBook contracts) {
    ContractVersion version = version(contracts, portion.contractVersion());
    Working working = Pricing.working(version.terms(), sale, portion.captured());
    Charge charge = working.charge();
    boolean kept = type == EntryType.REFUND && !version.terms().commissionReturned();
    Charge before = Pricing.share(charge, portion.captured(), portion.refundedBefore());
    Charge after = Pricing.share(charge, portion.captured(), portion.refundedAfter());
    Charge returned =
        kept
            ? Charge.NONE
            : Pricing.returned(
                charge, portion.captured(), portion.refundedBefore(), portion.refundedAfter());
    return new OfCapture(version, working, new Return(portion, before, after, returned, kept));
  }

  private static @Nullable EventFee refundFee(ContractVersion version) {
    ContractTerms terms = version.terms();
    long agreed = terms.fees().refund();
    return agreed == 0 ? null : new EventFee(version, agreed, Pricing.fee(terms, agreed), false);
  }

  private static @Nullable EventFee chargebackFee(EntryType type, ContractVersion version) {
    ContractTerms terms = version.terms();
    long agreed = terms.fees().chargeback();
    boolean reversal = type == EntryType.CHARGEBACK_REVERSAL;
    return agreed == 0 || (reversal && !terms.fees().chargebackReturned())
        ? null
        : new EventFee(version, agreed, Pricing.fee(terms, agreed), reversal);
  }

  /// What is told is what was posted, or nothing is told.
  private void check(EntryDraft entry) {
    long commission = fee == null ? 0 : fee.charge().commission();
    long bsmv = fee == null ? 0 : fee.charge().bsmv();
    for (OfCapture capture : captures) {
      Return back = capture.returned();
      commission +=
          back == null ? capture.working().charge().commission() : -back.returned().commission();
      bsmv += back == null ? capture.working().charge().bsmv() : -back.returned().bsmv();
    }
    Invariant.check(
        commission == -on(entry, Account.COMMISSION_INCOME)
            && bsmv == -on(entry, Account.BSMV_PAYABLE),
        "an explanation comes to what was posted: " + entry.id());
  }

  private static long on(EntryDraft entry, Account account) {
    return entry.postings().stream()
        .filter(leg -> leg.account() == account)
        .mapToLong(Posting::amount)
        .sum();
  }

  private static ContractVersion version(ContractBook contracts, int number) {
    return contracts
        .find(number)
        .orElseThrow(() -> new IllegalStateException("no contract version " + number));
  }
}
