package io.openvpos.settlement.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.openvpos.calendar.BankCalendars;
import io.openvpos.messaging.outbox.OutboxEntry;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.money.Mode;
import io.openvpos.schemas.Topics;
import io.openvpos.settlement.batch.domain.BatchDraft;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.chargeback.ChargebackDesk;
import io.openvpos.settlement.chargeback.NetworkClaims;
import io.openvpos.settlement.chargeback.OpenDay;
import io.openvpos.settlement.chargeback.SoldItems;
import io.openvpos.settlement.chargeback.domain.Booked;
import io.openvpos.settlement.chargeback.domain.Chargeback;
import io.openvpos.settlement.chargeback.domain.ChargebackFact;
import io.openvpos.settlement.chargeback.domain.ChargebackStatus;
import io.openvpos.settlement.chargeback.domain.Deadlines;
import io.openvpos.settlement.chargeback.domain.EvidenceFile;
import io.openvpos.settlement.chargeback.domain.Move;
import io.openvpos.settlement.chargeback.mongo.MongoChargebacks;
import io.openvpos.settlement.chargeback.mongo.MongoClaimedSales;
import io.openvpos.settlement.fakes.Broker;
import io.openvpos.settlement.fakes.Faults;
import io.openvpos.settlement.fakes.InMemoryStores;
import io.openvpos.settlement.fakes.Lines;
import io.openvpos.settlement.fakes.MemoryStore;
import io.openvpos.settlement.fakes.MutableClock;
import io.openvpos.settlement.matter.MatterDesk.Outcome;
import io.openvpos.settlement.matter.domain.Matter;
import io.openvpos.settlement.matter.domain.Matter.Status;
import io.openvpos.settlement.matter.domain.Proposal;
import io.openvpos.settlement.reconciliation.domain.Discrepancy;
import io.openvpos.settlement.reconciliation.domain.Item;
import io.openvpos.settlement.reconciliation.domain.ItemType;
import io.openvpos.settlement.reconciliation.domain.Items;
import io.openvpos.settlement.reconciliation.domain.Reconciliation;
import io.openvpos.settlement.reconciliation.domain.Tolerances;
import io.openvpos.settlement.reconciliation.file.ClearingFileWriter;
import io.openvpos.settlement.reconciliation.file.FileHeader;
import io.openvpos.settlement.reconciliation.file.FileKind;
import io.openvpos.settlement.reconciliation.file.RefusedFileException;
import io.openvpos.settlement.reconciliation.mongo.MongoDiscrepancies;
import io.openvpos.settlement.reconciliation.mongo.MongoReconciliations;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Files against the real stores: what is opened, once, whatever is sent how often.
class ClearingIntakeTest {

  private static final LocalDate D = Items.D;
  private static final Head HEAD = new Head("m_abc", Mode.TEST, "TRY");

  private final MemoryStore store = new MemoryStore();
  private final InMemoryStores settled = new InMemoryStores(Faults.none());
  private final MutableClock clock = new MutableClock(Instant.parse("2026-11-24T09:00:00Z"));
  private final List<ChargebackFact> facts = new ArrayList<>();
  private final OutboxRelay relay = new Broker().relay(store.versioned("chargebacks"));
  private final MongoChargebacks chargebacks =
      new MongoChargebacks(store.versioned("chargebacks"), relay, this::publish);
  private final ChargebackDesk desk = new ChargebackDesk(chargebacks, clock, ZoneOffset.UTC);
  private final MongoReconciliations results =
      new MongoReconciliations(store.versioned("reconciliations"));
  private final MongoDiscrepancies exceptions =
      new MongoDiscrepancies(store.versioned("reconciliation_exceptions"));
  private final DayFiles ours = new DayFiles(settled.batchStore(), settled.lineStore(), "OVPNET");
  private final ClearingIntake intake =
      new ClearingIntake(
          new ClearingIntake.Stores(results, exceptions, settled.dayLog()),
          ours,
          new NetworkClaims(
              chargebacks,
              new MongoClaimedSales(store.versioned("chargeback_sales")),
              new SoldItems(settled.lineStore()),
              new Deadlines(Map.of("visa", 30), 20),
              new BankCalendars("tr-1"),
              openDay()),
          Tolerances.NONE,
          clock);

