package io.openvpos.sandbox.verify.books;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Fields as documents hold them.
final class Fields {

  /// Days are few and rows many: the same day is the same object.
  private static final Map<String, LocalDate> DAYS = new ConcurrentHashMap<>();

  private Fields() {}

  /// A text of which there are few, as one object however many rows have it.
  static String shared(Document found, String field) {
    return found.getString(field).intern();
  }

  static LocalDate day(Document found, String field) {
    return day(found.getString(field));
  }

  static LocalDate day(String text) {
    return DAYS.computeIfAbsent(text, LocalDate::parse);
  }

  /// A whole number, however wide it is stored. One that is missing or broken is an exception.
  static long number(Document found, String field) {
    Object value = found.get(field);
    if (value instanceof Long || value instanceof Integer) {
      return ((Number) value).longValue();
    }
    throw new IllegalStateException("field " + field + " is no whole number: " + value);
  }

  static @Nullable Integer numberOrNull(Document found, String field) {
    return found.get(field) == null ? null : Math.toIntExact(number(found, field));
  }

  static @Nullable LocalDate dayOrNull(Document found, String field) {
    String text = found.getString(field);
    return text == null ? null : day(text);
  }

  /// A list that is missing is empty.
  static <T> List<T> list(Document found, String field, Function<Document, T> each) {
    return found.getList(field, Document.class, List.of()).stream().map(each).toList();
  }
}
