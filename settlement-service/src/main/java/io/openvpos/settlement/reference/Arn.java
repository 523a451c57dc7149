package io.openvpos.settlement.reference;

import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.BatchId;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.Line;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The acquirer's reference of a presented item, `day.merchant.mode.currency.seq`: where its batch
/// line is found. The network gives it back in everything that it says about the item.
public record Arn(LocalDate day, Head head, long seq) {

  private static final Pattern SHAPE =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2})\\.([A-Za-z0-9._-]{1,64})\\.(test|live)\\.([A-Z]{3})"
              + "\\.([0-9]{1,18})");

  public static Arn of(Line line) {
    return new Arn(line.salesDay(), line.head(), line.seq());
  }

  public static Optional<Arn> parse(String text) {
    Matcher parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Head head = new Head(parts.group(2), Mode.of(parts.group(3)), parts.group(4));
    try {
      return Optional.of(
          new Arn(LocalDate.parse(parts.group(1)), head, Long.parseLong(parts.group(5))));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  public String batchId() {
    return BatchId.of(day, head);
  }

  public String text() {
    return batchId() + "." + seq;
  }
}
