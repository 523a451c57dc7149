package io.openvpos.sandbox.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/// Opens the library's maps with BSON pages, before the library would open them with its own.
final class DurableDatabase extends H2Database {

  private final GroupCommit commits;

  DurableDatabase(String databaseName, MVStore store, GroupCommit commits, CursorRegistry cursors) {
    // First, because the parent's constructor opens what the file holds.
    this.commits = commits;
    super(databaseName, store, cursors);
  }

  @Override
  protected MongoCollection<Object> openOrCreateCollection(
      String collectionName, CollectionOptions options) {
    String namespace = getFullCollectionNamespace(collectionName);
    return new DurableCollection(
        this,
        collectionName,
        options,
        commits.openMap("databases." + namespace),
        bsonMap("databases." + namespace),
        bsonMap("meta." + namespace),
        cursorRegistry);
  }

  @Override
  protected Index<Object> openOrCreateUniqueIndex(
      String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
    return new DurableUniqueIndex(indexMap(collectionName, indexName), indexName, keys, sparse);
  }

  @Override
  protected Index<Object> openOrCreateSecondaryIndex(
      String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
    return new DurableSecondaryIndex(indexMap(collectionName, indexName), indexName, keys, sparse);
  }

  /// Named as the library names it, because the library removes the map of a dropped index.
  private MVMap<KeyValue, Object> indexMap(String collectionName, String indexName) {
    return bsonMap(getFullCollectionNamespace(collectionName) + "._index_" + indexName);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private <K, V> MVMap<K, V> bsonMap(String name) {
    return (MVMap) commits.openMap(name);
  }

  @Override
  protected void dropIndex(MongoCollection<Object> collection, String indexName) {
    commits.mapsChange();
    super.dropIndex(collection, indexName);
  }

  @Override
  public void drop(Oplog oplog) {
    commits.mapsChange();
    super.drop(oplog);
  }

  @Override
  public void dropCollection(String collectionName, Oplog oplog) {
    commits.mapsChange();
    super.dropCollection(collectionName, oplog);
  }

  @Override
  public void moveCollection(
      MongoDatabase from, MongoCollection<?> collection, String newCollectionName) {
    commits.mapsChange();
    super.moveCollection(from, collection, newCollectionName);
  }
}
