package io.openvpos.sandbox.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/// A non-unique index, which the library accepts but does not build: its keys with the document's
/// id behind them, so that all documents of one key, or of a prefix of it, lie side by side.
final class DurableSecondaryIndex extends Index<Object> {

  private final MVMap<KeyValue, Object> positions;
  private final IndexFields fields;

  DurableSecondaryIndex(
      MVMap<KeyValue, Object> positions, String name, List<IndexKey> keys, boolean sparse) {
    super(name, keys, sparse);
    this.positions = positions;
    this.fields = new IndexFields(keys);
  }

  @Override
  public Set<KeyValue> getKeyValues(Document document) {
    return fields.key(document).map(Set::of).orElseGet(() -> super.getKeyValues(document));
  }

  /// Whether it holds exactly the documents that have its one field.
  boolean isSparseOfOneField() {
    return isSparse() && getKeys().size() == 1;
  }

  /// The ids of all documents that have the field of this sparse index. Those that lack it are not
  /// in it, so what a service has left to do is found without a look at what is done.
  Set<Object> all() {
    return new LinkedHashSet<>(positions.values());
  }

  /// The ids of the documents whose first fields have these values, without repeats.
  ///
  /// @param values one for each of the index's first fields
  Set<Object> withPrefix(List<?> values) {
    KeyValue prefix = new KeyValue(values).normalized();
    Set<Object> found = new LinkedHashSet<>();
    Iterator<KeyValue> keys = positions.keyIterator(prefix);
    while (keys.hasNext()) {
      KeyValue key = keys.next();
      for (int i = 0; i < prefix.size(); i++) {
        if (BsonPageType.INSTANCE.compare(prefix.get(i), key.get(i)) != 0) {
          return found;
        }
      }
      found.add(key.get(key.size() - 1));
    }
    return found;
  }

  /// The ids of the documents whose first field is a time in a range.
  Set<Object> within(InstantRange range) {
    Set<Object> found = new LinkedHashSet<>();
    KeyValue from = range.from() == null ? null : new KeyValue(range.from());
    Iterator<KeyValue> keys = positions.keyIterator(from);
    while (keys.hasNext()) {
      KeyValue key = keys.next();
      Instant to = range.to();
      if (to != null && BsonPageType.INSTANCE.compare(key.get(0), to) > 0) {
        return found;
      }
      found.add(key.get(key.size() - 1));
    }
    return found;
  }

  /// Whether each of all the documents has one key: none is missing, none has a list.
  ///
  /// @param documents how many there are
  boolean hasOneKeyEach(int documents) {
    return !isSparse() && positions.sizeAsLong() == documents;
  }

  /// Whether the first field of all documents in it is a time.
  boolean isOfTimes() {
    KeyValue first = positions.firstKey();
    KeyValue last = positions.lastKey();
    return first != null
        && last != null
        && first.get(0) instanceof Instant
        && last.get(0) instanceof Instant;
  }

  /// The ids of all documents in the order of the index, as they are asked for.
  Iterable<Object> inOrder() {
    return () -> {
      Iterator<KeyValue> keys = positions.keyIterator(null);
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return keys.hasNext();
        }

        @Override
        public Object next() {
          KeyValue key = keys.next();
          return key.get(key.size() - 1);
        }
      };
    };
  }

  @Override
  public void add(Document document, Object position, MongoCollection<Object> collection) {
    add(document, position);
  }

  void add(Document document, Object position) {
    if (covers(document)) {
      for (KeyValue key : getKeyValues(document)) {
        positions.put(withId(key, position), position);
      }
    }
  }

  /// A key does not tell a field that is missing from one that is null, which is there.
  private boolean covers(Document document) {
    return !isSparse() || fields.anyIn(document);
  }

  @Override
  public Object remove(Document document) {
    Object position = Missing.ofNullable(document.get("_id"));
    for (KeyValue key : getKeyValues(document)) {
      positions.remove(withId(key, position));
    }
    return position;
  }

  private static KeyValue withId(KeyValue key, Object position) {
    List<Object> values = new ArrayList<>(key.stream().toList());
    values.add(position);
    return new KeyValue(values);
  }

  @Override
  public void updateInPlace(
      Document before, Document after, Object position, MongoCollection<Object> collection) {
    if (covers(before) != covers(after) || !nullAwareEqualsKeys(before, after)) {
      remove(before);
      add(after, position);
    }
  }

  /// The ids of documents are not unique per key, so this index never names one.
  @Override
  public @Nullable Object getPosition(Document document) {
    return null;
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Object> collection) {
    // Any key may repeat; but two arrays side by side cannot be indexed, which this refuses.
    Set<KeyValue> _ = getKeyValues(document);
  }

  @Override
  public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
    Set<KeyValue> _ = getKeyValues(after);
  }

  /// Asked by the library alone; [DurableCollection] looks the prefix up itself.
  @Override
  public boolean canHandle(Document query) {
    return false;
  }

  @Override
  public Iterable<Object> getPositions(Document query) {
    throw new UnsupportedOperationException("The collection asks for a prefix.");
  }

  @Override
  public long getCount() {
    return positions.sizeAsLong();
  }

  @Override
  public long getDataSize() {
    return getCount();
  }

  @Override
  public void drop() {
    // The database removes the map.
  }
}
