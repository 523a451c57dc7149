package io.openvpos.sandbox.bench.assess;

import io.openvpos.messaging.avro.AvroSerializer;
import io.openvpos.money.Money;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Mode;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.WireMoney;
import io.openvpos.schemas.authorization.Card;
import io.openvpos.schemas.authorization.RiskCheckRequested;
import io.openvpos.schemas.authorization.VelocityLimits;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Questions as authorization-service writes them; the correlation id is the number of the asking.
final class Questions {

  private static final int MERCHANTS = 500;
  private static final long ANSWER_WITHIN_MILLIS = 250;

  private final AvroSerializer avro = new AvroSerializer();
  private final Random random;
  private final Clock clock;
  private final int cards;

  Questions(String registryUrl, AssessPlan plan, Clock clock) {
    avro.configure(
        Map.of(
            "schema.registry.url",
            registryUrl,
            "auto.register.schemas",
            true,
            "value.subject.name.strategy",
            "TopicRecordNameStrategy"),
        false);
    random = new Random(plan.seed());
    cards = plan.cards();
    this.clock = clock;
  }

  ProducerRecord<String, byte[]> next(int number) {
    Instant now = clock.instant();
    String card = "bench-card-" + random.nextInt(cards);
    String id = String.valueOf(number);
    RiskCheckRequested wire =
        RiskCheckRequested.newBuilder()
            .setEnvelope(
                Envelope.newBuilder()
                    .setEventId(id)
                    .setOccurredAt(now)
                    .setAggregateVersion(1)
                    .build())
            .setCorrelationId(id)
            .setPaymentId("pay_" + id)
            .setRequestHash("h")
            .setMerchantId("m" + random.nextInt(MERCHANTS))
            .setMode(Mode.TEST)
            .setCardFingerprint(card)
            .setCard(new Card("visa", "41556501", "6111", "credit", "TR", "own_bank"))
            .setAmount(WireMoney.of(Money.of(1_000 + random.nextInt(100_000), "TRY")))
            .setEmail("alici" + random.nextInt(cards) + "@ornek.com.tr")
            .setIp("10.0." + random.nextInt(250) + "." + random.nextInt(250))
            .setInstallments(1)
            .setVelocityLimits(new VelocityLimits(1_000, 10_000, 100_000))
            .setReplyPartition(number & 3)
            .setAnswerBy(now.plusMillis(ANSWER_WITHIN_MILLIS))
            .build();
    return new ProducerRecord<>(
        Topics.RISK_CHECKS.name(),
        card,
        Objects.requireNonNull(avro.serialize(Topics.RISK_CHECKS.name(), wire)));
  }
}
