package io.openvpos.fraud.lists.reading;

import io.openvpos.card.CardNumbers;
import io.openvpos.fraud.lists.ListDesk;
import io.openvpos.fraud.lists.domain.ListEntity;
import io.openvpos.fraud.lists.domain.ListName;
import io.openvpos.fraud.lists.domain.ListValue;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.ProblemException.FieldError;
import io.openvpos.money.Mode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Checks what is to be put on a list, and collects what is wrong with it.
public final class WishReading {

  private static final int MAX_REASON = 300;
  private static final int MAX_HOURS = 24 * 3650;

  private final String source;
  private final Instant now;
  private final List<FieldError> errors = new ArrayList<>();

  public WishReading(String source, Instant now) {
    this.source = source;
    this.now = now;
  }

  /// Throws what was found wrong.
  public void check() {
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
  }

  int errors() {
    return errors.size();
  }

  /// Empty where something is wrong.
  ///
  /// @param at JSON pointer of what holds the fields
  public Optional<ListDesk.Wish> read(ListRequests.Add sent, String at) {
    int before = errors.size();
    ListName list = list(sent.list(), at + "/list");
    String value = list == null ? null : value(list, sent.value(), at + "/value");
    Mode mode = mode(sent.mode(), at + "/mode");
    String reason = reason(sent.reason(), at + "/reason");
    Instant expiresAt = expiry(sent, at);
    return list == null || value == null || errors.size() > before
        ? Optional.empty()
        : Optional.of(new ListDesk.Wish(list, value, mode, reason, source, expiresAt));
  }

  private @Nullable ListName list(@Nullable String code, String pointer) {
    if (code == null || code.isBlank()) {
      reject(pointer, "required");
      return null;
    }
    Optional<ListName> list = ListName.of(code);
    if (list.isEmpty()) {
      reject(pointer, "list_unknown");
    }
    return list.orElse(null);
  }

  private @Nullable String value(ListName list, @Nullable String typed, String pointer) {
    if (typed == null || typed.isBlank()) {
      reject(pointer, "required");
      return null;
    }
    Optional<String> value = ListValue.canonical(list.entity(), typed);
    // A range of BINs has as many digits as a card.
    boolean range = list.entity() == ListEntity.BIN && value.isPresent();
    if (ListValue.isCardNumber(typed) && !range) {
      reject(pointer, "card_number_not_allowed");
      return null;
    }
    if (value.isEmpty()) {
      reject(pointer, "list_value_" + list.entity().code());
    }
    return value.orElse(null);
  }

  private @Nullable Mode mode(@Nullable String code, String pointer) {
    if (code == null || code.isEmpty()) {
      return null;
    }
    Optional<Mode> mode = Mode.find(code);
    if (mode.isEmpty()) {
      reject(pointer, "invalid");
    }
    return mode.orElse(null);
  }

  private String reason(@Nullable String typed, String pointer) {
    String reason = typed == null ? "" : typed.strip();
    if (reason.isEmpty()) {
      reject(pointer, "required");
    } else if (reason.length() > MAX_REASON) {
      reject(pointer, "too_long");
    } else if (CardNumbers.mayBeIn(reason)) {
      reject(pointer, "card_number_not_allowed");
    }
    return reason;
  }

  private @Nullable Instant expiry(ListRequests.Add sent, String at) {
    Integer hours = sent.ttlHours();
    String instant = sent.expiresAt();
    boolean dated = instant != null && !instant.isEmpty();
    if (hours != null) {
      if (dated || hours < 1 || hours > MAX_HOURS) {
        reject(at + "/ttl_hours", dated ? "invalid" : "out_of_range");
      }
      return now.plus(Duration.ofHours(hours));
    }
    if (!dated) {
      return null;
    }
    try {
      Instant expiresAt = Instant.parse(instant);
      if (!expiresAt.isAfter(now)) {
        reject(at + "/expires_at", "not_in_the_future");
      } else if (expiresAt.isAfter(now.plus(Duration.ofHours(MAX_HOURS)))) {
        reject(at + "/expires_at", "out_of_range");
      }
      return expiresAt;
    } catch (DateTimeParseException malformed) {
      reject(at + "/expires_at", "invalid_format");
      return null;
    }
  }

  void reject(String pointer, String code, Object... arguments) {
    errors.add(new FieldError(pointer, code, List.of(arguments)));
  }
}
