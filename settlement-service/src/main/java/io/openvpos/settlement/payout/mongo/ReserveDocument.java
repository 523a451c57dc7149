package io.openvpos.settlement.payout.mongo;

import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.payout.domain.ReserveMovement;
import io.openvpos.settlement.payout.domain.ReserveMovement.Kind;
import java.time.LocalDate;
import java.util.Date;
import java.util.Locale;
import org.bson.Document;

/// How a movement of the reserve is written, in `reserve_movements` and in its head alike.
final class ReserveDocument {

  private ReserveDocument() {}

  static Document write(ReserveMovement movement) {
    LocalDate releaseOn = movement.releaseOn();
    return new Document("_id", movement.eventId())
        .append("merchant_id", movement.head().merchantId())
        .append("mode", movement.head().mode().code())
        .append("currency", movement.head().currency())
        .append("day", movement.day().toString())
        .append("kind", movement.kind().name().toLowerCase(Locale.ROOT))
        .append("amount", movement.amount())
        .append("at", Date.from(movement.at()))
        .append("release_on", releaseOn == null ? null : releaseOn.toString());
  }

  static ReserveMovement read(Document found) {
    String releaseOn = found.getString("release_on");
    return new ReserveMovement(
        new Head(
            found.getString("merchant_id"),
            Mode.of(found.getString("mode")),
            found.getString("currency")),
        LocalDate.parse(found.getString("day")),
        Kind.valueOf(found.getString("kind").toUpperCase(Locale.ROOT)),
        found.getLong("amount"),
        found.getDate("at").toInstant(),
        releaseOn == null ? null : LocalDate.parse(releaseOn));
  }
}
