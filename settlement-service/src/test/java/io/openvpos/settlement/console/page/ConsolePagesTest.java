package io.openvpos.settlement.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.messaging.MessagingAutoConfiguration;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.access.StaffKeys;
import io.openvpos.money.Mode;
import io.openvpos.page.PageSession;
import io.openvpos.page.PageSessions;
import io.openvpos.schemas.Topics;
import io.openvpos.settlement.batch.domain.BatchId;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.businessday.DayFigures;
import io.openvpos.settlement.businessday.DaySequencer;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.certificate.reports.ReportsCertificates;
import io.openvpos.settlement.certificate.reports.mongo.MongoReportsCertificates;
import io.openvpos.settlement.chargeback.ChargebackDesk;
import io.openvpos.settlement.chargeback.Chargebacks;
import io.openvpos.settlement.chargeback.EvidenceDesk;
import io.openvpos.settlement.chargeback.domain.Booked;
import io.openvpos.settlement.chargeback.domain.Chargeback;
import io.openvpos.settlement.chargeback.domain.Claim;
import io.openvpos.settlement.chargeback.domain.DisputedSale;
import io.openvpos.settlement.chargeback.domain.Move;
import io.openvpos.settlement.chargeback.mongo.MongoChargebacks;
import io.openvpos.settlement.chargeback.mongo.MongoEvidence;
import io.openvpos.settlement.closing.DayProgress;
import io.openvpos.settlement.explain.LineExplanations;
import io.openvpos.settlement.fakes.Broker;
import io.openvpos.settlement.fakes.ClosedDays;
import io.openvpos.settlement.fakes.Lines;
import io.openvpos.settlement.fakes.MemoryStore;
import io.openvpos.settlement.fakes.Payees;
import io.openvpos.settlement.fakes.Terms;
import io.openvpos.settlement.matter.domain.Matter;
import io.openvpos.settlement.payout.ReleaseDesk;
import io.openvpos.settlement.payout.domain.FileStore.DueFile;
import io.openvpos.settlement.payout.domain.Release;
import io.openvpos.settlement.payout.domain.ReleaseStore;
import io.openvpos.settlement.payout.mongo.MongoFileStore;
import io.openvpos.settlement.payout.mongo.MongoReleaseStore;
import io.openvpos.settlement.reconciliation.Discrepancies;
import io.openvpos.settlement.reconciliation.DiscrepancyDesk;
import io.openvpos.settlement.reconciliation.domain.Discrepancy;
import io.openvpos.settlement.reconciliation.domain.Item;
import io.openvpos.settlement.reconciliation.domain.ItemType;
import io.openvpos.settlement.reconciliation.mongo.MongoDiscrepancies;
import io.openvpos.settlement.report.job.FileSetStore;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/// The finance console over real HTTP, on stores in memory.
class ConsolePagesTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final Head MINE = new Head("m_abc", Mode.TEST, "TRY");
  private static final Head OTHERS = new Head("m_xyz", Mode.TEST, "TRY");
  private static final String FILE = "VPOS-2026-11-23-test-TRY";
  private static final MemoryStore MEMORY = new MemoryStore();
  private static final Discrepancies EXCEPTIONS =
      new MongoDiscrepancies(MEMORY.versioned("reconciliation_exceptions"));
  private static final Chargebacks CHARGEBACKS =
      new MongoChargebacks(
          MEMORY.versioned("chargebacks"),
          new Broker().relay(MEMORY.versioned("chargebacks")),
          fact -> Broker.event(fact.eventId(), Topics.CHARGEBACKS));
  private static final String CSRF = "token-of-the-form";
  private static final ClosedDays DAYS = new ClosedDays(new Payees("TR330006100519786457841326"));
  private static final HttpClient HTTP =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private static ConfigurableApplicationContext context;
  private static String root;

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration(exclude = MessagingAutoConfiguration.class)
  @ComponentScan
  static class Bare {}

  /// The cookie's value names the role.
  private static final class Sessions implements PageSessions {
    @Override
    public Optional<PageSession> find(String cookie) {
      return Role.of(cookie)
          .map(role ->
              new PageSession(
                  cookie,
                  new Caller.Staff(
                      role.code() + "@bank.test",
                      Set.of(role),
                      role.code().startsWith("merchant") ? MINE.merchantId() : null),
                  CSRF,
                  cookie,
                  Optional.empty(),
                  null,
                  Instant.MAX));
    }

    @Override
    public void end(PageSession session) {}
  }

  @BeforeAll
  static void start() {
    DAYS.close(D, List.of(Lines.capture(MINE, 1, D, 100_00, 1), Lines.capture(OTHERS, 1, D, 7, 1)));
    Clock clock = Clock.fixed(Instant.parse("2026-11-24T09:00:00Z"), ZoneOffset.UTC);
    DaySequencer sequencer =
        new DaySequencer(
            DAYS.stores.sequenceStore(),
            DAYS.stores.dayLog(),
            Terms.policy(true, Terms.TERMS),
            Optional.of(D.plusDays(1)),
            clock);
    sequencer.begin();
    new MongoFileStore(MEMORY.versioned("payout_files"), Release.WAITING)
        .insertMissing(
            new DueFile(FILE, D, Mode.TEST, "TRY", Instant.EPOCH, Terms.DEBTOR, null), 1, 97_90);
    EXCEPTIONS.open(
        new Discrepancy(
            "rx_1",
            1,
            D,
            Mode.TEST,
            "amount_differs",
            item(100_00),
            item(100_01),
            MINE.merchantId(),
            Matter.open(Instant.EPOCH)));
    CHARGEBACKS.open(chargeback("cb_1", MINE));
    CHARGEBACKS.open(chargeback("cb_2", OTHERS));
    ReleaseStore releases = new MongoReleaseStore(MEMORY.versioned("payout_files"));
    context =
        new SpringApplicationBuilder(Bare.class)
            .properties("spring.config.name=settlement-service")
            .initializers(made -> {
              GenericApplicationContext generic = (GenericApplicationContext) made;
              generic.registerBean(Clock.class, () -> clock);
              generic.registerBean(StaffKeys.class, () -> _ -> Optional.empty());
              generic.registerBean(PageSessions.class, Sessions::new);
              generic.registerBean(DayLog.class, DAYS.stores::dayLog);
              generic.registerBean(BatchStore.class, DAYS.stores::batchStore);
              generic.registerBean(FileSetStore.class, DAYS.reports::fileSetStore);
              generic.registerBean(DaySequencer.class, () -> sequencer);
              generic.registerBean(
                  ReportsCertificates.class,
                  () -> new MongoReportsCertificates(MEMORY.plain("report_certificates")));
              generic.registerBean(
                  LineExplanations.class,
                  () ->
                      new LineExplanations(
                          DAYS.stores.lineStore(), DAYS.stores.payoutStore(), DAYS.calendars));
              generic.registerBean(ReleaseStore.class, () -> releases);
              generic.registerBean(ReleaseDesk.class, () -> new ReleaseDesk(releases, clock));
              generic.registerBean(Discrepancies.class, () -> EXCEPTIONS);
              generic.registerBean(
                  DiscrepancyDesk.class, () -> new DiscrepancyDesk(EXCEPTIONS, clock));
              generic.registerBean(Chargebacks.class, () -> CHARGEBACKS);
              generic.registerBean(
                  ChargebackDesk.class,
                  () -> new ChargebackDesk(CHARGEBACKS, clock, ZoneOffset.UTC));
              generic.registerBean(
                  EvidenceDesk.class,
                  () -> new EvidenceDesk(new MongoEvidence(MEMORY.plain("chargeback_evidence"))));
              generic.registerBean(
                  DayProgress.class,
                  () ->
                      new DayProgress(
                          DAYS.stores.lineStore(),
                          DAYS.stores.markStore(),
                          DAYS.stores.batchStore(),
                          DAYS.stores.payoutStore(),
                          new DayProgress.Sources(List.of("authorization.payments.v1"), 2)));
              generic.registerBean(
                  DayFigures.class,
                  () -> new DayFigures(DAYS.stores.lineStore(), DAYS.stores.batchStore(), clock));
            })
            .run(
                "--server.port=0",
                "--vpos.pages.plain-http=true",
                "--management.endpoint.health.validate-group-membership=false");
    root =
        "http://127.0.0.1:"
            + context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  private static Item item(long amount) {
    return new Item(
        ItemType.CAPTURE, "RRN1", "", "A1", "****6111", amount, "TRY", D, "", "arn.1", "", 0);
  }

  private static Move.Made chargeback(String id, Head head) {
    DisputedSale sale =
        new DisputedSale(head, "pay_1", "A-1", "arn." + id, "RRN1", "visa", "6111", 100_00, 1);
    Claim claim = new Claim("CASE-" + id, 1, 60_00, "10.4", D, D.plusDays(20));
    return Chargeback.open(id, sale, claim, "file|1", new Booked(D, Instant.EPOCH));
  }

  @AfterAll
  static void stop() {
    context.close();
    MEMORY.close();
  }

  @Test
  void eachPageIsForItsRolesOnly() {
    Set<Role> finance = EnumSet.of(Role.ACQUIRER_FINANCE, Role.AUDITOR);
    Set<Role> all =
        EnumSet.of(
            Role.ACQUIRER_FINANCE,
            Role.AUDITOR,
            Role.ACQUIRER_OPS,
            Role.MERCHANT_ADMIN,
            Role.MERCHANT_FINANCE);
    only(finance, "/portal/finance/days");
    only(finance, "/portal/finance/days/" + D);
    only(finance, "/portal/finance/days/net-by-day");
    only(finance, "/portal/finance/payouts");
    only(finance, "/portal/finance/payouts/" + FILE);
    Set<Role> acquirer = EnumSet.of(Role.ACQUIRER_FINANCE, Role.AUDITOR, Role.ACQUIRER_OPS);
    only(acquirer, "/portal/finance/exceptions");
    only(acquirer, "/portal/finance/exceptions/rx_1");
    only(all, "/portal/finance/chargebacks");
    only(all, "/portal/finance/chargebacks/cb_1");
    only(all, "/portal/finance/batches");
    only(all, "/portal/finance/batches/" + BatchId.of(D, MINE));
    only(all, "/portal/finance/batches/" + BatchId.of(D, MINE) + "/line?seq=1");
  }

  private static void only(Set<Role> allowed, String path) {
    for (Role role : Role.values()) {
      assertThat(get(role, path).statusCode())
          .as(role + " at " + path)
          .isEqualTo(allowed.contains(role) ? 200 : 403);
    }
  }

  @Test
  void whoIsNotSignedInIsSentToSignIn() {
    HttpResponse<String> answer =
        send(HttpRequest.newBuilder(URI.create(root + "/portal/finance/days")));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location"))
        .hasValueSatisfying(to -> assertThat(to).startsWith("/portal/sign-in?next="));
  }

  @Test
  void aMerchantSeesItsOwnBatchesOnly() {
    String list = get(Role.MERCHANT_FINANCE, "/portal/finance/batches?merchant=m_xyz").body();

    assertThat(list).contains(BatchId.of(D, MINE)).doesNotContain(BatchId.of(D, OTHERS));
    assertThat(
            get(Role.MERCHANT_FINANCE, "/portal/finance/batches/" + BatchId.of(D, OTHERS))
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void aDayShowsItsFiguresAsItsReaderWritesThem() {
    String turkish = get(Role.AUDITOR, "/portal/finance/batches/" + BatchId.of(D, MINE)).body();
    String english =
        get(Role.AUDITOR, "/portal/finance/batches/" + BatchId.of(D, MINE) + "?lang=en").body();

    assertThat(turkish).contains("97,90\u00a0TL").contains("23 Kasım 2026");
    assertThat(english).contains("97.90\u00a0TRY").contains("23 November 2026");
  }

  @Test
  void anUnknownDayOrBatchIsAPageThatSaysSo() {
    assertThat(get(Role.AUDITOR, "/portal/finance/days/2020-01-01").statusCode()).isEqualTo(404);
    assertThat(get(Role.AUDITOR, "/portal/finance/days/Şubat").statusCode()).isEqualTo(404);
    assertThat(get(Role.AUDITOR, "/portal/finance/batches/none").statusCode()).isEqualTo(404);
    String line = "/portal/finance/batches/" + BatchId.of(D, MINE) + "/line?seq=";
    assertThat(get(Role.AUDITOR, line + "nine").statusCode()).isEqualTo(404);
    assertThat(get(Role.AUDITOR, line + "1&lang=tr").body())
        .contains("Valör", "Defter kaydı", "/ledger/entries/");
  }

  @Test
  void onlyFinanceClosesADayAndOnlyByTheForm() {
    String open = "/portal/finance/days/" + D.plusDays(1);

    assertThat(get(Role.AUDITOR, open).body()).doesNotContain("/close");
    assertThat(post(Role.AUDITOR, open + "/close", CSRF).statusCode()).isEqualTo(403);
    assertThat(post(Role.ACQUIRER_FINANCE, open + "/close", "guess").statusCode()).isEqualTo(403);
    assertThat(DAYS.stores.dayLog().find(D.plusDays(1)).orElseThrow().cutOffAt()).isNull();

    assertThat(get(Role.ACQUIRER_FINANCE, open).body()).contains(open + "/close");
    assertThat(post(Role.ACQUIRER_FINANCE, open + "/close", CSRF).statusCode()).isEqualTo(303);
    assertThat(get(Role.ACQUIRER_FINANCE, open + "?lang=en").body()).contains("Closing");
  }

  @Test
  void aFileIsProposedHereAndWaitsForASecondPerson() {
    String path = "/portal/finance/payouts/" + FILE;
    assertThat(post(Role.AUDITOR, path + "/release", CSRF).statusCode()).isEqualTo(403);
    assertThat(post(Role.ACQUIRER_FINANCE, path + "/reject", CSRF).statusCode()).isEqualTo(422);

    assertThat(post(Role.ACQUIRER_FINANCE, path + "/release", CSRF).statusCode()).isEqualTo(303);
    assertThat(get(Role.AUDITOR, path).body()).contains("İkinci kişiyi bekliyor", "Önerdi");
    assertThat(post(Role.ACQUIRER_FINANCE, path + "/release", CSRF).statusCode()).isEqualTo(409);
  }

  @Test
  void anExceptionIsTakenWrittenAboutAndSettledByTwo() {
    String path = "/portal/finance/exceptions/rx_1";
    Role finance = Role.ACQUIRER_FINANCE;
    assertThat(post(Role.AUDITOR, path + "/owner", CSRF).statusCode()).isEqualTo(403);
    assertThat(post(Role.ACQUIRER_OPS, path + "/owner", CSRF).statusCode()).isEqualTo(303);
    assertThat(post(finance, path + "/notes", CSRF).statusCode()).isEqualTo(422);
    assertThat(post(finance, path + "/notes", CSRF + "&text=" + coded("Ağ aradı")).statusCode())
        .isEqualTo(303);
    assertThat(post(Role.ACQUIRER_OPS, path + "/resolution", CSRF).statusCode()).isEqualTo(403);
    assertThat(post(finance, path + "/resolution", CSRF + "&kind=adjusted&note=x").body())
        .contains("field-adjustment_id");

    String proposal = CSRF + "&kind=network_corrects&note=" + coded("Yarınki dosyada");
    assertThat(post(finance, path + "/resolution", proposal).statusCode()).isEqualTo(303);
    assertThat(post(finance, path + "/confirmation", CSRF).statusCode()).isEqualTo(403);

    String page = get(Role.AUDITOR, path).body();
    assertThat(page)
        .contains("Tutarlar farklı", "100,01", "Ağ aradı", "Yarınki dosyada", "acquirer_ops@")
        .doesNotContain("/confirmation");
    assertThat(get(finance, "/portal/finance/exceptions?status=proposed").body()).contains("rx_1");
    assertThat(get(finance, "/portal/finance/exceptions").body()).doesNotContain("rx_1");
  }

  @Test
  void aMerchantAnswersItsOwnChargebackOnlyAndWithEvidence() {
    String path = "/portal/finance/chargebacks/cb_1";
    Role merchant = Role.MERCHANT_ADMIN;
    assertThat(get(merchant, "/portal/finance/chargebacks").body())
        .contains("cb_1")
        .doesNotContain("cb_2");
    assertThat(get(merchant, "/portal/finance/chargebacks/cb_2").statusCode()).isEqualTo(404);
    assertThat(post(merchant, "/portal/finance/chargebacks/cb_2/acceptance", CSRF).statusCode())
        .isEqualTo(404);
    assertThat(post(Role.ACQUIRER_FINANCE, path + "/acceptance", CSRF).statusCode()).isEqualTo(403);
    assertThat(post(merchant, path + "/representment", CSRF).statusCode()).isEqualTo(422);
    assertThat(upload(merchant, path + "/evidence", "not a picture").statusCode()).isEqualTo(422);

    assertThat(upload(merchant, path + "/evidence", "%PDF-1.7 irsaliye").statusCode())
        .isEqualTo(303);
    String page = get(merchant, path).body();
    assertThat(page).contains("application/pdf", "Son yanıt günü", "60,00");
    String file = page.substring(page.indexOf(path + "/evidence/")).split("\"", 2)[0];
    assertThat(get(Role.AUDITOR, file).body()).isEqualTo("%PDF-1.7 irsaliye");
    assertThat(post(merchant, path + "/representment", CSRF + "&note=Teslim+edildi").statusCode())
        .isEqualTo(303);
    assertThat(get(merchant, path).body()).contains("İtiraz edildi", "Teslim edildi");
    assertThat(post(merchant, path + "/acceptance", CSRF).statusCode()).isEqualTo(409);
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> upload(Role role, String path, String file) {
    String form =
        "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"i.pdf\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n"
            + file
            + "\r\n--limit--\r\n";
    return send(
        HttpRequest.newBuilder(URI.create(root + path + "?csrf=" + CSRF))
            .header("Cookie", "vpos_session=" + role.code())
            .header("Content-Type", "multipart/form-data; boundary=limit")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private static HttpResponse<String> get(Role role, String path) {
    String encoded = path.replace("Ş", URLEncoder.encode("Ş", StandardCharsets.UTF_8));
    return send(
        HttpRequest.newBuilder(URI.create(root + encoded))
            .header("Cookie", "vpos_session=" + role.code()));
  }

  private static HttpResponse<String> post(Role role, String path, String csrf) {
    return send(
        HttpRequest.newBuilder(URI.create(root + path))
            .header("Cookie", "vpos_session=" + role.code())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("csrf=" + csrf)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
