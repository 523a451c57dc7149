package io.openvpos.sandbox.verify.checks;

import io.openvpos.sandbox.network.NetworkRecord;
import io.openvpos.sandbox.verify.books.LogLine;
import io.openvpos.sandbox.verify.books.Stored;
import io.openvpos.sandbox.verify.books.Told;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/// 11. Documents field by field, names too, and the vault's as well: what is in it is encrypted;
///     records as bytes and decoded; logs line by line.
final class CardSecrecy extends Check {

  private static final Pattern MASKED = Pattern.compile("|\\d{6}\\*+\\d{4}");

  private long documents;
  private long records;
  private long lines;
  private long messages;

  CardSecrecy() {
    super(11, "no card number and no card code outside the vault");
  }

  @Override
  void network(NetworkRecord message) {
    messages++;
    expect(
        MASKED.matcher(message.pan()).matches(),
        "the network's log has an unmasked PAN under RRN " + message.rrn());
  }

  @Override
  void stored(Stored stored) {
    documents++;
    value(stored::name, stored.document());
  }

  @Override
  void told(Told told) {
    records++;
    text(told::place, told.key());
    text(told::place, new String(told.value(), StandardCharsets.ISO_8859_1));
    value(told::place, told.record());
  }

  @Override
  void log(LogLine line) {
    lines++;
    text(() -> line.file() + ":" + line.number(), line.text());
  }

  @FunctionalInterface
  private interface Place {
    String name();
  }

  private void value(Place place, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Map<?, ?> fields ->
          fields.forEach((name, inner) -> field(place, String.valueOf(name), inner));
      case Collection<?> many -> many.forEach(one -> value(place, one));
      case IndexedRecord record -> {
        for (Schema.Field field : record.getSchema().getFields()) {
          field(place, field.name(), record.get(field.pos()));
        }
      }
      case CharSequence text -> text(place, text);
      case Number number -> text(place, number.toString());
      case Binary binary -> text(place, new String(binary.getData(), StandardCharsets.ISO_8859_1));
      default -> {
        // Dates, enumerations and truth values hold no digits of a card.
      }
    }
  }

  private void field(Place place, String name, @Nullable Object value) {
    expect(!CardScan.namesCode(name), place.name() + " has a field " + name);
    text(place, name);
    value(place, value);
  }

  private void text(Place place, CharSequence text) {
    String found = CardScan.find(text);
    if (found != null) {
      fault(place.name() + " holds " + found);
    }
  }

  @Override
  String judge() {
    return "%d documents, %d records, %d log lines, %d network messages"
        .formatted(documents, records, lines, messages);
  }
}
