package io.openvpos.sandbox.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/// The library's collection with documents kept encoded, so that no caller changes or tears a
/// stored one, and with any index used whose fields, or first fields, the query fixes by equality.
final class DurableCollection extends H2Collection {

  private final MVMap<Object, Object> stored;

  /// @param documents the same map as `stored`, for the library to count
  DurableCollection(
      MongoDatabase database,
      String collectionName,
      CollectionOptions options,
      MVMap<Object, Object> stored,
      MVMap<Object, Document> documents,
      MVMap<String, Object> attributes,
      CursorRegistry cursors) {
    super(database, collectionName, options, documents, attributes, cursors);
    this.stored = stored;
  }

  @Override
  protected Object addDocumentInternal(Document document) {
    String idField = getIdField();
    Object id = idField == null ? UUID.randomUUID() : Utils.getSubdocumentValue(document, idField);
    Object before = stored.put(Missing.ofNullable(id), StoredDocument.of(document));
    if (before != null) {
      throw new IllegalStateException("A document with this id was there: " + id);
    }
    return id;
  }

  @Override
  protected @Nullable Document getDocument(Object position) {
    Object found = stored.get(position);
    return found == null ? null : StoredDocument.read(found);
  }

  @Override
  protected void handleUpdate(Object position, Document before, Document after) {
    stored.put(Missing.ofNullable(position), StoredDocument.of(after));
  }

  @Override
  protected void removeDocument(Object position) {
    if (stored.remove(position) == null) {
      throw new NoSuchElementException("There is no document at " + position);
    }
  }

