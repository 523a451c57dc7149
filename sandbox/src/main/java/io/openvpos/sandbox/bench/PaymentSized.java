package io.openvpos.sandbox.bench;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;

/// Documents of about a payment's size and shape, 1.5 kB: fields, a small nested list, and an event
/// as bytes. What they say is of no interest.
final class PaymentSized {

  private static final int EVENT_BYTES = 700;
  private static final int STEPS = 3;

  private PaymentSized() {}

  static Document inserted(String id) {
    List<Document> steps = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      steps.add(
          new Document("id", id + "." + i)
              .append("type", "authorization")
              .append("stan", 100_000 + i)
              .append("rrn", "632700000000")
              .append("response", "00"));
    }
    return new Document("_id", id)
        .append("version", 0L)
        .append("merchant_id", "mrc_0000000000000000000000")
        .append("mode", "test")
        .append("status", "processing")
        .append("amount", 12_990L)
        .append("currency", "TRY")
        .append("order_id", "B-1000000")
        .append("request_hash", "0".repeat(64))
        .append("card", new Document("token", "tok_" + "0".repeat(24)).append("brand", "visa"))
        .append("steps", steps)
        .append("outbox", List.of(event(id)));
  }

  /// The decision: the new state and the next event.
  static Document decided(String id) {
    return new Document("$set", new Document("status", "captured").append("approved", 12_990L))
        .append("$push", new Document("outbox", event(id)));
  }

  private static Document event(String id) {
    return new Document("id", id + ".event")
        .append("topic", "bench")
        .append("value", new Binary(new byte[EVENT_BYTES]));
  }
}
