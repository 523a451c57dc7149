package io.openvpos.merchant.ledger.mongo;

import io.openvpos.merchant.ledger.domain.hold.HoldFact;
import io.openvpos.merchant.ledger.domain.hold.HoldMoves;
import io.openvpos.merchant.ledger.domain.hold.PlacedHold;
import io.openvpos.merchant.ledger.domain.journal.Source;
import io.openvpos.money.Mode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;

/// Notes of facts about holds, field by field. Zeroes are left out, and a stamped day that is the
/// note's own.
final class HoldDocuments {

  private HoldDocuments() {}

  static Document note(Source source, LocalDate day, List<PlacedHold> placed) {
    String offsets =
        placed.stream().map(one -> String.valueOf(one.offset())).collect(Collectors.joining(" "));
    return new Document("_id", source.id() + "|" + day + "|" + sha256(offsets))
        .append("source", source.id())
        .append("day", day.toString())
        .append("facts", placed.stream().map(HoldDocuments::write).toList());
  }

  static List<PlacedHold> placed(Document note) {
    LocalDate day = LocalDate.parse(note.getString("day"));
    return note.getList("facts", Document.class).stream().map(fact -> read(fact, day)).toList();
  }

  private static Document write(PlacedHold placed) {
    HoldFact fact = placed.fact();
    HoldMoves moves = fact.moves();
    Document written =
        new Document("event", fact.eventId())
            .append("offset", placed.offset())
            .append("mode", fact.mode().code())
            .append("currency", fact.currency().getCurrencyCode());
    if (placed.late()) {
      written.append("stamped", fact.stampedDay().toString());
    }
    put(written, "authorizations", moves.authorizations());
    put(written, "authorized", moves.authorized());
    put(written, "captures", moves.captures());
    put(written, "captured", moves.captured());
    put(written, "released", moves.released());
    return written;
  }

  private static PlacedHold read(Document found, LocalDate day) {
    String stamped = found.getString("stamped");
    HoldMoves moves =
        new HoldMoves(
            get(found, "authorizations"),
            get(found, "authorized"),
            get(found, "captures"),
            get(found, "captured"),
            get(found, "released"));
    HoldFact fact =
        new HoldFact(
            found.getString("event"),
            Mode.of(found.getString("mode")),
            Currency.getInstance(found.getString("currency")),
            stamped == null ? day : LocalDate.parse(stamped),
            moves);
    return new PlacedHold(fact, found.getLong("offset"), day);
  }

  private static void put(Document written, String field, long amount) {
    if (amount != 0) {
      written.append(field, amount);
    }
  }

  private static long get(Document found, String field) {
    Long amount = found.getLong(field);
    return amount == null ? 0 : amount;
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }
}
