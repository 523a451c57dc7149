package io.openvpos.sandbox.verify.reading;

import com.mongodb.reactivestreams.client.MongoClient;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.sandbox.verify.books.AuthorizationReading;
import io.openvpos.sandbox.verify.books.MerchantReading;
import io.openvpos.sandbox.verify.books.SettlementReading;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/// What the stores say is still to be done. Asks by indexes where there are any.
final class OpenWork {

  /// An attempt or an advice within this of now is being worked on; holds lapse much later.
  private static final Duration SOON = Duration.ofSeconds(30);

  private static final List<String> OUTBOXES =
      List.of(
          AuthorizationReading.PAYMENTS,
          SettlementReading.BATCHES,
          SettlementReading.PAYABLES,
          SettlementReading.SEQUENCE,
          SettlementReading.DATABASE + ".chargebacks",
          SettlementReading.DATABASE + ".report_files",
          MerchantReading.DATABASE + ".merchants",
          MerchantReading.DATABASE + ".adjustments");

  /// Where records of money topics are put aside until they are replayed.
  private static final List<String> PARKINGS =
      List.of(MerchantReading.DATABASE + ".parkings", SettlementReading.DATABASE + ".parkings");

  private final MongoClient client;
  private final Clock clock;

  OpenWork(MongoClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  /// The first thing found in each place.
  List<String> find() {
    List<String> open = new ArrayList<>();
    for (String place : OUTBOXES) {
      first(place, new Document("outbox.id", new Document("$exists", true)))
          .ifPresent(found -> open.add("events unsent in " + place + " " + found.get("_id")));
    }
    first(
            MerchantReading.HEADS,
            new Document("pending.source_partition", new Document("$exists", true)))
        .ifPresent(found -> open.add("entries pending in head " + found.get("_id")));
    for (String place : PARKINGS) {
      first(place, new Document("open", true))
          .ifPresent(found -> open.add("records are parked in " + place + " " + found.get("_id")));
    }
    first(SettlementReading.SEQUENCE, new Document("closing", new Document("$ne", null)))
        .ifPresent(_ -> open.add("a business day is closing"));
    filesMissing().ifPresent(day -> open.add("no payment file yet of " + day));
    if (open.isEmpty()) {
      Date until = Date.from(clock.instant().plus(SOON));
      first(
              AuthorizationReading.PAYMENTS,
              new Document(AuthorizationReading.ATTENTION_AT, new Document("$lte", until)))
          .ifPresent(found -> open.add("an attempt or advice is open in " + found.get("_id")));
    }
    return open;
  }

  private Optional<String> filesMissing() {
    return documents(SettlementReading.BUSINESS_DAYS)
        .findMany(new Document("payouts", new Document("$gt", 0)), new Document("_id", -1), 1)
        .stream()
        .filter(day -> day.get("closed_at") != null)
        .map(day -> day.getString("_id"))
        .filter(day -> first(SettlementReading.PAYOUT_FILES, new Document("day", day)).isEmpty())
        .findFirst();
  }

  private Optional<Document> first(String place, Document filter) {
    return documents(place).findOne(filter);
  }

  private Documents documents(String place) {
    int dot = place.indexOf('.');
    return Documents.plain(client.getDatabase(place.substring(0, dot)), place.substring(dot + 1));
  }
}
