package io.openvpos.settlement.reconciliation.mongo;

import io.openvpos.money.Mode;
import io.openvpos.settlement.reconciliation.domain.Discrepancy;
import io.openvpos.settlement.reconciliation.domain.Discrepancy.Note;
import io.openvpos.settlement.reconciliation.domain.Discrepancy.Resolution;
import io.openvpos.settlement.reconciliation.domain.Item;
import io.openvpos.settlement.reconciliation.domain.ItemType;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// How an exception is written.
final class DiscrepancyDocument {

  private DiscrepancyDocument() {}

  /// Everything but the id and the version.
  static Document state(Discrepancy one) {
    return new Document("day", one.day().toString())
        .append("mode", one.mode().code())
        .append("kind", one.kind())
        .append("ours", item(one.ours()))
        .append("theirs", item(one.theirs()))
        .append("merchant_id", one.merchantId())
        .append("status", one.status().code())
        .append("opened_at", Date.from(one.openedAt()))
        .append("owner", one.owner())
        .append("notes", one.notes().stream().map(DiscrepancyDocument::note).toList())
        .append("resolution", resolution(one.resolution()))
        .append("confirmed_by", one.confirmedBy());
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
        Discrepancy.Status.of(found.getString("status")).orElseThrow(),
        found.getDate("opened_at").toInstant(),
        found.getString("owner"),
        found.getList("notes", Document.class, List.of()).stream()
            .map(note ->
                new Note(
                    note.getDate("at").toInstant(), note.getString("by"), note.getString("text")))
            .toList(),
        readResolution(found.get("resolution", Document.class)),
        found.getString("confirmed_by"));
  }

  private static Document note(Note note) {
    return new Document("at", Date.from(note.at()))
        .append("by", note.by())
        .append("text", note.text());
  }

  private static @Nullable Document resolution(@Nullable Resolution resolution) {
    return resolution == null
        ? null
        : new Document("kind", resolution.kind())
            .append("adjustment_id", resolution.adjustmentId())
            .append("note", resolution.note())
            .append("by", resolution.by())
            .append("at", Date.from(resolution.at()));
  }

  private static @Nullable Resolution readResolution(@Nullable Document found) {
    return found == null
        ? null
        : new Resolution(
            found.getString("kind"),
            found.getString("adjustment_id"),
            found.getString("note"),
            found.getString("by"),
            found.getDate("at").toInstant());
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
