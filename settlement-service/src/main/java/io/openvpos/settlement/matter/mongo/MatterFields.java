package io.openvpos.settlement.matter.mongo;

import io.openvpos.settlement.matter.domain.Matter;
import io.openvpos.settlement.matter.domain.Matter.Note;
import io.openvpos.settlement.matter.domain.Matter.Resolution;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// `status`, `opened_at`, `owner`, `notes`, `resolution` and `confirmed_by` of a document.
public final class MatterFields {

  private MatterFields() {}

  public static Document write(Matter matter) {
    return new Document("status", matter.status().code())
        .append("opened_at", Date.from(matter.openedAt()))
        .append("owner", matter.owner())
        .append("notes", matter.notes().stream().map(MatterFields::note).toList())
        .append("resolution", resolution(matter.resolution()))
        .append("confirmed_by", matter.confirmedBy());
  }

  public static Matter read(Document found) {
    return new Matter(
        Matter.Status.of(found.getString("status")).orElseThrow(),
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
}
