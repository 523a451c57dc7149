package io.openvpos.fraud.labels;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.fraud.assessment.mongo.MongoAssessments;
import io.openvpos.fraud.fakes.Assessed;
import io.openvpos.fraud.fakes.MemoryStore;
import io.openvpos.fraud.fakes.MutableClock;
import io.openvpos.fraud.fakes.Payments;
import io.openvpos.fraud.labels.ChargebackLabels.Fact;
import io.openvpos.fraud.labels.mongo.MongoLabels;
import io.openvpos.fraud.lists.ListDesk;
import io.openvpos.fraud.lists.domain.ListEntry;
import io.openvpos.fraud.lists.domain.ListName;
import io.openvpos.fraud.lists.domain.ListPurpose;
import io.openvpos.fraud.lists.mongo.MongoListEntries;
import io.openvpos.money.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChargebackLabelsTest {

  private static final Instant LATER = Payments.NOON.plus(Duration.ofDays(20));

  private final MemoryStore store = new MemoryStore();
  private final MutableClock clock = new MutableClock(LATER);
  private final MongoLabels labels = new MongoLabels(store.plain("labels"));
  private final MongoListEntries entries =
      new MongoListEntries(store.versioned("list_entries"), store.plain("list_changes"));
  private final MongoAssessments assessments = new MongoAssessments(store.plain("assessments"));
  private final ListDesk lists = new ListDesk(entries, clock);
  private final ChargebackLabels chargebacks =
      new ChargebackLabels(labels, assessments, lists, ListPurpose.BLOCK);

  @BeforeEach
  void twoPaymentsOfOneCard() {
    assessments.keepFirst(
        List.of(
            Assessed.of("pay_1", Payments.usual().card("fp_1")),
            Assessed.of("pay_2", Payments.usual().card("fp_1"))));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aFraudReasonLabelsThePaymentAndListsItsCardOnce() {
    for (int i = 0; i < 3; i++) {
      chargebacks.received(fact("cb_1", 1, "pay_1"), "10.4");
    }
    Label label = labels.ofPayment("pay_1").getFirst();
    assertThat(labels.ofPayment("pay_1")).hasSize(1);
    assertThat(label.fraud()).isTrue();
    assertThat(label.knownAt()).isEqualTo(LATER);
    ListEntry entry = entries.standing().getFirst();
    assertThat(entries.standing()).hasSize(1);
    assertThat(entry.list().code()).isEqualTo("block_card");
    assertThat(entry.value()).isEqualTo("fp_1");
    assertThat(entry.mode()).isEqualTo(Mode.TEST);
  }

  @Test
  void whatAPersonTookOffIsNotPutBackByAReplay() {
    chargebacks.received(fact("cb_1", 1, "pay_1"), "4837");
    lists.remove(entries.standing().getFirst().id(), "ayşe");
    chargebacks.received(fact("cb_1", 1, "pay_1"), "4837");
    assertThat(entries.standing()).isEmpty();
    chargebacks.received(fact("cb_2", 1, "pay_2"), "4837");
    assertThat(entries.standing()).hasSize(1);
  }

  /// The second chargeback found the card listed already.
  @Test
  void norIsWhatStoodForAnotherFactToo() {
    chargebacks.received(fact("cb_1", 1, "pay_1"), "4837");
    chargebacks.received(fact("cb_2", 1, "pay_2"), "4837");
    lists.remove(entries.standing().getFirst().id(), "ayşe");
    chargebacks.received(fact("cb_2", 1, "pay_2"), "4837");
    assertThat(entries.standing()).isEmpty();
  }

  /// A person's entry may end before the chargeback's.
  @Test
  void whatAPersonListedStaysWhenADisputeIsWon() {
    chargebacks.received(fact("cb_1", 1, "pay_1"), "10.4");
    ListName card = entries.standing().getFirst().list();
    Instant week = clock.instant().plus(Duration.ofDays(7));
    ListDesk.Wish wish = new ListDesk.Wish(card, "fp_1", Mode.TEST, "seen", "analyst", week);
    for (int i = 0; i < 2; i++) {
      lists.add(wish, "ayşe");
    }
    clock.advance(Duration.ofDays(1));
    chargebacks.reversed(fact("cb_1", 2, "pay_1"));
    assertThat(entries.standing()).extracting(ListEntry::source).containsExactly("analyst");
  }

  @Test
  void aWonDisputeTakesTheWordBackUnlessTheCardHasAnother() {
    chargebacks.received(fact("cb_1", 1, "pay_1"), "10.4");
    chargebacks.received(fact("cb_2", 1, "pay_2"), "10.4");
    clock.advance(Duration.ofDays(1));
    chargebacks.reversed(fact("cb_1", 2, "pay_1"));
    assertThat(verdicts()).containsEntry("pay_1", false).containsEntry("pay_2", true);
    assertThat(entries.standing()).hasSize(1);

    chargebacks.reversed(fact("cb_2", 2, "pay_2"));
    assertThat(verdicts()).containsEntry("pay_2", false);
    assertThat(entries.standing()).isEmpty();
  }

  @Test
  void otherReasonsAndUnknownPaymentsListNothing() {
    chargebacks.received(fact("cb_1", 1, "pay_1"), "13.1");
    chargebacks.reversed(fact("cb_1", 2, "pay_1"));
    chargebacks.received(fact("cb_9", 1, "pay_9"), "10.4");
    assertThat(verdicts()).containsOnlyKeys("pay_9");
    assertThat(entries.standing()).isEmpty();
  }

  private Fact fact(String chargeback, int step, String payment) {
    return new Fact(chargeback + ":" + step, chargeback, payment, Mode.TEST, clock.instant());
  }

  private Map<String, Boolean> verdicts() {
    Map<String, Boolean> all = new HashMap<>();
    labels.verdicts(all::put);
    assertThat(labels.verdicts(all.keySet())).isEqualTo(all);
    return all;
  }
}