  @BeforeEach
  void aDayOfThreeSalesAndOneVoided() {
    BankCalendars calendars = new BankCalendars("tr-1");
    List<Line> lines =
        List.of(
            Lines.capture(HEAD, 1, D, 10_000, 1),
            Lines.capture(HEAD, 2, D, 20_000, 1),
            Lines.refund(HEAD, 3, D, 3_000),
            Lines.capture(HEAD, 4, D, 500, 1));
    settled.lineStore().insertMissing(lines);
    BatchDraft draft = new BatchDraft(D, HEAD, calendars.current());
    lines.forEach(draft::add);
    settled.batchStore().insert(draft.finish().withDigest("d"), Instant.EPOCH);
    settled.dayLog().opened(D, Instant.EPOCH);
    settled.dayLog().cut(D, 1);
  }

  @AfterEach
  void stop() {
    relay.close();
    store.close();
  }

  @Test
  void whatWasPresentedAndClearedIsMatchedWhole() {
    Reconciliation result = take("f1", presented()).result();
    assertThat(result.exceptions()).isZero();
    assertThat(result.records()).isEqualTo(4);
    assertThat(open()).isEmpty();
  }

  @Test
  void eachDifferenceIsOneExceptionHoweverOftenTheFileComes() {
    List<Item> cleared = new ArrayList<>(presented());
    Item gone = cleared.removeFirst();
    cleared.add(Items.capture(99, 700));
    assertThat(take("f1", cleared).repeated()).isFalse();
    assertThat(take("f1", cleared).repeated()).isTrue();
    assertThat(open())
        .extracting(Discrepancy::kind)
        .containsExactlyInAnyOrder("missing_here", "missing_there");
    assertThat(open())
        .filteredOn(one -> one.ours() != null)
        .first()
        .satisfies(one -> {
          assertThat(one.ours()).isEqualTo(gone);
          assertThat(one.merchantId()).isEqualTo("m_abc");
        });
  }

  @Test
  void workThatWasCutShortIsDoneAgainToTheSameEnd() {
    List<Item> cleared = new ArrayList<>(presented());
    cleared.removeFirst();
    cleared.add(chargeback(2, 20_000, "CASE-1"));
    results.claim(header("f1", D), digest("f1", cleared));
    take("f1", cleared);
    assertThat(open()).hasSize(1);
    assertThat(facts).hasSize(1);
  }

  @Test
  void anotherFileOfTheDayOrOneOfAnOpenDayIsRefused() {
    take("f1", presented());
    assertThat(refusal(() -> take("f2", presented()))).isEqualTo("clearing_other_file");
    assertThat(refusal(() -> intake.take(source(header("f3", D.plusDays(1)), List.of()))))
        .isEqualTo("clearing_day");
    assertThat(open()).isEmpty();
  }

  @Test
  void aChargebackOpensACaseOnceAndIsBookedOnTheOpenDay() {
    List<Item> cleared = with(chargeback(1, 6_000, "CASE-1"));
    take("f1", cleared);
    take("f1", cleared);
    Chargeback opened = chargebacks.ofSale("2026-11-23.m_abc.test.TRY.1").getFirst();
    assertThat(opened.status()).isEqualTo(ChargebackStatus.RECEIVED);
    assertThat(opened.claim().amount()).isEqualTo(6_000);
    assertThat(opened.claim().respondBy()).isEqualTo(LocalDate.parse("2026-12-23"));
    assertThat(facts).hasSize(1);
    assertThat(facts.getFirst().booked().day()).isEqualTo(D.plusDays(1));
    assertThat(facts.getFirst().eventId()).isEqualTo(opened.id() + ":1");
  }

  @Test
  void aChargebackThatFitsNothingIsAnException() {
    Item otherCurrency =
        new Item(
            ItemType.CHARGEBACK,
            "RRN000000001",
            "",
            "",
            "",
            1,
            "USD",
            D,
            "10.4",
            "2026-11-23.m_abc.test.TRY.1",
            "C-2",
            1);
    take(
        "f1",
        with(
            chargeback(77, 100, "C-1"),
            otherCurrency,
            chargeback(1, 10_001, "C-3"),
            chargeback(3, 100, "C-4"),
            chargeback(1, 7_000, "C-5"),
            chargeback(1, 7_000, "C-6")));
    assertThat(open())
        .extracting(Discrepancy::kind)
        .containsExactlyInAnyOrder(
            "unknown_sale",
            "currency_differs",
            "more_than_captured",
            "unknown_sale",
            "more_than_captured");
    assertThat(facts).hasSize(1);
  }