  @Override
  protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
    return stored.entrySet().stream()
        .map(entry ->
            new DocumentWithPosition<>(StoredDocument.read(entry.getValue()), entry.getKey()));
  }

  @Override
  protected QueryResult matchDocuments(
      Document query,
      @Nullable Document orderBy,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document projection) {
    Stream<DocumentWithPosition<Object>> all = streamAllDocumentsWithPosition();
    if (isNaturalDescending(orderBy)) {
      all =
          all.sorted((one, other) ->
              ValueComparator.desc().compare(one.getPosition(), other.getPosition()));
    }
    return matchDocumentsFromStream(
        all.map(DocumentWithPosition::getDocument),
        query,
        orderBy,
        skip,
        limit,
        batchSize,
        projection);
  }

  /// Data size is a statistic nobody here reads, and costs encoding every document once more.
  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  protected QueryResult queryDocuments(
      Document query,
      @Nullable Document orderBy,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document projection) {
    if (query.isEmpty() && skip == 0 && limit > 0) {
      Optional<Iterable<Object>> ordered = ordered(orderBy);
      if (ordered.isPresent()) {
        return matchDocuments(query, ordered.get(), null, 0, limit, batchSize, projection);
      }
    }
    Document fixed = fixedFields(query);
    Optional<Iterable<Object>> positions = positions(fixed, query);
    if (positions.isPresent()) {
      return matchDocuments(query, positions.get(), orderBy, skip, limit, batchSize, projection);
    }
    return super.queryDocuments(query, orderBy, skip, limit, batchSize, projection);
  }

  /// The library uses a unique index only for a query of exactly its fields, and no other index at
  /// all. Whatever an index yields is still matched against the whole query.
  private Optional<Iterable<Object>> positions(Document fixed, Document query) {
    List<Object> longest = List.of();
    Optional<DurableSecondaryIndex> best = Optional.empty();
    for (Index<Object> index : getIndexes()) {
      List<String> keys = index.getKeys().stream().map(IndexKey::getKey).toList();
      if (index instanceof DurableSecondaryIndex secondary) {
        List<Object> prefix =
            keys.stream().takeWhile(fixed::containsKey).<Object>map(fixed::get).toList();
        if (prefix.size() > longest.size()) {
          longest = prefix;
          best = Optional.of(secondary);
        }
      } else if (fixed.keySet().containsAll(keys)) {
        Document sought = new Document();
        keys.forEach(key -> sought.put(key, fixed.get(key)));
        if (index.canHandle(sought)) {
          return Optional.of(index.getPositions(sought));
        }
      }
    }
    List<Object> prefix = longest;
    return best.<Iterable<Object>>map(index -> index.withPrefix(prefix))
        .or(() -> range(query))
        .or(() -> sparse(query).map(DurableSecondaryIndex::all));
  }

  /// By an index whose first field is a time that the query bounds. Where a document may have
  /// several keys, one that lies in no range may match all the same: one element of its list is
  /// above the lower bound, and another one below the upper.
  private Optional<Iterable<Object>> range(Document query) {
    for (Index<Object> index : getIndexes()) {
      if (index instanceof DurableSecondaryIndex secondary && secondary.hasOneKeyEach(count())) {
        Optional<InstantRange> range =
            InstantRange.of(query.get(secondary.getKeys().getFirst().getKey()));
        if (range.isPresent()) {
          return range.map(secondary::within);
        }
      }
    }
    return Optional.empty();
  }

  /// By an index whose first field is a time, the earliest first.
  private Optional<Iterable<Object>> ordered(@Nullable Document orderBy) {
    if (orderBy == null || orderBy.size() != 1) {
      return Optional.empty();
    }
    Map.Entry<String, Object> order = orderBy.entrySet().iterator().next();
    if (!(order.getValue() instanceof Number direction) || direction.intValue() != 1) {
      return Optional.empty();
    }
    for (Index<Object> index : getIndexes()) {
      if (index instanceof DurableSecondaryIndex secondary
          && secondary.getKeys().getFirst().getKey().equals(order.getKey())
          && secondary.hasOneKeyEach(count())
          && secondary.isOfTimes()) {
        return Optional.of(secondary.inOrder());
      }
    }
    return Optional.empty();
  }

  /// A sparse index of one field that the query demands to exist.
  private Optional<DurableSecondaryIndex> sparse(Document query) {
    for (Index<Object> index : getIndexes()) {
      if (index instanceof DurableSecondaryIndex secondary
          && secondary.isSparseOfOneField()
          && query.get(secondary.getKeys().getFirst().getKey()) instanceof Document demanded
          && Boolean.TRUE.equals(demanded.get("$exists"))) {
        return Optional.of(secondary);
      }
    }
    return Optional.empty();
  }

  /// Fields that the query demands to equal one plain value, also within `$and`, as drivers render
  /// combined filters.
  private static Document fixedFields(Document query) {
    Document fixed = new Document();
    for (Map.Entry<String, Object> field : query.entrySet()) {
      if (field.getKey().equals("$and") && field.getValue() instanceof Collection<?> parts) {
        for (Object part : parts) {
          if (part instanceof Document condition) {
            fixedFields(condition).forEach(fixed::putIfAbsent);
          }
        }
      } else if (!field.getKey().startsWith("$") && isPlain(field.getValue())) {
        fixed.putIfAbsent(field.getKey(), field.getValue());
      }
    }
    return fixed;
  }

  private static boolean isPlain(@Nullable Object value) {
    return value != null
        && !(value instanceof Document)
        && !(value instanceof Collection<?>)
        && !BsonRegularExpression.isRegularExpression(value);
  }

  @Override
  protected QueryResult matchDocumentsFromStream(
      Document query,
      Stream<Document> documents,
      int skip,
      int limit,
      int batchSize,
      @Nullable Comparator<Document> order,
      @Nullable Document projection) {
    Stream<Document> matching = documents.filter(document -> documentMatchesQuery(document, query));
    if (order != null) {
      matching = matching.sorted(order);
    }
    if (skip > 0) {
      matching = matching.skip(skip);
    }
    if (limit > 0) {
      matching = matching.limit(limit);
    }
    // Matched already: the parent is left with projection and cursor, and an empty query.
    return super.matchDocumentsFromStream(
        new Document(), matching, 0, 0, batchSize, null, projection);
  }
}
