package io.openvpos.merchant.adjustment.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import io.openvpos.merchant.adjustment.Adjustments.Query;
import io.openvpos.merchant.adjustment.domain.Adjustment;
import io.openvpos.merchant.adjustment.domain.Adjustment.Outcome;
import io.openvpos.merchant.adjustment.domain.AdjustmentKind;
import io.openvpos.merchant.adjustment.domain.AdjustmentStatus;
import io.openvpos.merchant.adjustment.domain.Booking;
import io.openvpos.merchant.adjustment.domain.Signature;
import io.openvpos.merchant.adjustment.domain.Wanted;
import io.openvpos.merchant.audit.AuditRecords;
import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.fakes.Broker;
import io.openvpos.merchant.fakes.MemoryStore;
import io.openvpos.merchant.fakes.UnheardDatabase;
import io.openvpos.messaging.day.Heartbeats;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import io.openvpos.schemas.Topics;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class MongoAdjustmentsTest {

  private static final Instant AT = Instant.parse("2026-11-23T09:00:00Z");
  private static final Action ACT = new Action("adjustment.tested", Actor.PLATFORM, AT);

  private final MemoryStore store = new MemoryStore();
  private final UnheardDatabase unheard = new UnheardDatabase(store.database());
  private final Broker broker = new Broker();
  private final AuditRecords audit = new AuditRecords(store.database());
  private final Heartbeats heartbeats =
      new Heartbeats(Documents.plain(store.database(), "heartbeats"), Clock.systemUTC());
  private final MongoAdjustments adjustments =
      new MongoAdjustments(
          unheard.database(),
          audit,
          approved -> Broker.event(approved.eventId(), Topics.ADJUSTMENTS),
          broker.sender(),
          heartbeats);

  @AfterEach
  void stop() {
    adjustments.close();
    heartbeats.close();
    store.close();
  }

  @Test
  void anAdjustmentComesOutAsItWentIn() {
    Adjustment pending = pending("adj_1", 1, "pay_1");
    assertThat(adjustments.insert(pending, ACT)).isTrue();
    assertThat(adjustments.insert(pending("adj_1", 2, null), ACT)).isFalse();
    assertThat(adjustments.find("adj_1")).contains(pending);

    Adjustment approved = approved(pending);
    assertThat(adjustments.save(approved, ACT)).isTrue();

    assertThat(adjustments.find("adj_1")).contains(approved);
    broker.awaitSent("adj_1:2");
    assertThat(audit.of("adjustment:adj_1")).hasSize(2);
  }

  @Test
  void ofTwoDecisionsTheFirstIsStoredAndARejectedOneTellsNothing() {
    Adjustment pending = pending("adj_1", 1, null);
    adjustments.insert(pending, ACT);
    Adjustment rejected = decided(pending.reject(new Signature("u", AT)));

    assertThat(adjustments.save(rejected, ACT)).isTrue();
    assertThat(adjustments.save(approved(pending), ACT)).isFalse();

    assertThat(adjustments.find("adj_1")).contains(rejected);
    adjustments.sendEverything();
    broker.awaitSent();
  }

  @Test
  void anApprovalOfWhichNobodyHeardIsToldAllTheSame() {
    Adjustment pending = pending("adj_1", 1, null);
    adjustments.insert(pending, ACT);

    unheard.muteNextUpdate();
    assertThatThrownBy(() -> adjustments.save(approved(pending), ACT))
        .isInstanceOf(MongoTimeoutException.class);

    broker.awaitSent("adj_1:2");
  }

  @Test
  void pagesGoFromNewestToOldest() {
    for (int number = 1; number <= 5; number++) {
      // Two of the same moment.
      adjustments.insert(pending("adj_" + number, number / 2, null), ACT);
    }
    Query all = new Query("mer_1", List.of(Mode.TEST), null);

    List<Adjustment> first = adjustments.page(all, null, 2);
    List<Adjustment> rest = adjustments.page(all, first.getLast(), 10);

    assertThat(first).extracting(Adjustment::id).containsExactly("adj_5", "adj_4");
    assertThat(rest).extracting(Adjustment::id).containsExactly("adj_3", "adj_2", "adj_1");
    assertThat(adjustments.page(new Query("mer_2", List.of(Mode.TEST), null), null, 9)).isEmpty();
    assertThat(adjustments.page(new Query("mer_1", List.of(Mode.LIVE), null), null, 9)).isEmpty();
    assertThat(
            adjustments.page(
                new Query("mer_1", List.of(Mode.TEST), AdjustmentStatus.APPROVED), null, 9))
        .isEmpty();
  }

  private static Adjustment approved(Adjustment pending) {
    return decided(
        pending.approve(new Signature("umut", AT), new Booking(LocalDate.of(2026, 11, 23), 1)));
  }

  private static Adjustment decided(Outcome outcome) {
    return ((Outcome.Decided) outcome).adjustment();
  }

  private static Adjustment pending(String id, int second, @Nullable String paymentId) {
    return Adjustment.pending(
        id,
        new Wanted(
            "mer_1",
            Mode.TEST,
            Money.of(-700, "TRY"),
            AdjustmentKind.FEE,
            "Aylık ücret",
            paymentId),
        new Signature("ayşe", AT.plusSeconds(second)));
  }
}
