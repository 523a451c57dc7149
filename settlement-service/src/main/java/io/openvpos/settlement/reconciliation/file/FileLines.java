package io.openvpos.settlement.reconciliation.file;

import io.openvpos.money.Mode;
import io.openvpos.settlement.reconciliation.domain.Item;
import io.openvpos.settlement.reconciliation.domain.ItemType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;

/// The lines of a file as text, and text as lines. A value that breaks its rule is an
/// [IllegalArgumentException] whose message is the code.
final class FileLines {

  private static final int HEADER_FIELDS = 7;
  private static final int ITEM_FIELDS = 13;
  private static final String VALUE = "clearing_value";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern RRN = Pattern.compile("[0-9A-Z]{12}");
  private static final Pattern STAN = Pattern.compile("([0-9]{6})?");
  private static final Pattern AUTHORIZATION = Pattern.compile("[0-9A-Za-z]{0,6}");

  /// Never a whole card number.
  private static final Pattern PAN = Pattern.compile("([0-9]{0,6}\\*{3,9}[0-9]{4})?");

  private static final Pattern AMOUNT = Pattern.compile("[1-9][0-9]{0,14}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern REASON = Pattern.compile("[0-9A-Za-z.]{0,10}");
  private static final Pattern ARN = Pattern.compile("[A-Za-z0-9._-]{0,100}");
  private static final Pattern CASE = Pattern.compile("[A-Za-z0-9._-]{0,40}");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,6}");

  private FileLines() {}

  static String header(FileHeader header) {
    return String.join(
        "|",
        "H",
        header.kind().code(),
        header.fileId(),
        header.network(),
        header.day().toString(),
        header.mode().code(),
        String.valueOf(header.sequence()));
  }

  static FileHeader header(String line, FileKind kind) {
    List<String> fields = fields(line);
    if (fields.size() != HEADER_FIELDS || !fields.getFirst().equals("H")) {
      throw new IllegalArgumentException("clearing_header");
    }
    if (!fields.get(1).equals(kind.code())) {
      throw new IllegalArgumentException("clearing_format");
    }
    return new FileHeader(
        kind,
        checked(fields.get(2), NAME),
        checked(fields.get(3), NAME),
        date(fields.get(4)),
        mode(fields.get(5)),
        Integer.parseInt(checked(fields.get(6), DIGITS)));
  }

  static String item(Item item) {
    return String.join(
        "|",
        "D",
        item.type().letters(),
        item.rrn(),
        item.stan(),
        item.authorizationCode(),
        item.pan(),
        String.valueOf(item.amount()),
        item.currency(),
        item.date().toString(),
        item.reason(),
        item.arn(),
        item.caseReference(),
        String.valueOf(item.cycle()));
  }

  static Item item(String line) {
    List<String> fields = fields(line);
    if (fields.size() != ITEM_FIELDS) {
      throw new IllegalArgumentException("clearing_layout");
    }
    Item item =
        new Item(
            ItemType.of(fields.get(1)).orElseThrow(() -> new IllegalArgumentException(VALUE)),
            checked(fields.get(2), RRN),
            checked(fields.get(3), STAN),
            checked(fields.get(4), AUTHORIZATION),
            checked(fields.get(5), PAN),
            Long.parseLong(checked(fields.get(6), AMOUNT)),
            checked(fields.get(7), CURRENCY),
            date(fields.get(8)),
            checked(fields.get(9), REASON),
            checked(fields.get(10), ARN),
            checked(fields.get(11), CASE),
            Integer.parseInt(checked(fields.get(12), DIGITS)));
    if (item.type().isPresented() != item.caseReference().isEmpty()) {
      throw new IllegalArgumentException(VALUE);
    }
    return item;
  }

  private static List<String> fields(String line) {
    return List.of(line.split("\\|", -1));
  }

  private static String checked(String text, Pattern rule) {
    if (!rule.matcher(text).matches()) {
      throw new IllegalArgumentException(VALUE);
    }
    return text;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(VALUE, e);
    }
  }

  private static Mode mode(String text) {
    try {
      return Mode.of(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(VALUE, e);
    }
  }
}
