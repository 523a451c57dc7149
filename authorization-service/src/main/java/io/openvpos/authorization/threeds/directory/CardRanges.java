package io.openvpos.authorization.threeds.directory;

import io.openvpos.authorization.threeds.domain.Protocol;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The card ranges of a PRes: which cards take part, and how. The narrowest range wins.
final class CardRanges {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> NEWEST_FIRST =
      new java.util.LinkedHashSet<>(List.of("2.2.0", "2.1.0"));

  private record Range(String from, String to, String version, @Nullable String methodUrl) {

    /// Of equal length the text's order is the number's.
    boolean holds(String pan) {
      return pan.length() == from.length() && pan.compareTo(from) >= 0 && pan.compareTo(to) <= 0;
    }

    long width() {
      return Long.parseLong(to) - Long.parseLong(from);
    }
  }

  private final List<Range> ranges;

  private CardRanges(List<Range> ranges) {
    this.ranges = ranges.stream().sorted(Comparator.comparingLong(Range::width)).toList();
  }

  static CardRanges none() {
    return new CardRanges(List.of());
  }

  /// Ranges that cannot be read, or that speak no version of ours, take no part.
  static CardRanges read(String pres) {
    JsonNode message = JSON.readTree(pres);
    return new CardRanges(
        message.path("cardRangeData").valueStream().flatMap(each -> range(each).stream()).toList());
  }

  private static Optional<Range> range(JsonNode each) {
    String from = each.path("startRange").asString("");
    String to = each.path("endRange").asString("");
    if (!from.matches("\\d{13,19}") || from.length() != to.length() || !to.matches("\\d+")) {
      return Optional.empty();
    }
    String lowest = each.path("acsStartProtocolVersion").asString("");
    String highest = each.path("acsEndProtocolVersion").asString("");
    String method = each.path("threeDSMethodURL").asString("");
    return NEWEST_FIRST.stream()
        .filter(version -> version.compareTo(lowest) >= 0 && version.compareTo(highest) <= 0)
        .findFirst()
        .map(version -> new Range(from, to, version, method.isEmpty() ? null : method));
  }

  Optional<Protocol> find(String pan) {
    return ranges.stream()
        .filter(range -> range.holds(pan))
        .findFirst()
        .map(range -> new Protocol(range.version(), range.methodUrl()));
  }

  int size() {
    return ranges.size();
  }
}
