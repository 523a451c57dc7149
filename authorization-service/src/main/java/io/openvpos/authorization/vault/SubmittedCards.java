package io.openvpos.authorization.vault;

import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the `card` object of a request. Values never appear in an error, only pointers and codes:
/// `required`, `invalid_type`, `unknown_field`, `invalid_number`, `invalid_length`, `invalid_luhn`,
/// `out_of_range`, `invalid_cvc`, `invalid_text`, `too_long`.
public final class SubmittedCards {

  static final int LONGEST_HOLDER_NAME = 100;

  private static final Set<String> FIELDS =
      Set.of("number", "expiry_month", "expiry_year", "cvc", "holder_name");

  /// A field's name is the caller's own text: it may be a card number put in the wrong place.
  private static final Pattern PRINTABLE_NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]{0,39}");

  private static final Pattern MANY_DIGITS = Pattern.compile(".*(\\d.*){6}");

  private final JsonNode card;
  private final FieldErrors errors;
  private boolean sound = true;

  private SubmittedCards(JsonNode card, FieldErrors errors) {
    this.card = card;
    this.errors = errors;
  }

  /// The card, or nothing if `errors` was told what is wrong. Pointers start with `/card`. An
  /// expiry in the past is the issuer's business, not ours.
  public static Optional<SubmittedCard> read(JsonNode card, FieldErrors errors) {
    return new SubmittedCards(card, errors).read();
  }

  private Optional<SubmittedCard> read() {
    if (!card.isObject()) {
      errors.add("/card", "invalid_type");
      return Optional.empty();
    }
    card.propertyNames().stream().filter(name -> !FIELDS.contains(name)).forEach(this::unknown);
    String number = readNumber();
    int month = readInteger("expiry_month", 1, 12);
    int year = readInteger("expiry_year", 1000, 9999);
    String cvc = readCvc();
    String holderName = readHolderName();
    if (!sound || number == null) {
      return Optional.empty();
    }
    return Optional.of(
        new SubmittedCard(
            new Pan(number),
            YearMonth.of(year, month),
            cvc == null ? null : new Cvc(cvc),
            holderName));
  }

  private @Nullable String readNumber() {
    String number = readText("number");
    if (number == null) {
      return card.has("number") && !card.path("number").isNull()
          ? null
          : refuse("number", "required");
    }
    if (!Pan.isNumber(number)) {
      return refuse("number", "invalid_number");
    }
    if (!Pan.hasCardLength(number)) {
      return refuse("number", "invalid_length");
    }
    return Pan.passesLuhn(number) ? number : refuse("number", "invalid_luhn");
  }

  private @Nullable String readCvc() {
    String cvc = readText("cvc");
    return cvc == null || Cvc.isCode(cvc) ? cvc : refuse("cvc", "invalid_cvc");
  }

  private @Nullable String readHolderName() {
    String name = readText("holder_name");
    if (name != null
        && name.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
      return refuse("holder_name", "invalid_text");
    }
    return name == null || name.codePointCount(0, name.length()) <= LONGEST_HOLDER_NAME
        ? name
        : refuse("holder_name", "too_long");
  }

  /// Null for an absent or null field, and for one of another type after telling so.
  private @Nullable String readText(String field) {
    JsonNode value = card.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    return value.isString() ? value.stringValue() : refuse(field, "invalid_type");
  }

  private int readInteger(String field, int least, int most) {
    JsonNode value = card.path(field);
    if (value.isMissingNode() || value.isNull()) {
      refuse(field, "required");
      return least;
    }
    if (!value.isIntegralNumber()) {
      refuse(field, "invalid_type");
      return least;
    }
    if (!value.canConvertToInt() || value.intValue() < least || value.intValue() > most) {
      refuse(field, "out_of_range");
      return least;
    }
    return value.intValue();
  }

  private void unknown(String name) {
    boolean printable =
        PRINTABLE_NAME.matcher(name).matches() && !MANY_DIGITS.matcher(name).matches();
    refuse(printable ? name : "", "unknown_field");
  }

  private @Nullable String refuse(String field, String code) {
    sound = false;
    errors.add(field.isEmpty() ? "/card" : "/card/" + field, code);
    return null;
  }
}
