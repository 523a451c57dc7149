package io.openvpos.fraud.assessment.kafka;

import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.assessment.Assessments;
import io.openvpos.fraud.assessment.Assessor;
import io.openvpos.fraud.assessment.RiskCheck;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.money.Money;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Mode;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.WireMoney;
import io.openvpos.schemas.authorization.Card;
import io.openvpos.schemas.authorization.RiskCheckRequested;
import io.openvpos.schemas.authorization.VelocityLimits;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// Goes through everything between question and answer before the first asker waits for one: a cold
/// JVM, registry and store take longer than the 250 ms that an asker has. Nothing is sent, and what
/// is stored goes to a collection of its own, under the same ids each time.
@Component
class Rehearsal {

  private static final Logger LOGGER = LoggerFactory.getLogger(Rehearsal.class);
  private static final int PAYMENTS = 50;

  /// Warm enough: so many answers in a row, each a tenth of what an asker waits.
  private static final int QUICK_IN_A_ROW = 40;

  private static final Duration QUICK = Duration.ofMillis(25);

  /// A slow machine starts all the same.
  private static final Duration AT_MOST = Duration.ofSeconds(20);

  private final AvroCodec codec;
  private final RiskCheckDecoder decoder;
  private final Assessments rehearsed;
  private final Clock clock;

  Rehearsal(
      AvroCodec codec,
      RiskCheckDecoder decoder,
      @Qualifier("rehearsedAssessments") Assessments rehearsed,
      Clock clock) {
    this.codec = codec;
    this.decoder = decoder;
    this.rehearsed = rehearsed;
    this.clock = clock;
  }

  /// Takes some seconds at most; throws if the store or the registry does not answer.
  void play(ObjectProvider<Assessor> assessors) {
    long start = System.nanoTime();
    Assessor assessor = assessors.getObject();
    int rounds = 0;
    int quick = 0;
    while (quick < QUICK_IN_A_ROW && since(start).compareTo(AT_MOST) < 0) {
      long asked = System.nanoTime();
      decoder.decode(question(rounds)).ifPresent(check -> answer(check, assessor.assess(check)));
      rounds++;
      quick = since(asked).compareTo(QUICK) < 0 ? quick + 1 : 0;
    }
    LOGGER.info("rehearsed {} answers in {}", rounds, since(start));
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  private void answer(RiskCheck check, Assessment made) {
    Assessment kept = rehearsed.keepFirst(List.of(made)).getFirst();
    codec.encode(Topics.ASSESSMENTS, RiskCheckMapper.write(kept, check.correlationId()));
  }

  private ConsumerRecord<String, byte[]> question(int round) {
    String payment = "rehearsal-" + round % PAYMENTS;
    RiskCheckRequested wire =
        RiskCheckRequested.newBuilder()
            .setEnvelope(
                Envelope.newBuilder()
                    .setEventId(payment)
                    .setOccurredAt(clock.instant())
                    .setAggregateVersion(1)
                    .build())
            .setCorrelationId(payment)
            .setPaymentId(payment)
            .setRequestHash("rehearsal")
            .setMerchantId("rehearsal")
            .setMode(Mode.TEST)
            .setCardFingerprint("rehearsal")
            .setCard(new Card("visa", "00000000", "0000", "credit", "TR", "domestic_credit"))
            .setAmount(WireMoney.of(Money.of(round, "TRY")))
            .setInstallments(1)
            .setVelocityLimits(new VelocityLimits(PAYMENTS, PAYMENTS, PAYMENTS))
            .setReplyPartition(0)
            .setAnswerBy(clock.instant())
            .build();
    return new ConsumerRecord<>(
        Topics.RISK_CHECKS.name(),
        0,
        round,
        clock.millis(),
        TimestampType.LOG_APPEND_TIME,
        payment.length(),
        ConsumerRecord.NULL_SIZE,
        payment,
        codec.encode(Topics.RISK_CHECKS, wire),
        new RecordHeaders(),
        Optional.empty());
  }
}
