package io.openvpos.merchant.ledger.domain.posting;

import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.contract.domain.PayoutPlan;
import io.openvpos.merchant.contract.domain.PayoutTerms;
import io.openvpos.merchant.contract.domain.Reserve;
import io.openvpos.merchant.ledger.domain.day.EndedDays;
import io.openvpos.merchant.ledger.domain.journal.EntryDraft;
import io.openvpos.merchant.ledger.domain.journal.Line;
import io.openvpos.merchant.ledger.domain.journal.Portion;
import io.openvpos.merchant.ledger.domain.journal.Settling;
import java.time.LocalDate;
import java.util.List;

/// Turns a fact at its place in the log into the one entry that it makes.
public final class Drafting {

  private Drafting() {}

  public static EntryDraft draft(Fact fact, long offset, EndedDays ended, ContractBook contracts) {
    PostingTable table = new PostingTable(fact, contracts);
    LocalDate day = ended.dayOf(fact.stampedDay(), offset);
    Integer version = table.contractVersion();
    ContractTerms terms =
        version == null ? contracts.inForce(fact.stampedDay()).terms() : table.terms(version);
    Sale sale = fact.sale();
    Line line =
        sale == null
            ? null
            : sale.line(fact.at(), settling(fact, sale, terms), portions(fact.movement()));
    return new EntryDraft(
        fact.head(),
        fact.eventId(),
        fact.movement().type(),
        day,
        day.equals(fact.stampedDay()) ? null : fact.stampedDay(),
        version,
        table.postings(),
        ended.source(),
        line,
        fact.at());
  }

  /// Only what becomes due by itself has a plan by its row; all else follows its batch.
  private static Settling settling(Fact fact, Sale sale, ContractTerms terms) {
    Reserve reserve = terms.reserve();
    PayoutTerms paid = terms.payoutTerms();
    String currency = fact.head().currency().getCurrencyCode();
    return switch (fact.movement()) {
      case Movement.Capture _, Movement.Cancellation _ -> {
        PayoutPlan plan = terms.payoutOf(sale.terms(fact.head().currency()));
        yield new Settling(
            plan.valueDays(),
            plan.parts(sale.installments()),
            reserve.basisPoints(),
            reserve.releaseDays(),
            paid.settlementCurrency(currency),
            paid.minimumOf(currency));
      }
      default ->
          new Settling(
              terms.payout().valueDays(),
              1,
              reserve.basisPoints(),
              reserve.releaseDays(),
              paid.settlementCurrency(currency),
              paid.minimumOf(currency));
    };
  }

  private static List<Portion> portions(Movement movement) {
    return switch (movement) {
      case Movement.Cancellation cancelled -> cancelled.portions();
      case Movement.Refund refund -> refund.portions();
      default -> List.of();
    };
  }
}
