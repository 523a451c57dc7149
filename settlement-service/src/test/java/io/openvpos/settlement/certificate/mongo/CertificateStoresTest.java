package io.openvpos.settlement.certificate.mongo;

import static io.openvpos.settlement.fakes.Lines.HEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.LedgerMark;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.Line.Source;
import io.openvpos.settlement.batch.domain.Posted;
import io.openvpos.settlement.batch.domain.SourceHolds;
import io.openvpos.settlement.batch.mongo.MongoCarriedLines;
import io.openvpos.settlement.batch.mongo.MongoLineStore;
import io.openvpos.settlement.batch.mongo.MongoMarkStore;
import io.openvpos.settlement.batch.mongo.MongoPostedStore;
import io.openvpos.settlement.certificate.domain.Certificate;
import io.openvpos.settlement.certificate.domain.CertifiedHolds;
import io.openvpos.settlement.fakes.Lines;
import io.openvpos.settlement.fakes.MemoryStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CertificateStoresTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final Instant AT = Instant.parse("2026-11-23T21:00:00Z");

  private final MemoryStore memory = new MemoryStore();

  @AfterEach
  void forget() {
    memory.close();
  }

  @Test
  void aCertificateIsKeptOnceAndNeverDifferently() {
    MongoCertificateStore store = new MongoCertificateStore(memory.plain("certificates"));
    Optional<CertifiedHolds> holds = Optional.of(new CertifiedHolds(3, 300, 2, 250, 10, 7));
    Certificate first =
        new Certificate(D, Mode.TEST, "TRY", "{\"a\":1}", "00", Map.of("bank_account", -5L), holds);
    store.insert(first);
    store.insert(first);
    assertThat(store.ofDay(D)).containsExactly(first);
    assertThat(store.find(D, Mode.TEST, "TRY")).contains(first);
    assertThat(store.find(D, Mode.LIVE, "TRY")).isEmpty();
    Certificate other =
        new Certificate(D, Mode.TEST, "TRY", "{\"a\":2}", "01", Map.of(), Optional.empty());
    assertThatIllegalStateException().isThrownBy(() -> store.insert(other));
    assertThat(store.find(D, Mode.TEST, "TRY")).contains(first);
  }

  @Test
  void theFirstMarkCountsAlsoIfTheLedgerCountsHoldsSince() {
    MongoMarkStore store = new MongoMarkStore(memory.plain("ledger_marks"));
    Optional<List<SourceHolds>> holds =
        Optional.of(List.of(new SourceHolds(Mode.TEST, "TRY", 3, 300, 2, 250, 10)));
    LedgerMark silent = new LedgerMark(D, new Source("p", 0), List.of(), Optional.empty());
    LedgerMark counted = new LedgerMark(D, new Source("p", 1), List.of(), holds);
    store.record(silent);
    store.record(counted);

    store.record(new LedgerMark(D, silent.source(), List.of(), holds));
    store.record(new LedgerMark(D, counted.source(), List.of(), Optional.empty()));
    LedgerMark other = new LedgerMark(D, counted.source(), List.of(), Optional.of(List.of()));
    assertThatIllegalStateException().isThrownBy(() -> store.record(other));

    assertThat(store.find(List.of(silent.id(), counted.id()))).containsExactly(silent, counted);
  }

  @Test
  void anEntryKeepsTheLegsThatItFirstCameWith() {
    MongoPostedStore store = new MongoPostedStore(memory.plain("posted_entries"));
    Posted entry =
        new Posted(
            "b:1",
            HEAD.id() + "|b:1",
            D,
            HEAD,
            "batch_close",
            Map.of("merchant_pending", 97_90L, "merchant_available", -97_90L),
            AT);
    store.insertMissing(entry);
    store.insertMissing(entry);
    assertThat(store.find(List.of("b:1", "none"))).containsExactly(entry);
    assertThat(store.find(List.of())).isEmpty();
  }

  @Test
  void linesAreFoundByTheDayTheyWereCarriedOverFrom() {
    MongoLineStore lines = new MongoLineStore(memory.plain("lines"));
    Line own = Lines.capture(HEAD, 1, D.plusDays(1), 10_00, 1);
    Line late = carried(Lines.capture(HEAD, 2, D.plusDays(1), 20_00, 1));
    lines.insertMissing(List.of(own, late));
    MongoCarriedLines carried = new MongoCarriedLines(memory.plain("lines"));
    assertThat(carried.into(D.plusDays(1))).containsExactly(late);
    assertThat(carried.outOf(D)).containsExactly(late);
    assertThat(carried.into(D)).isEmpty();
    assertThat(carried.outOf(D.plusDays(1))).isEmpty();
  }

  private static Line carried(Line line) {
    return new Line(
        line.head(),
        line.seq(),
        line.entryId(),
        line.type(),
        line.source(),
        line.salesDay(),
        D,
        line.contractVersion(),
        line.figures(),
        line.debits(),
        line.detail(),
        line.hash(),
        AT);
  }
}
