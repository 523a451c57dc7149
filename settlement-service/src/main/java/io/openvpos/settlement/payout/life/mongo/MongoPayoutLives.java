package io.openvpos.settlement.payout.life.mongo;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.payout.life.LifeStatus;
import io.openvpos.settlement.payout.life.PayoutLife;
import io.openvpos.settlement.payout.life.PayoutLife.Step;
import io.openvpos.settlement.payout.life.PayoutLives;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Collection `payout_lives`, the id is the payout's. Each event has a field of its own, so events
/// in any order, and any number of times, come to the same document.
public final class MongoPayoutLives implements PayoutLives {

  private static final String STATUS = "status";

  private final Documents documents;

  public MongoPayoutLives(Documents documents) {
    this.documents = documents;
    documents.index(new Document("place", 1));
    documents.index(new Document("merchant_id", 1).append("place", 1));
  }

  @Override
  public void take(Event event) {
    PayoutLife payout = event.payout();
    Document set =
        new Document("merchant_id", payout.head().merchantId())
            .append("mode", payout.head().mode().code())
            .append("currency", payout.head().currency())
            .append("amount", payout.amount())
            .append("steps." + event.number(), write(event.step()));
    LocalDate executionDate = payout.executionDate();
    if (executionDate != null) {
      set.append("date", payout.date().toString())
          .append("place", payout.date() + "|" + payout.id())
          .append("iban", payout.iban())
          .append("beneficiary", payout.beneficiary())
          .append("execution_date", executionDate.toString());
    }
    // A later status has the greater number: an old event read again takes none back.
    documents.upsert(
        payout.id(),
        new Document("$set", set)
            .append("$max", new Document(STATUS, event.step().status().rank())));
  }

  @Override
  public Optional<PayoutLife> find(String id) {
    return documents.find(id).filter(MongoPayoutLives::isInstructed).map(MongoPayoutLives::read);
  }

  @Override
  public List<PayoutLife> list(Query query, @Nullable String startingAfter, int limit) {
    Document filter = new Document();
    Document place = new Document("$gt", "");
    if (startingAfter != null) {
      documents.find(startingAfter).ifPresent(last -> place.append("$lt", last.get("place")));
    }
    filter.append("place", place);
    put(filter, "date", query.date());
    put(filter, "merchant_id", query.merchantId());
    Mode mode = query.mode();
    put(filter, "mode", mode == null ? null : mode.code());
    LifeStatus status = query.status();
    put(filter, STATUS, status == null ? null : status.rank());
    return documents.findMany(filter, new Document("place", -1), limit).stream()
        .map(MongoPayoutLives::read)
        .toList();
  }

  private static void put(Document filter, String field, @Nullable Object value) {
    if (value != null) {
      filter.append(field, value instanceof LocalDate day ? day.toString() : value);
    }
  }

  private static boolean isInstructed(Document found) {
    return found.get("place") != null;
  }

  private static Document write(Step step) {
    return new Document(STATUS, step.status().code())
        .append("sales_day", step.salesDay().toString())
        .append("at", Date.from(step.at()))
        .append("reason", step.reason());
  }

  private static PayoutLife read(Document found) {
    Document steps = found.get("steps", Document.class);
    return new PayoutLife(
        found.getString("_id"),
        new Head(
            found.getString("merchant_id"),
            Mode.of(found.getString("mode")),
            found.getString("currency")),
        LocalDate.parse(found.getString("date")),
        found.getLong("amount"),
        found.getString("iban"),
        found.getString("beneficiary"),
        LocalDate.parse(found.getString("execution_date")),
        steps.keySet().stream()
            .sorted()
            .map(number -> step(steps.get(number, Document.class)))
            .toList());
  }

  private static Step step(Document found) {
    return new Step(
        LifeStatus.of(found.getString(STATUS)).orElseThrow(),
        LocalDate.parse(found.getString("sales_day")),
        found.getDate("at").toInstant(),
        found.getString("reason"));
  }
}
