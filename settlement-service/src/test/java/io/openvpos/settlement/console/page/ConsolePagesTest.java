package io.openvpos.settlement.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.messaging.MessagingAutoConfiguration;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.access.StaffKeys;
import io.openvpos.money.Mode;
import io.openvpos.page.PageSession;
import io.openvpos.page.PageSessions;
import io.openvpos.settlement.batch.domain.BatchId;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.businessday.DayFigures;
import io.openvpos.settlement.businessday.DaySequencer;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.fakes.ClosedDays;
import io.openvpos.settlement.fakes.Lines;
import io.openvpos.settlement.fakes.Payees;
import io.openvpos.settlement.fakes.Terms;
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

  @AfterAll
  static void stop() {
    context.close();
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
    only(all, "/portal/finance/batches");
    only(all, "/portal/finance/batches/" + BatchId.of(D, MINE));
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
