package io.openvpos.messaging.limits;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How often something may happen, written as `500/s burst 2000`: so many in each period, and so
/// many at once after a pause.
public record Rate(long tokens, Duration period, long burst) {

  private static final Pattern TEXT = Pattern.compile("([0-9]{1,9})/(s|min) burst ([0-9]{1,9})");

  public Rate {
    if (tokens < 1 || burst < 1) {
      throw new IllegalArgumentException("a rate that lets nothing through");
    }
  }

  /// Reads the text form; Spring finds this by its name.
  public static Rate valueOf(String text) {
    Matcher found = TEXT.matcher(text);
    if (!found.matches()) {
      throw new IllegalArgumentException("not a rate such as '500/s burst 2000': " + text);
    }
    return new Rate(
        Long.parseLong(found.group(1)),
        found.group(2).equals("s") ? Duration.ofSeconds(1) : Duration.ofMinutes(1),
        Long.parseLong(found.group(3)));
  }

  /// How long it takes until all of the burst may happen again.
  Duration refilledAfter() {
    return period.multipliedBy(burst).dividedBy(tokens);
  }
}
