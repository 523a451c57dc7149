package io.openvpos.authorization.webhook.http;

import io.openvpos.authorization.webhook.domain.EventFilter;
import io.openvpos.card.CardNumbers;
import io.openvpos.messaging.http.ProblemException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Checks what is sent of an endpoint, and names everything wrong at once.
final class EndpointReading {

  private static final int LONGEST_URL = 2_048;
  private static final int LONGEST_DESCRIPTION = 200;

  private final ProblemException problem = ProblemException.of(400, "validation_failed");
  private boolean wrong;

  /// What was read; null where it was not sent.
  record Read(@Nullable URI url, @Nullable EventFilter filter, @Nullable String description) {}

  /// @param allowed whether an address may be posted to
  /// @param whole whether the address must be there
  static Read read(EndpointRequest sent, Predicate<URI> allowed, boolean whole) {
    EndpointReading reading = new EndpointReading();
    URI url = reading.url(sent.url(), allowed, whole);
    EventFilter filter = reading.filter(sent.events());
    String description = reading.description(sent.description());
    if (reading.wrong) {
      throw reading.problem;
    }
    return new Read(url, filter, description);
  }

  private @Nullable URI url(@Nullable String text, Predicate<URI> allowed, boolean whole) {
    if (text == null) {
      if (whole) {
        refuse("/url", "required");
      }
      return null;
    }
    if (text.length() > LONGEST_URL || CardNumbers.mayBeIn(text)) {
      refuse("/url", text.length() > LONGEST_URL ? "too_long" : "card_number_not_allowed");
      return null;
    }
    URI url = parsed(text);
    if (url == null || !url.isAbsolute() || !allowed.test(url)) {
      refuse("/url", "invalid_webhook_url");
    }
    return url;
  }

  private static @Nullable URI parsed(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private @Nullable EventFilter filter(@Nullable List<String> patterns) {
    if (patterns == null) {
      return null;
    }
    if (patterns.isEmpty() || patterns.size() > EventFilter.MOST) {
      refuse("/events", patterns.isEmpty() ? "required" : "too_many");
      return null;
    }
    for (int i = 0; i < patterns.size(); i++) {
      String pattern = patterns.get(i);
      // A JSON array may hold null.
      if (pattern == null || !EventFilter.isPattern(pattern)) {
        refuse("/events/" + i, "unknown_event");
      }
    }
    return wrong ? null : new EventFilter(patterns.stream().distinct().toList());
  }

  private @Nullable String description(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (text.length() > LONGEST_DESCRIPTION) {
      refuse("/description", "too_long");
    } else if (CardNumbers.mayBeIn(text)) {
      refuse("/description", "card_number_not_allowed");
    }
    return text.strip();
  }

  private void refuse(String pointer, String code) {
    problem.field(pointer, code);
    wrong = true;
  }
}
