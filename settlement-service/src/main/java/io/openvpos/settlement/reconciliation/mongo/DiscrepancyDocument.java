package io.openvpos.settlement.reconciliation.mongo;

import io.openvpos.money.Mode;
import io.openvpos.settlement.matter.mongo.MatterFields;
import io.openvpos.settlement.reconciliation.domain.Discrepancy;
import io.openvpos.settlement.reconciliation.domain.Item;
import io.openvpos.settlement.reconciliation.domain.ItemType;
import java.time.LocalDate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// How an exception is written.
final class DiscrepancyDocument {

  private DiscrepancyDocument() {}

  /// Everything but the id and the version.
  static Document state(Discrepancy one) {
    Document state =
        new Document("day", one.day().toString())
            .append("mode", one.mode().code())
            .append("kind", one.kind())
            .append("ours", item(one.ours()))
            .append("theirs", item(one.theirs()))
            .append("merchant_id", one.merchantId());
    state.putAll(MatterFields.write(one.matter()));
    return state;
  }

  static Discrepancy read(Document found) {
    return new Discrepancy(
        found.getString("_id"),
        found.getLong("version"),
        LocalDate.parse(found.getString("day")),
        Mode.of(found.getString("mode")),
        found.getString("kind"),
        readItem(found.get("ours", Document.class)),
        readItem(found.get("theirs", Document.class)),
        found.getString("merchant_id"),
        MatterFields.read(found));
  }

  private static @Nullable Document item(@Nullable Item item) {
    return item == null
        ? null
        : new Document("type", item.type().letters())
            .append("rrn", item.rrn())
            .append("stan", item.stan())
            .append("authorization_code", item.authorizationCode())
            .append("pan", item.pan())
            .append("amount", item.amount())
            .append("currency", item.currency())
            .append("date", item.date().toString())
            .append("reason", item.reason())
            .append("arn", item.arn())
            .append("case_reference", item.caseReference())
            .append("cycle", item.cycle());
  }

  private static @Nullable Item readItem(@Nullable Document found) {
    return found == null
        ? null
        : new Item(
            ItemType.of(found.getString("type")).orElseThrow(),
            found.getString("rrn"),
            found.getString("stan"),
            found.getString("authorization_code"),
            found.getString("pan"),
            found.getLong("amount"),
            found.getString("currency"),
            LocalDate.parse(found.getString("date")),
            found.getString("reason"),
            found.getString("arn"),
            found.getString("case_reference"),
            found.getInteger("cycle"));
  }
}
