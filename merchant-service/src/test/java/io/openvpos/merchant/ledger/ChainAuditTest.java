package io.openvpos.merchant.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.ledger.ChainAudit.Finding;
import io.openvpos.merchant.ledger.domain.journal.ChainCheck.Break;
import io.openvpos.merchant.ledger.domain.journal.ChainCheck.Fault;
import io.openvpos.merchant.ledger.domain.journal.EntryDraft;
import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import io.openvpos.merchant.ledger.domain.journal.Posting;
import io.openvpos.merchant.ledger.domain.posting.Movement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainAuditTest {

  private static final LocalDate FIRST = WrittenLedger.FIRST;

  private final WrittenLedger ledger = WrittenLedger.random(20_261_126L, 1_203);
  private final ChainAudit audit = new ChainAudit(ledger, ledger);

  @Test
  void anUntouchedChainHoldsFromAnyEntryOn() {
    for (long after : new long[] {0, 1, 499, 500, 501, 1_202, 1_203}) {
      Finding found = verify(after);

      assertThat(found.broken()).isNull();
      assertThat(found.verified()).isEqualTo(1_203 - after);
      assertThat(found.lastHash()).isEqualTo(ledger.head().lastHash());
      assertThat(found.complete()).isTrue();
    }
  }

  @Test
  void anAlteredAmountIsFoundAtItsEntryAndNotBehindIt() {
    JournalEntry entry = ledger.entries.get(699);
    ledger.entries.set(
        699,
        new JournalEntry(doubled(entry.draft()), entry.seq(), entry.previousHash(), entry.hash()));

    assertThat(verify(0).broken()).isEqualTo(new Break(700, Fault.ALTERED));
    assertThat(verify(0).verified()).isEqualTo(699);
    assertThat(verify(699).broken()).isEqualTo(new Break(700, Fault.ALTERED));
    assertThat(verify(700).broken()).isNull();
  }

  @Test
  void aMissingEntryIsFound() {
    ledger.entries.remove(999);

    assertThat(verify(0).broken()).isEqualTo(new Break(1_000, Fault.MISSING));
    assertThat(audit.verify(WrittenLedger.KEY, 1_000)).isEmpty();
    assertThat(verify(1_001).broken()).isNull();
  }

  @Test
  void aMissingLastEntryOfAPageIsFoundToo() {
    ledger.entries.remove(499);

    assertThat(verify(0).broken()).isEqualTo(new Break(500, Fault.MISSING));
  }

  @Test
  void aSwappedPairIsFound() {
    JournalEntry first = ledger.entries.get(99);
    JournalEntry second = ledger.entries.get(100);
    ledger.entries.set(
        99, new JournalEntry(second.draft(), 100, second.previousHash(), second.hash()));
    ledger.entries.set(
        100, new JournalEntry(first.draft(), 101, first.previousHash(), first.hash()));

    assertThat(verify(0).broken()).isEqualTo(new Break(100, Fault.NOT_LINKED));
  }

  @Test
  void aRewrittenTailEndsOtherwiseThanTheHead() {
    WrittenLedger told = new WrittenLedger().post(new Movement.Capture(100, 1), FIRST, "A");
    WrittenLedger stored = new WrittenLedger().post(new Movement.Capture(200, 1), FIRST, "A");

    assertThat(new ChainAudit(told, stored).verify(WrittenLedger.KEY, 0))
        .hasValueSatisfying(
            found -> assertThat(found.broken()).isEqualTo(new Break(1, Fault.HEAD_DIFFERS)));
  }

  @Test
  void anEntryThatTheLedgerDoesNotHaveIsNoBeginning() {
    assertThat(audit.verify(WrittenLedger.KEY, 1_204)).isEmpty();
    WrittenLedger empty = new WrittenLedger();
    assertThat(new ChainAudit(empty, empty).verify(WrittenLedger.KEY, 0))
        .hasValueSatisfying(found -> assertThat(found.complete()).isTrue());
  }

  private Finding verify(long afterSeq) {
    return audit.verify(WrittenLedger.KEY, afterSeq).orElseThrow();
  }

  private static EntryDraft doubled(EntryDraft draft) {
    List<Posting> postings =
        draft.postings().stream().map(leg -> new Posting(leg.account(), leg.amount() * 2)).toList();
    return new EntryDraft(
        draft.head(),
        draft.eventId(),
        draft.type(),
        draft.salesDay(),
        draft.carriedOverFrom(),
        draft.contractVersion(),
        postings,
        draft.source(),
        draft.line(),
        draft.at());
  }
}
