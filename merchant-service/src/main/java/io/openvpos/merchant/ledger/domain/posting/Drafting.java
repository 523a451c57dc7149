package io.openvpos.merchant.ledger.domain.posting;

import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.ledger.domain.day.EndedDays;
import io.openvpos.merchant.ledger.domain.journal.EntryDraft;
import io.openvpos.merchant.ledger.domain.journal.Line;
import java.time.LocalDate;

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
    Line line = sale == null ? null : sale.line(fact.at(), terms.valueDays());
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
}
