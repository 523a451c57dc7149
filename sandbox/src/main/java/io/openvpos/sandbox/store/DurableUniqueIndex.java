package io.openvpos.sandbox.store;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/// A unique index over a map from index key to document id; the library's own cannot be built from
/// outside its package.
final class DurableUniqueIndex extends AbstractUniqueIndex<Object> {

  private final MVMap<KeyValue, Object> positions;
  private final IndexFields fields;

  DurableUniqueIndex(
      MVMap<KeyValue, Object> positions, String name, List<IndexKey> keys, boolean sparse) {
    super(name, keys, sparse);
    this.positions = positions;
    this.fields = new IndexFields(keys);
  }

  @Override
  public Set<KeyValue> getKeyValues(Document document) {
    return fields.key(document).map(Set::of).orElseGet(() -> super.getKeyValues(document));
  }

  @Override
  protected @Nullable Object removeDocument(KeyValue key) {
    return positions.remove(key);
  }

  @Override
  protected boolean putKeyPosition(KeyValue key, Object position) {
    return positions.putIfAbsent(key, Missing.ofNullable(position)) == null;
  }

  @Override
  protected Iterable<Entry<KeyValue, Object>> getIterable() {
    return positions.entrySet();
  }

  @Override
  protected @Nullable Object getPosition(KeyValue key) {
    return positions.get(key);
  }

  @Override
  public long getCount() {
    return positions.sizeAsLong();
  }

  @Override
  public long getDataSize() {
    return getCount();
  }
}
