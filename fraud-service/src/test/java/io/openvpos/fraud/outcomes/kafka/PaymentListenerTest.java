package io.openvpos.fraud.outcomes.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.openvpos.fraud.assessment.mongo.MongoAssessments;
import io.openvpos.fraud.embedded.PaymentLife;
import io.openvpos.fraud.fakes.Assessed;
import io.openvpos.fraud.fakes.MemoryStore;
import io.openvpos.fraud.fakes.Payments;
import io.openvpos.fraud.outcomes.Outcome;
import io.openvpos.fraud.outcomes.Outcome.Subject;
import io.openvpos.fraud.outcomes.Outcomes;
import io.openvpos.fraud.outcomes.mongo.MongoOutcomes;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.RecordSender;
import io.openvpos.money.Mode;
import io.openvpos.schemas.BusinessDayEnded;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.fraud.PaymentRefundNoted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchListenerFailedException;

/// Polls as the container hands them over, on a store in memory. The records' bytes are their place
/// in a list, so that no registry is needed.
class PaymentListenerTest {

  private static final Instant NOON = Instant.parse("2026-11-25T09:00:00Z");
  private static final int POISON = 99;

  private final List<SpecificRecord> facts = new ArrayList<>();
  private final List<SpecificRecord> told = new ArrayList<>();
  private final MemoryStore store = new MemoryStore();
  private final Outcomes outcomes = new MongoOutcomes(store.plain("outcomes"));
  private final AvroCodec codec =
      new AvroCodec(
          (topic, fact) -> {
            told.add((SpecificRecord) fact);
            return new byte[0];
          },
          (topic, wire) -> {
            if (wire[0] == POISON) {
              throw new SerializationException("poison");
            }
            return facts.get(wire[0]);
          });
  private final MongoAssessments assessments = new MongoAssessments(store.plain("assessments"));
  private final PaymentListener listener = listener(outcomes, true);

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void everyKindOfOutcomeIsKeptOnceHoweverOftenAndInWhateverOrderItComes() {
    PaymentLife life = new PaymentLife("pay_a", NOON);
    List<ConsumerRecord<String, byte[]>> polled =
        polled(
            life.authorized(1_000),
            life.captured(900),
            life.refunded(300),
            life.refunded(600),
            life.voided(200, 50L),
            life.voided(0, null),
            life.reversed(1_000),
            life.expired(70),
            life.declined(1_000, "do_not_honour"),
            dayEnded());

    listener.heard(polled.reversed());
    listener.heard(polled.subList(1, 4));
    listener.heard(polled);

    assertThat(of(Mode.TEST, "m1", "pay_a"))
        .containsExactly(
            "authorized 1000",
            "captured 900",
            "refunded 300",
            "refunded 600",
            "voided 250",
            "voided 0",
            "reversed 1000",
            "expired 70",
            "declined 1000 do_not_honour");
    assertThat(outcomes.of(new Subject(Mode.TEST, "m1", "pay_a")).getFirst().at())
        .isEqualTo(NOON.plusSeconds(1));
  }

  @Test
  void anotherModesOrMerchantsPaymentIsAnotherOne() {
    PaymentLife live = new PaymentLife("pay_a", NOON).in(io.openvpos.schemas.Mode.LIVE);
    listener.heard(polled(live.authorized(1), new PaymentLife("pay_a", NOON).authorized(2)));

    assertThat(of(Mode.LIVE, "m1", "pay_a")).containsExactly("authorized 1");
    assertThat(of(Mode.TEST, "m1", "pay_a")).containsExactly("authorized 2");
    assertThat(of(Mode.TEST, "m2", "pay_a")).isEmpty();
  }

  @Test
  void whatStandsBeforeAnUnreadableFactIsKeptAndTheFactIsNamed() {
    PaymentLife life = new PaymentLife("pay_a", NOON);
    List<ConsumerRecord<String, byte[]>> polled =
        new ArrayList<>(polled(life.authorized(10), life.captured(10)));
    polled.add(1, record(POISON));

    BatchListenerFailedException failed =
        catchThrowableOfType(
            BatchListenerFailedException.class, () -> listener.heard(List.copyOf(polled)));

    assertThat(failed.getIndex()).isOne();
    assertThat(of(Mode.TEST, "m1", "pay_a")).containsExactly("authorized 10");
  }

