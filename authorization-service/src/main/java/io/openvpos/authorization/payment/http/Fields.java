package io.openvpos.authorization.payment.http;

import io.openvpos.authorization.vault.FieldErrors;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.ProblemException.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the fields of one JSON object strictly and collects everything that is wrong, so that one
/// answer names it all. Values never appear in an error. A null field counts as absent.
public final class Fields implements FieldErrors {

  /// A field's name is the caller's own text: a card number in its place must not be repeated.
  private static final Pattern PRINTABLE_NAME = Pattern.compile("[a-z_]{1,40}[0-9]{0,3}");

  private static final String CARD_NUMBER = "card_number_not_allowed";

  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");

  private final JsonNode object;
  private final String path;
  private final List<FieldError> errors;

  private Fields(JsonNode object, String path, List<FieldError> errors) {
    this.object = object;
    this.path = path;
    this.errors = errors;
  }

  public static Fields of(JsonNode object) {
    return new Fields(object, "", new ArrayList<>());
  }

  @Override
  public void add(String pointer, String code) {
    errors.add(new FieldError(pointer, code, List.of()));
  }

  /// Throws what was collected, if anything.
  public void check() {
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
  }

  public Fields allowing(Set<String> names) {
    object.propertyNames().stream()
        .filter(name -> !names.contains(name))
        .forEach(name -> add(unknown(name), "unknown_field"));
    return this;
  }

  private String unknown(String name) {
    return PRINTABLE_NAME.matcher(name).matches() ? path + "/" + name : path;
  }

  public boolean has(String name) {
    return object.hasNonNull(name);
  }

  public JsonNode node(String name) {
    return object.path(name);
  }

  /// The object in a field; empty fields if it is absent.
  public Fields inside(String name) {
    JsonNode value = object.path(name);
    if (has(name) && !value.isObject()) {
      refuse(name, "invalid_type");
    }
    return new Fields(value, path + "/" + name, errors);
  }

  /// One of the objects in a list.
  public Fields element(String name, int index) {
    JsonNode value = object.path(name).path(index);
    if (!value.isObject()) {
      refuse(name + "/" + index, "invalid_type");
    }
    return new Fields(value, path + "/" + name + "/" + index, errors);
  }

  public void require(String name) {
    if (!has(name)) {
      refuse(name, "required");
    }
  }

  /// An integer within bounds, written as one: neither `1.0` nor `"1"`. Null if absent or refused.
  public @Nullable Long integer(String name, long least, long most) {
    if (!has(name)) {
      return null;
    }
    JsonNode value = object.path(name);
    if (!value.isIntegralNumber()) {
      refuse(name, "invalid_type");
      return null;
    }
    boolean within =
        value.canConvertToLong() && value.longValue() >= least && value.longValue() <= most;
    if (!within) {
      refuse(name, "out_of_range");
      return null;
    }
    return value.longValue();
  }

  /// Null if absent or refused.
  public @Nullable String text(String name, int longest) {
    if (!has(name)) {
      return null;
    }
    JsonNode value = object.path(name);
    if (!value.isString()) {
      return refuse(name, "invalid_type");
    }
    String text = value.stringValue();
    if (!isWellFormed(text)) {
      return refuse(name, "invalid_text");
    }
    return characters(text) <= longest ? text : refuse(name, "too_long");
  }

  /// Text that is kept or passed on: a card number in it is refused.
  public @Nullable String freeText(String name, int longest) {
    String text = text(name, longest);
    return text != null && CardText.isIn(text) ? refuse(name, CARD_NUMBER) : text;
  }

  /// At least one character, all visible ASCII, and no card number; null if absent or refused.
  public @Nullable String visibleAscii(String name, int longest) {
    String text = freeText(name, longest);
    return text == null || VISIBLE.matcher(text).matches() ? text : refuse(name, "invalid_text");
  }

  /// One of the words, or null if absent or refused.
  public @Nullable String word(String name, Set<String> words, String code) {
    String text = text(name, 100);
    return text == null || words.contains(text) ? text : refuse(name, code);
  }

  public boolean flag(String name) {
    if (!has(name)) {
      return false;
    }
    if (!object.path(name).isBoolean()) {
      refuse(name, "invalid_type");
    }
    return object.path(name).asBoolean(false);
  }

  /// String pairs.
  public Map<String, String> pairs(String name, int most, int longestName, int longestValue) {
    Fields inside = inside(name);
    Map<String, String> pairs = new LinkedHashMap<>();
    if (!inside.object.isObject()) {
      return pairs;
    }
    if (inside.object.size() > most) {
      refuse(name, "too_many");
      return pairs;
    }
    for (Map.Entry<String, JsonNode> pair : inside.object.properties()) {
      if (pair.getKey().isEmpty()
          || characters(pair.getKey()) > longestName
          || !isWellFormed(pair.getKey())) {
        refuse(name, "invalid_name");
      } else if (!pair.getValue().isString()) {
        add(inside.unknown(pair.getKey()), "invalid_type");
      } else if (!isWellFormed(pair.getValue().stringValue())) {
        add(inside.unknown(pair.getKey()), "invalid_text");
      } else if (characters(pair.getValue().stringValue()) > longestValue) {
        add(inside.unknown(pair.getKey()), "too_long");
      } else if (CardText.isIn(pair.getKey()) || CardText.isIn(pair.getValue().stringValue())) {
        refuse(name, CARD_NUMBER);
      } else {
        pairs.put(pair.getKey(), pair.getValue().stringValue());
      }
    }
    return pairs;
  }

  /// Half of a surrogate pair has no bytes in UTF-8: it would be stored as something else, and a
  /// replayed answer would not be the first one.
  private static boolean isWellFormed(String text) {
    return text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
  }

  private static int characters(String text) {
    return text.codePointCount(0, text.length());
  }

  public @Nullable String refuse(String name, String code) {
    add(path + "/" + name, code);
    return null;
  }
}
