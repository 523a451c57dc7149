package io.openvpos.settlement.payout.life.http;

import static io.openvpos.settlement.fakes.Lines.HEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.fakes.MemoryStore;
import io.openvpos.settlement.payout.domain.Beneficiary;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutId;
import io.openvpos.settlement.payout.domain.PayoutStore;
import io.openvpos.settlement.payout.life.LifeStatus;
import io.openvpos.settlement.payout.life.PayoutLife;
import io.openvpos.settlement.payout.life.PayoutLife.Step;
import io.openvpos.settlement.payout.life.PayoutLives;
import io.openvpos.settlement.payout.life.mongo.MongoPayoutLives;
import io.openvpos.settlement.payout.mongo.MongoPayoutStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PayoutControllerTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final Instant AT = Instant.parse("2026-11-23T21:00:00Z");
  private static final Head OTHERS = new Head("m_xyz", Mode.TEST, "TRY");
  private static final Caller SHOP = new Caller.MerchantKey("m_abc", Mode.TEST, KeyScope.SECRET);
  private static final Caller LIVE = new Caller.MerchantKey("m_abc", Mode.LIVE, KeyScope.SECRET);
  private static final Caller FINANCE = new Caller.Staff("f", Set.of(Role.ACQUIRER_FINANCE), null);
  private static final Caller OPS = new Caller.Staff("o", Set.of(Role.ACQUIRER_OPS), null);

  private final MemoryStore store = new MemoryStore();
  private final PayoutLives lives = new MongoPayoutLives(store.plain("payout_lives"));
  private final PayoutStore payouts =
      new MongoPayoutStore(store.plain("payouts"), store.plain("reserve_movements"));
  private final PayoutController controller = new PayoutController(lives, payouts);

  @BeforeEach
  void twoMerchants() {
    for (int number = 0; number < 3; number++) {
      instructed(HEAD, number);
    }
    instructed(OTHERS, 0);
    tell(HEAD, 0, 2, LifeStatus.REJECTED, "AC01");
    tell(HEAD, 1, 2, LifeStatus.REJECTED, "CUST");
  }

  @AfterEach
  void stop() {
    store.close();
  }

  @Test
  void aPayoutNamesWhatItReplacesAndWhatReplacedIt() {
    PayoutAnswer second = controller.get(FINANCE, id(HEAD, 1));
    assertThat(second.status()).isEqualTo("rejected");
    assertThat(second.replaces()).isEqualTo(id(HEAD, 0));
    assertThat(second.replacedBy()).isEqualTo(id(HEAD, 2));
    assertThat(second.closeDate()).isEqualTo(D);
    assertThat(second.steps().getLast().reason()).isEqualTo("CUST");
    assertThat(controller.get(FINANCE, id(HEAD, 0)).replaces()).isNull();
    assertThat(controller.get(FINANCE, id(HEAD, 2)).replacedBy()).isNull();
  }

  @Test
  void anotherMerchantsPayoutIsNotThere() {
    assertThat(controller.get(SHOP, id(HEAD, 0)).merchantId()).isEqualTo("m_abc");
    assertThat(problem(() -> controller.get(SHOP, id(OTHERS, 0)))).isEqualTo("404 not_found");
    assertThat(problem(() -> controller.get(LIVE, id(HEAD, 0)))).isEqualTo("404 not_found");
    assertThat(problem(() -> controller.get(OPS, id(HEAD, 0)))).isEqualTo("403 forbidden");
    assertThat(list(SHOP, null, "m_xyz", null).data()).isEmpty();
    assertThat(list(SHOP, null, null, null).data()).hasSize(3);
    assertThat(problem(() -> controller.list(SHOP, null, null, null, "20", id(OTHERS, 0))))
        .isEqualTo("400 validation_failed");
  }

  @Test
  void payoutsAreFoundByDayMerchantAndStatus() {
    assertThat(list(FINANCE, "2026-11-23", null, null).data()).hasSize(4);
    assertThat(list(FINANCE, null, "m_xyz", "instructed").data()).hasSize(1);
    assertThat(list(FINANCE, null, null, "rejected").data()).hasSize(2);
    assertThat(list(FINANCE, "2026-11-24", null, null).data()).isEmpty();
    assertThat(problem(() -> list(FINANCE, "yesterday", null, null)))
        .isEqualTo("400 validation_failed");
    assertThat(problem(() -> list(FINANCE, null, null, "gone"))).isEqualTo("400 validation_failed");
  }

  private PayoutAnswer.Page list(
      Caller caller, @Nullable String date, @Nullable String merchant, @Nullable String status) {
    return controller.list(caller, date, merchant, status, "20", null);
  }

  private void instructed(Head head, int number) {
    payouts.insertMissing(
        List.of(
            new Payout(
                id(head, number),
                head,
                D,
                number,
                97_90,
                D,
                AT,
                D.plusDays(1),
                new Beneficiary("TR33", "Shop"))));
    tell(head, number, 1, LifeStatus.INSTRUCTED, null);
  }

  private void tell(Head head, int number, int place, LifeStatus status, @Nullable String reason) {
    lives.take(
        new PayoutLives.Event(
            new PayoutLife(
                id(head, number),
                head,
                D,
                97_90,
                place == 1 ? "TR33" : "",
                place == 1 ? "Shop" : "",
                place == 1 ? D.plusDays(1) : null,
                List.of()),
            place,
            new Step(status, D, AT, reason)));
  }

  private static String id(Head head, int number) {
    return PayoutId.of(head, D, number);
  }

  private static String problem(ThrowingCallable call) {
    ProblemException problem =
        Objects.requireNonNull(catchThrowableOfType(ProblemException.class, call));
    return problem.status() + " " + problem.code();
  }
}
