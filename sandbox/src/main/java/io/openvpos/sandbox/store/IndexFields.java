package io.openvpos.sandbox.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The key of a document without lists, as the library makes it: the library takes paths apart by
/// regular expression, five times over for each document and index.
final class IndexFields {

  private static final long EXACT_AS_DOUBLE = 1L << 53;

  private final String[][] paths;

  IndexFields(List<IndexKey> keys) {
    paths = keys.stream().map(key -> key.getKey().split("\\.", -1)).toArray(String[][]::new);
  }

  /// Nothing where a value is such that the library must make the keys.
  Optional<KeyValue> key(Document document) {
    @Nullable Object[] values = new Object[paths.length];
    for (int i = 0; i < values.length; i++) {
      Object value = value(document, paths[i]);
      switch (value) {
        case null -> values[i] = null;
        case String _, Instant _, Boolean _ -> values[i] = value;
        case Integer number -> values[i] = number.doubleValue();
        case Long number when Math.abs(number) < EXACT_AS_DOUBLE ->
            values[i] = number.doubleValue();
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new KeyValue(Arrays.asList(values)));
  }

  /// Whether any of the fields is there, also as null; what lies in a list counts as there.
  boolean anyIn(Document document) {
    for (String[] path : paths) {
      Object within = document;
      int depth = 0;
      while (within instanceof Document next && next.containsKey(path[depth])) {
        within = next.get(path[depth]);
        depth++;
        if (depth == path.length) {
          return true;
        }
      }
      if (within instanceof Iterable<?>) {
        return true;
      }
    }
    return false;
  }

  /// Null where it is missing.
  private static @Nullable Object value(Document document, String[] path) {
    Object value = document;
    for (String name : path) {
      if (value == null) {
        return null;
      }
      if (!(value instanceof Document within)) {
        return value instanceof Iterable<?> ? value : null;
      }
      value = within.get(name);
    }
    return value;
  }
}
