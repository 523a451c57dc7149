package io.openvpos.sandbox.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/// Documents, ids and index keys in MVStore pages as BSON: one type byte, then the value. Java
/// serialization, the library's own choice, costs three to four times the throughput.
class BsonPageType extends BasicDataType<Object> {

  static final BsonPageType INSTANCE = new BsonPageType();

  private static final byte TEXT = 0x02;

  // Bytes that BSON itself does not use as types.
  private static final byte MISSING = 0x70;
  private static final byte KEY_AS_LIST = 0x71;
  private static final byte INDEX_KEY = 0x72;
  private static final byte STORED = 0x73;

  private static final int OBJECT_BYTES = 32;

  /// Values are encoded one by one, thousands in a commit.
  static final ThreadLocal<ByteBuf> ENCODED = ThreadLocal.withInitial(() -> Unpooled.buffer(4096));

  BsonPageType() {}

  @Override
  public void write(WriteBuffer pages, Object value) {
    if (value instanceof StoredDocument document) {
      pages.put(STORED);
      document.write(pages);
      return;
    }
    if (value instanceof Missing) {
      pages.put(MISSING);
      return;
    }
    if (value instanceof KeyValue key) {
      pages.put(INDEX_KEY);
      IndexKeyFormat.write(pages, key);
      return;
    }
    if (value instanceof String text) {
      // As BSON has it: the length with the zero behind, lowest byte first.
      byte[] encoded = text.getBytes(UTF_8);
      pages.put(TEXT).putInt(Integer.reverseBytes(encoded.length + 1)).put(encoded).put((byte) 0);
      return;
    }
    ByteBuf encoded = ENCODED.get().clear();
    byte type = BsonEncoder.determineType(value);
    pages.put(type);
    BsonEncoder.encodeValue(type, value, encoded);
    pages.put(encoded.array(), encoded.arrayOffset(), encoded.writerIndex());
  }

  @Override
  public Object read(ByteBuffer pages) {
    byte type = pages.get();
    if (type == MISSING) {
      return Missing.getInstance();
    }
    if (type == INDEX_KEY) {
      return IndexKeyFormat.read(pages);
    }
    if (type == STORED) {
      return StoredDocument.readFrom(pages);
    }
    ByteBuf encoded = Unpooled.wrappedBuffer(pages.slice());
    Object value =
        type == KEY_AS_LIST
            ? new KeyValue(
                (Collection<?>)
                    BsonDecoder.decodeValue(BsonEncoder.determineType(List.of()), encoded))
            : BsonDecoder.decodeValue(type, encoded);
    pages.position(pages.position() + encoded.readerIndex());
    return value;
  }

  /// A total order that agrees with `equals`; across types it follows no MongoDB rule, because the
  /// maps are only looked up by key and scanned whole.
  @Override
  public int compare(Object left, Object right) {
    return order(left, right);
  }

  private static int order(@Nullable Object left, @Nullable Object right) {
    if (left instanceof String text && right instanceof String other) {
      return text.compareTo(other);
    }
    if (left instanceof KeyValue key && right instanceof KeyValue other) {
      return orderKeys(key, other);
    }
    if (left instanceof Instant time && right instanceof Instant other) {
      return time.compareTo(other);
    }
    int ranks = Integer.compare(rank(left), rank(right));
    if (ranks != 0) {
      return ranks;
    }
    if (left == null || right == null) {
      return 0;
    }
    return switch (left) {
      case Double number -> number.compareTo((Double) right);
      case Long number -> number.compareTo((Long) right);
      case Integer number -> number.compareTo((Integer) right);
      case Boolean truth -> truth.compareTo((Boolean) right);
      case BinData bytes -> bytes.compareTo((BinData) right);
      case Document document -> orderAll(flat(document), flat((Document) right));
      case Collection<?> values -> orderAll(values, (Collection<?>) right);
      case Missing _ -> 0;
      default -> orderOther(left, right);
    };
  }

  private static int rank(@Nullable Object value) {
    return switch (value) {
      case null -> 0;
      case Missing _ -> 0;
      case Boolean _ -> 1;
      case Integer _ -> 2;
      case Long _ -> 3;
      case Double _ -> 4;
      case String _ -> 5;
      case BinData _ -> 6;
      case Collection<?> _ -> 7;
      case Document _ -> 8;
      case KeyValue _ -> 9;
      default -> 10;
    };
  }

  private static int orderKeys(KeyValue left, KeyValue right) {
    int both = Math.min(left.size(), right.size());
    for (int i = 0; i < both; i++) {
      int order = order(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static int orderAll(Collection<?> left, Collection<?> right) {
    var others = right.iterator();
    for (Object value : left) {
      if (!others.hasNext()) {
        return 1;
      }
      int order = order(value, others.next());
      if (order != 0) {
        return order;
      }
    }
    return others.hasNext() ? -1 : 0;
  }

  private static List<Object> flat(Document document) {
    List<Object> flat = new ArrayList<>(document.size() * 2);
    for (Map.Entry<String, Object> field : document.entrySet()) {
      flat.add(field.getKey());
      flat.add(field.getValue());
    }
    return flat;
  }

  @SuppressWarnings("unchecked")
  private static int orderOther(Object left, Object right) {
    int classes = left.getClass().getName().compareTo(right.getClass().getName());
    if (classes != 0) {
      return classes;
    }
    return left instanceof Comparable<?> comparable
        ? ((Comparable<Object>) comparable).compareTo(right)
        : left.toString().compareTo(right.toString());
  }

  @Override
  public int getMemory(Object value) {
    if (value instanceof StoredDocument document) {
      return OBJECT_BYTES + document.bytes();
    }
    if (value instanceof String text) {
      return OBJECT_BYTES + text.length();
    }
    if (value instanceof KeyValue key) {
      return OBJECT_BYTES * (1 + 2 * key.size());
    }
    if (value instanceof Document document) {
      int bytes = OBJECT_BYTES;
      for (Map.Entry<String, Object> field : document.entrySet()) {
        bytes += OBJECT_BYTES + field.getKey().length() + getMemory(field.getValue());
      }
      return bytes;
    }
    if (value instanceof Collection<?> values) {
      int bytes = OBJECT_BYTES;
      for (Object element : values) {
        bytes += getMemory(element);
      }
      return bytes;
    }
    if (value instanceof BinData bytes) {
      return OBJECT_BYTES + bytes.getData().length;
    }
    return value == null ? 0 : OBJECT_BYTES;
  }

  @Override
  public Object[] createStorage(int size) {
    return new Object[size];
  }
}
