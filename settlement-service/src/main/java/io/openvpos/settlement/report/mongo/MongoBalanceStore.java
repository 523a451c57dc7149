package io.openvpos.settlement.report.mongo;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.report.settlement.BalanceStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// `report_closings` for what is kept; sums are over `batches`, `payouts` and `conversions`, of
/// which nothing is changed here.
public final class MongoBalanceStore implements BalanceStore {

  private final Documents closings;
  private final Documents batches;
  private final Documents payouts;
  private final Documents conversions;

  public MongoBalanceStore(
      Documents closings, Documents batches, Documents payouts, Documents conversions) {
    this.closings = closings;
    this.batches = batches;
    this.payouts = payouts;
    this.conversions = conversions;
    closings.index(new Document("head", 1).append("day", 1));
    batches.index(new Document("merchant_id", 1).append("day", 1));
    payouts.index(new Document("merchant_id", 1).append("day", 1));
  }

  @Override
  public Optional<Kept> newestBefore(Head head, LocalDate day) {
    Document filter =
        new Document("head", head.id()).append("day", new Document("$lt", day.toString()));
    List<Document> found = closings.findMany(filter, new Document("day", -1), 1);
    return found.stream()
        .findFirst()
        .map(kept -> new Kept(LocalDate.parse(kept.getString("day")), kept.getLong("closing")));
  }

  @Override
  public void keep(Head head, Kept closing) {
    var _ =
        closings.insert(
            new Document("_id", head.id() + "|" + closing.day())
                .append("head", head.id())
                .append("day", closing.day().toString())
                .append("closing", closing.closing()));
  }

  @Override
  public long net(Head head, @Nullable LocalDate after, LocalDate before) {
    return sum(batches, of(head, after, before), "net");
  }

  @Override
  public long paid(Head head, @Nullable LocalDate after, LocalDate before) {
    return sum(payouts, of(head, after, before).append("number", 0), "amount");
  }

  @Override
  public long converted(Head head, @Nullable LocalDate after, LocalDate before) {
    Document taken = of(head, after, before);
    Document brought = of(head, after, before);
    brought.remove("currency");
    brought.append("bought_currency", head.currency());
    return Math.subtractExact(sum(conversions, brought, "bought"), sum(conversions, taken, "sold"));
  }

  private static Document of(Head head, @Nullable LocalDate after, LocalDate before) {
    Document days = new Document("$lt", before.toString());
    if (after != null) {
      days.append("$gt", after.toString());
    }
    return new Document("merchant_id", head.merchantId())
        .append("mode", head.mode().code())
        .append("currency", head.currency())
        .append("day", days);
  }

  private static long sum(Documents documents, Document filter, String field) {
    long[] sum = {0};
    documents.forEach(
        filter,
        new Document(field, 1),
        found -> sum[0] = Math.addExact(sum[0], found.getLong(field)));
    return sum[0];
  }
}
