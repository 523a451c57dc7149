package io.openvpos.settlement.payout.correction.http;

import static io.openvpos.settlement.fakes.Lines.HEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.settlement.batch.domain.Due;
import io.openvpos.settlement.fakes.Faults;
import io.openvpos.settlement.fakes.InMemoryCorrections;
import io.openvpos.settlement.fakes.InMemoryStores;
import io.openvpos.settlement.fakes.MutableClock;
import io.openvpos.settlement.fakes.Payees;
import io.openvpos.settlement.fakes.Terms;
import io.openvpos.settlement.payout.BankAnswers;
import io.openvpos.settlement.payout.correction.CorrectedAccounts;
import io.openvpos.settlement.payout.correction.CorrectionDesk;
import io.openvpos.settlement.payout.correction.Withdrawals;
import io.openvpos.settlement.payout.domain.Beneficiary;
import io.openvpos.settlement.payout.domain.DayToFold;
import io.openvpos.settlement.payout.domain.Payables;
import io.openvpos.settlement.payout.domain.PayoutId;
import io.openvpos.settlement.payout.domain.Taken;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Flux;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// Goal: the account of a refused payout changes by two people of finance, never by one.
class CorrectionControllerTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final Instant CUT_OFF = Instant.parse("2026-11-23T21:00:00Z");
  private static final String OLD = "TR330006100519786457841326";
  private static final String NEW = "TR320010009999901234567890";
  private static final String BODY =
      "{\"iban\":\"tr32 0010 0099 9990 1234 5678 90\",\"reason\":\"hesap kapalı\"}";
  private static final Caller AYSE = staff("ayşe", Role.ACQUIRER_FINANCE);
  private static final Caller UMUT = staff("umut", Role.ACQUIRER_FINANCE);
  private static final Caller OPS = staff("ops", Role.ACQUIRER_OPS);

  private final InMemoryStores stores = new InMemoryStores(Faults.none());
  private final InMemoryCorrections corrections = new InMemoryCorrections(Faults.none());
  private final MutableClock clock = new MutableClock(CUT_OFF.plusSeconds(60));
  private final Payees payees = new Payees(OLD);
  private final BankAnswers answers =
      new BankAnswers(
          stores.payablesStore(),
          stores.payoutStore(),
          new BankCalendars("tr-1"),
          new CorrectedAccounts(corrections, payees),
          work -> work.apply(new Taken(D.plusDays(1), clock.instant())));
  private final CorrectionController controller =
      new CorrectionController(
          stores.payoutStore(),
          new CorrectionDesk(
              corrections,
              stores.payablesStore(),
              payees,
              new Withdrawals(
                  corrections,
                  stores.payablesStore(),
                  stores.payoutStore(),
                  stores.fileStore(),
                  answers,
                  Terms.DEBTOR),
              clock),
          new JsonBody(
              JsonMapper.builder()
                  .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                  .build()));
  private final String payout = PayoutId.of(HEAD, D, 0);

  CorrectionControllerTest() {
    Payables.Change change =
        Payables.none(HEAD)
            .fold(
                new DayToFold(D, CUT_OFF, D.plusDays(1)),
                List.of(new Due(D.plusDays(1), 97_90)),
                () -> new Beneficiary(OLD, "Shop"))
            .orElseThrow();
    stores.payablesStore().insert(change);
    stores.payoutStore().insertMissing(List.of(change.instructed().orElseThrow()));
    answers.refused(change.instructed().orElseThrow(), "AC01");
  }

  @Test
  void oneProposesAndOnlyAnotherApproves() {
    assertThat(controller.propose(AYSE, payout, json(BODY)).getStatusCode().value()).isEqualTo(201);
    assertThat(problem(() -> controller.approve(AYSE, payout, null))).isEqualTo("403 four_eyes");
    assertThat(account()).isEqualTo(OLD);

    controller.approve(UMUT, payout, null);

    assertThat(account()).isEqualTo(NEW);
  }

  @Test
  void whoNamesTheProposalThatTheyReadApprovesNoOther() {
    String read = proposed(BODY);
    String other = BODY.replace("tr32 0010 0099 9990 1234 5678 90", "TR640006100519786457849401");
    String newer = proposed(other);

    assertThat(problem(() -> controller.approve(UMUT, payout, read)))
        .isEqualTo("409 correction_changed");
    assertThat(account()).isEqualTo(OLD);
    controller.approve(UMUT, payout, newer);

    assertThat(account()).isEqualTo("TR640006100519786457849401");
  }

  @Test
  void whoIsNotOfFinanceIsTurnedAwayBeforeTheBodyIsRead() {
    assertThat(problem(() -> controller.propose(OPS, payout, json("no json")))).startsWith("403");
    assertThat(problem(() -> controller.approve(OPS, payout, null))).startsWith("403");
    assertThat(problem(() -> controller.propose(AYSE, "none", json("no json"))))
        .isEqualTo("404 not_found");
  }

  @Test
  void nothingIsApprovedThatNobodyProposedAndABadAccountIsNamed() {
    assertThat(problem(() -> controller.approve(UMUT, payout, null))).startsWith("409");
    assertThat(
            problem(() ->
                controller.propose(AYSE, payout, json("{\"iban\":\"TR00\",\"reason\":\"x\"}"))))
        .isEqualTo("400 validation_failed");
    assertThat(account()).isEqualTo(OLD);
  }

  private @Nullable String proposed(String body) {
    return Objects.requireNonNull(controller.propose(AYSE, payout, json(body)).getBody())
        .proposal();
  }

  /// Where the payout goes that is open now.
  private String account() {
    return stores
        .payablesStore()
        .find(HEAD)
        .orElseThrow()
        .payables()
        .open()
        .getLast()
        .payout()
        .beneficiary()
        .iban();
  }

  private static Caller staff(String name, Role role) {
    return new Caller.Staff(name, Set.of(role), null);
  }

  private static MockServerWebExchange json(String body) {
    return MockServerWebExchange.from(
        MockServerHttpRequest.post("/")
            .contentType(MediaType.APPLICATION_JSON)
            .body(
                Flux.just(
                    DefaultDataBufferFactory.sharedInstance.wrap(
                        body.getBytes(StandardCharsets.UTF_8)))));
  }

  private static String problem(ThrowingCallable call) {
    ProblemException problem =
        Objects.requireNonNull(catchThrowableOfType(ProblemException.class, call));
    return problem.status() + " " + problem.code();
  }
}