  @Test
  void aCaseIsRepresentedWonAndClaimedAgain() {
    take("f1", with(chargeback(1, 6_000, "CASE-1")));
    String id = chargebacks.ofSale("2026-11-23.m_abc.test.TRY.1").getFirst().id();
    EvidenceFile slip = new EvidenceFile("ab", "application/pdf", 10);
    assertThat(desk.represent(id, List.of(slip), "u", "imzalı slip")).isInstanceOf(Move.Made.class);
    next(answer(ItemType.REPRESENTMENT_ACCEPTED, 1));
    assertThat(chargebacks.find(id).orElseThrow().status()).isEqualTo(ChargebackStatus.WON);
    next(answer(ItemType.CHARGEBACK, 2));
    assertThat(chargebacks.find(id).orElseThrow().status()).isEqualTo(ChargebackStatus.RECEIVED);
    assertThat(facts).extracting(ChargebackFact::received).containsExactly(true, false, true);
    assertThat(facts).extracting(ChargebackFact::number).containsExactly(1, 2, 3);
  }

  @Test
  void filesThatWaitedAreTakenInTheOrderOfTheirDays() throws IOException {
    LocalDate next = D.plusDays(1);
    Map<LocalDate, ClearingSource> network =
        Map.of(
            D, source(header("f1", D), with(chargeback(1, 6_000, "CASE-1"))),
            next, source(header("f2", next), List.of(answer(ItemType.CHARGEBACK_REVERSAL, 1))));
    settled.dayLog().opened(next, Instant.EPOCH);
    settled.dayLog().cut(next, 0);
    network.keySet().forEach(day -> settled.dayLog().closed(day, Instant.EPOCH, "d"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/clearing-files/", asked -> answer(asked, network));
    server.start();
    try {
      poll(server).look();
    } finally {
      server.stop(0);
    }
    assertThat(open()).isEmpty();
    assertThat(chargebacks.ofSale("2026-11-23.m_abc.test.TRY.1").getFirst().status())
        .isEqualTo(ChargebackStatus.WON);
  }

  private static void answer(HttpExchange asked, Map<LocalDate, ClearingSource> network)
      throws IOException {
    String day = asked.getRequestURI().getPath().split("/", -1)[2];
    ClearingSource source = Objects.requireNonNull(network.get(LocalDate.parse(day)));
    try (InputStream file = source.open();
        OutputStream out = asked.getResponseBody()) {
      asked.sendResponseHeaders(200, 0);
      file.transferTo(out);
    }
  }

  private ClearingPoll poll(HttpServer server) {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new ClearingPoll(
        new ReconciliationSettings("OVPNET", url, Duration.ofSeconds(5), 7, Map.of()),
        List.of(Mode.TEST),
        ours,
        intake,
        new ClearingIntake.Stores(results, exceptions, settled.dayLog()));
  }

  @Test
  void aCaseThatNobodyAnswersIsAcceptedByTime() {
    take("f1", with(chargeback(1, 6_000, "CASE-1")));
    String id = chargebacks.ofSale("2026-11-23.m_abc.test.TRY.1").getFirst().id();
    clock.advance(Duration.ofDays(29));
    desk.lapse();
    assertThat(chargebacks.find(id).orElseThrow().status()).isEqualTo(ChargebackStatus.RECEIVED);
    clock.advance(Duration.ofDays(1));
    desk.lapse();
    Chargeback accepted = chargebacks.find(id).orElseThrow();
    assertThat(accepted.status()).isEqualTo(ChargebackStatus.ACCEPTED);
    assertThat(accepted.steps().getLast().by()).isEqualTo("deadline");
    assertThat(desk.represent(id, List.of(), "u", ""))
        .isEqualTo(new Move.Refused("chargeback_closed"));
  }

  @Test
  void anExceptionIsResolvedByTwoPeople() {
    take("f1", presented().subList(1, 4));
    DiscrepancyDesk people = new DiscrepancyDesk(exceptions, clock);
    String id = open().getFirst().id();
    people.assign(id, "ayşe");
    people.note(id, "ayşe", "Ağ ile görüşüldü");
    assertThat(people.confirm(id, Optional.empty(), "ayşe"))
        .isEqualTo(new Outcome.Refused<>("exception_not_proposed"));
    people.propose(id, new Proposal("network_corrects", "yarınki dosyada", ""), "ayşe");
    assertThat(people.confirm(id, Optional.empty(), "ayşe"))
        .isEqualTo(new Outcome.Refused<>("four_eyes"));
    people.confirm(id, Optional.empty(), "umut");
    Discrepancy resolved = exceptions.find(id).orElseThrow();
    assertThat(resolved.matter().status()).isEqualTo(Status.RESOLVED);
    assertThat(resolved.matter().confirmedBy()).isEqualTo("umut");
    assertThat(people.propose(id, new Proposal("explained", "x", ""), "umut"))
        .isEqualTo(new Outcome.Refused<>("exception_resolved"));
    take("f1", presented().subList(1, 4));
    assertThat(exceptions.find(id)).contains(resolved);
  }

  @Test
  void onlyTheResolutionThatTheSecondPersonHasReadIsConfirmed() {
    take("f1", presented().subList(1, 4));
    DiscrepancyDesk people = new DiscrepancyDesk(exceptions, clock);
    String id = open().getFirst().id();
    people.propose(id, new Proposal("network_corrects", "yarınki dosyada", ""), "ayşe");
    Optional<String> read = proposal(id);
    people.propose(id, new Proposal("explained", "yarınki dosyada", ""), "ayşe");

    assertThat(people.confirm(id, read, "umut"))
        .isEqualTo(new Outcome.Refused<>("exception_changed"));
    assertThat(exceptions.find(id).orElseThrow().matter().status()).isEqualTo(Status.PROPOSED);
    people.note(id, "ayşe", "Ağ ile görüşüldü");
    people.confirm(id, proposal(id), "umut");

    assertThat(exceptions.find(id).orElseThrow().matter().status()).isEqualTo(Status.RESOLVED);
    assertThat(proposal(id)).isEmpty();
  }

  private Optional<String> proposal(String id) {
    return exceptions.find(id).map(Discrepancy::matter).map(Matter::proposal);
  }

  @Test
  void aVoidOfTheDayIsNotPresentedAndALaterOneIs() {
    LocalDate next = D.plusDays(1);
    List<Line> lines =
        List.of(Lines.voided(HEAD, 5, next, 500, 1), Lines.capture(HEAD, 6, next, 900, 1));
    settled.lineStore().insertMissing(lines);
    BatchDraft draft = new BatchDraft(next, HEAD, new BankCalendars("tr-1").current());
    lines.forEach(draft::add);
    settled.batchStore().insert(draft.finish().withDigest("d"), Instant.EPOCH);
    List<Item> items = new ArrayList<>();
    ours.forEach(next, Mode.TEST, items::add);
    assertThat(items).extracting(Item::type).containsExactly(ItemType.REVERSAL, ItemType.CAPTURE);
  }

  private void next(Item item) {
    LocalDate day = results.find(D, Mode.TEST).isPresent() ? free() : D;
    settled.dayLog().opened(day, Instant.EPOCH);
    settled.dayLog().cut(day, 0);
    intake.take(source(header("f-" + day, day), List.of(item)));
  }

  private LocalDate free() {
    LocalDate day = D.plusDays(1);
    while (results.find(day, Mode.TEST).isPresent()) {
      day = day.plusDays(1);
    }
    return day;
  }

  private static Item answer(ItemType type, int cycle) {
    return new Item(
        type,
        "RRN000000001",
        "",
        "",
        "",
        6_000,
        "TRY",
        D,
        "",
        "2026-11-23.m_abc.test.TRY.1",
        "CASE-1",
        cycle);
  }

  private static Item chargeback(int number, long amount, String reference) {
    return Items.chargeback(number, amount, reference);
  }

  private List<Item> presented() {
    List<Item> items = new ArrayList<>();
    ours.forEach(D, Mode.TEST, items::add);
    return items;
  }

  private List<Item> with(Item... more) {
    List<Item> items = presented();
    items.addAll(List.of(more));
    return items;
  }

  private List<Discrepancy> open() {
    return exceptions.list(new Discrepancies.Query(Status.OPEN, null, null), null, 100);
  }

  private ClearingIntake.Taken take(String id, List<Item> items) {
    return intake.take(source(header(id, D), items));
  }

  private static FileHeader header(String id, LocalDate day) {
    return new FileHeader(FileKind.CLEARING, id, "OVPNET", day, Mode.TEST, 1);
  }

  private static ClearingSource source(FileHeader header, List<Item> items) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(out, header, items);
    return () -> new ByteArrayInputStream(out.toByteArray());
  }

  private static String digest(String id, List<Item> items) {
    return write(new ByteArrayOutputStream(), header(id, D), items);
  }

  private static String write(ByteArrayOutputStream out, FileHeader header, List<Item> items) {
    ClearingFileWriter writer = new ClearingFileWriter(out, header);
    items.forEach(writer::add);
    return writer.finish();
  }

  private static String refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return Objects.requireNonNull(catchThrowableOfType(RefusedFileException.class, call)).code();
  }

  private OutboxEntry publish(ChargebackFact fact) {
    facts.add(fact);
    return new OutboxEntry(
        fact.eventId(), Topics.CHARGEBACKS, null, "m_abc", new byte[] {1}, Map.of());
  }

  private OpenDay openDay() {
    return new OpenDay() {
      @Override
      public <T> T within(Function<Booked, T> work) {
        return work.apply(new Booked(D.plusDays(1), clock.instant()));
      }
    };
  }
}