  @Test
  void nothingIsPassedOverWhileTheStoreIsAway() {
    store.close();
    List<ConsumerRecord<String, byte[]>> polled =
        polled(new PaymentLife("pay_a", NOON).authorized(10));
    Outcomes away =
        new Outcomes() {
          @Override
          public void keep(List<Outcome> told) {
            throw new IllegalStateException("away");
          }

          @Override
          public List<Outcome> of(Subject payment) {
            return List.of();
          }
        };

    BatchListenerFailedException failed =
        catchThrowableOfType(
            BatchListenerFailedException.class, () -> listener(away, true).heard(polled));

    assertThat(failed.getIndex()).isZero();
  }

  @Test
  void refundsOfAssessedPaymentsAreToldWithTheirCard() {
    assessments.keepFirst(
        List.of(
            Assessed.of("pay_a", Payments.usual()),
            Assessed.of("pay_b", Payments.usual().card("card-2").email(""))));
    PaymentLife life = new PaymentLife("pay_a", NOON);
    listener.heard(
        polled(
            life.authorized(1_000),
            life.captured(1_000),
            life.refunded(400),
            life.refunded(600),
            new PaymentLife("pay_b", NOON).in(io.openvpos.schemas.Mode.LIVE).refunded(1),
            new PaymentLife("pay_unknown", NOON).refunded(1)));

    assertThat(told)
        .asInstanceOf(InstanceOfAssertFactories.list(PaymentRefundNoted.class))
        .extracting(
            each -> each.getEnvelope().getEventId(),
            PaymentRefundNoted::getMode,
            PaymentRefundNoted::getCardFingerprint,
            PaymentRefundNoted::getEmail)
        .containsExactly(
            tuple("pay_a:3", io.openvpos.schemas.Mode.TEST, "card-1", "ayşe@dükkan.test"),
            tuple("pay_a:4", io.openvpos.schemas.Mode.TEST, "card-1", "ayşe@dükkan.test"),
            tuple("pay_b:1", io.openvpos.schemas.Mode.LIVE, "card-2", null));
  }

  @Test
  void aRefundThatCannotBeToldIsTriedAgainWithAllOfItsPoll() {
    assessments.keepFirst(List.of(Assessed.of("pay_a", Payments.usual())));
    List<ConsumerRecord<String, byte[]>> polled =
        polled(new PaymentLife("pay_a", NOON).refunded(400));

    BatchListenerFailedException failed =
        catchThrowableOfType(
            BatchListenerFailedException.class, () -> listener(outcomes, false).heard(polled));

    assertThat(failed.getIndex()).isZero();
    listener.heard(polled);
    assertThat(told).hasSize(2);
  }

  /// @param broker whether there is one that takes what is told
  private PaymentListener listener(Outcomes kept, boolean broker) {
    MockProducer<String, byte[]> producer =
        new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    if (!broker) {
      producer.sendException = new TimeoutException("no broker");
    }
    return new PaymentListener(
        codec, kept, new RefundNotices(codec, assessments, new RecordSender(producer)));
  }

  private List<String> of(Mode mode, String merchant, String payment) {
    return outcomes.of(new Subject(mode, merchant, payment)).stream()
        .map(one -> one.kind().code() + " " + one.amount().minorUnits() + " " + one.detail())
        .map(String::strip)
        .toList();
  }

  private List<ConsumerRecord<String, byte[]>> polled(SpecificRecord... told) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    for (SpecificRecord each : told) {
      records.add(record(facts.size()));
      facts.add(each);
    }
    return records;
  }

  private static ConsumerRecord<String, byte[]> record(int place) {
    return new ConsumerRecord<>(Topics.PAYMENTS.name(), 0, place, "m1", new byte[] {(byte) place});
  }

  private static BusinessDayEnded dayEnded() {
    Envelope envelope =
        Envelope.newBuilder().setEventId("day").setOccurredAt(NOON).setAggregateVersion(1).build();
    return new BusinessDayEnded(envelope, LocalDate.of(2026, 11, 25), Topics.PAYMENTS.name(), 0);
  }
}
