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
      return whole ? this.<URI>refuse("/url", "required") : null;
    }
    if (text.length() > LONGEST_URL) {
      return refuse("/url", "too_long");
    }
    if (CardNumbers.mayBeIn(text)) {
      return refuse("/url", "card_number_not_allowed");
    }
    try {
      URI url = new URI(text);
      return url.isAbsolute() && allowed.test(url) ? url : refuse("/url", "invalid_webhook_url");
    } catch (URISyntaxException e) {
      return refuse("/url", "invalid_webhook_url");
    }
  }

  private @Nullable EventFilter filter(@Nullable List<String> patterns) {
    if (patterns == null) {
      return null;
    }
    if (patterns.isEmpty() || patterns.size() > EventFilter.MOST) {
      return refuse("/events", patterns.isEmpty() ? "required" : "too_many");
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
      return refuse("/description", "too_long");
    }
    return CardNumbers.mayBeIn(text)
        ? refuse("/description", "card_number_not_allowed")
        : text.strip();
  }

  private <T> @Nullable T refuse(String pointer, String code) {
    problem.field(pointer, code);
    wrong = true;
    return null;
  }
}
