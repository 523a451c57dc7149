package io.openvpos.sandbox.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.jspecify.annotations.Nullable;

/// Index keys in pages: how many values, then of each a type and the value. A random key has a page
/// of each level written anew, so most of what a commit encodes are keys. Tests of classes one by
/// one, because a switch over patterns took a sixth of a busy store's time.
final class IndexKeyFormat {

  private static final byte NULL = 0;
  private static final byte TEXT = 1;
  private static final byte NUMBER = 2;
  private static final byte INSTANT = 3;
  private static final byte OTHER = 4;

  private IndexKeyFormat() {}

  static void write(WriteBuffer pages, KeyValue key) {
    int size = key.size();
    pages.putVarInt(size);
    for (int i = 0; i < size; i++) {
      write(pages, key.get(i));
    }
  }

  private static void write(WriteBuffer pages, @Nullable Object value) {
    if (value == null) {
      pages.put(NULL);
      return;
    }
    if (value instanceof String text) {
      byte[] encoded = text.getBytes(UTF_8);
      pages.put(TEXT).putVarInt(encoded.length).put(encoded);
      return;
    }
    if (value instanceof Double number) {
      pages.put(NUMBER).putDouble(number);
      return;
    }
    if (value instanceof Instant instant) {
      // As BSON keeps it.
      pages.put(INSTANT).putLong(instant.toEpochMilli());
      return;
    }
    pages.put(OTHER);
    BsonPageType.INSTANCE.write(pages, value);
  }

  static KeyValue read(ByteBuffer pages) {
    int size = DataUtils.readVarInt(pages);
    List<@Nullable Object> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(
          switch (pages.get()) {
            case NULL -> null;
            case TEXT -> text(pages);
            case NUMBER -> pages.getDouble();
            case INSTANT -> Instant.ofEpochMilli(pages.getLong());
            default -> BsonPageType.INSTANCE.read(pages);
          });
    }
    return new KeyValue(values);
  }

  private static String text(ByteBuffer pages) {
    byte[] encoded = new byte[DataUtils.readVarInt(pages)];
    pages.get(encoded);
    return new String(encoded, UTF_8);
  }
}
