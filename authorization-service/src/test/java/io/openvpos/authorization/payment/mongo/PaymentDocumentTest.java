package io.openvpos.authorization.payment.mongo;

import static io.openvpos.authorization.payment.domain.PaymentScenario.NOON;
import static io.openvpos.authorization.payment.domain.PaymentScenario.automatic;
import static io.openvpos.authorization.payment.domain.PaymentScenario.manual;
import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.authorization.payment.FrozenAnswer;
import io.openvpos.authorization.payment.Operation;
import io.openvpos.authorization.payment.PaymentRecord;
import io.openvpos.authorization.payment.domain.PaymentScenario;
import io.openvpos.authorization.payment.domain.Timeline;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is written is read back the same, through real BSON; and updates say only what changed.
final class PaymentDocumentTest {

  private static final PaymentDocument SHAPE = new PaymentDocument(Duration.ofSeconds(5));

  static List<PaymentScenario> scenarios() {
    return List.of(
        automatic(100).sent(),
        automatic(100).sent().approved(),
        automatic(100).sent().declined("05"),
        automatic(100).sent().unanswered(),
        automatic(100).sent().unanswered().acknowledged(),
        manual(100).sent().approved(),
        manual(100).sent().approved().voided(),
        manual(100).sent().approved().captured(60, true),
        automatic(100).sent().approved().refundAsked(10).refundUnanswered(1),
        automatic(100).sent().approved().refundAsked(10).refunded(1));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyStateIsReadBackAsWritten(PaymentScenario sale) {
    PaymentRecord record = record(sale);

    assertThat(PaymentRecords.read(stored(SHAPE.of(record)))).isEqualTo(record);
  }

  @Test
  void aSweepFindsWhatIsLeftToDo() {
    assertThat(attention(automatic(100).sent())).isEqualTo(Date.from(NOON.plusSeconds(10)));
    assertThat(attention(manual(100).sent().approved()))
        .isEqualTo(Date.from(NOON.plus(Duration.ofDays(7))));
    assertThat(attention(automatic(100).sent().unanswered()))
        .isEqualTo(Date.from(NOON.plusSeconds(5)));
    assertThat(attention(automatic(100).sent().approved())).isNull();
    assertThat(attention(automatic(100).sent().unanswered().acknowledged())).isNull();
  }

  @Test
  void anUpdateSaysOnlyWhatChanged() {
    PaymentScenario sale = manual(100).sent().approved().captured(10, false);
    Document before = SHAPE.of(record(sale));
    Document after = SHAPE.of(record(sale.captured(20, false)));

    Document update = Changes.withoutEmpty(Changes.between(before, after));

    assertThat(update.get("$set", Document.class).keySet())
        .containsExactlyInAnyOrder("amount_capturable", "amount_captured", "seq");
    assertThat(update.get("$push", Document.class).keySet())
        .containsExactlyInAnyOrder("captures", "timeline");
    assertThat(update).doesNotContainKey("$unset");
  }

  @Test
  void anUpdateRemovesWhatIsOver() {
    PaymentScenario sale = automatic(100).sent();
    Document before = SHAPE.of(record(sale));
    Document after = SHAPE.of(record(sale.approved()));

    Document update = Changes.withoutEmpty(Changes.between(before, after));

    assertThat(update.get("$unset", Document.class)).containsKey("attention_at");
    assertThat(update.get("$set", Document.class)).containsEntry("state", "CAPTURED");
  }

  private static @Nullable Object attention(PaymentScenario sale) {
    return SHAPE.of(record(sale)).get("attention_at");
  }

  private static PaymentRecord record(PaymentScenario sale) {
    Operation refused =
        new Operation(
            "op1", "hash", "writer-1", NOON, null, true, new FrozenAnswer(422, "{\"code\":\"x\"}"));
    Operation running = new Operation("op2", "hash", "writer-2", NOON, "ref_1", false, null);
    return new PaymentRecord(
        sale.payment(),
        3,
        "writer",
        "request-hash",
        new FrozenAnswer(201, "{\"id\":\"pay_1\"}"),
        List.of(refused, running),
        Timeline.after(List.of(), sale.payment(), sale.events()),
        List.of());
  }

  private static Document stored(Document document) {
    BsonDocument bson = document.toBsonDocument();
    return new DocumentCodec()
        .decode(new BsonDocumentReader(bson), DecoderContext.builder().build());
  }
}
