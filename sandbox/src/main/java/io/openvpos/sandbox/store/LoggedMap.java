package io.openvpos.sandbox.store;

import java.util.Map;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.type.DataType;
import org.jspecify.annotations.Nullable;

/// A map that tells the log what it puts and removes; the library changes it in no other way. The
/// collection that writes to it holds its own lock meanwhile, so the log has the changes of a key
/// in the order in which the map has them.
final class LoggedMap extends MVMap<Object, Object> {

  private final CommandLog log;

  private LoggedMap(
      Map<String, Object> config, DataType<Object> keys, DataType<Object> values, CommandLog log) {
    super(config, keys, values);
    this.log = log;
  }

  /// Opens maps of BSON pages: one page type serves all, it writes whatever value BSON knows.
  static Builder builder(CommandLog log, Pace pace) {
    return new Builder(log, new PacedPageType(pace));
  }

  /// Every change of a map passes here, also those of `put`, `putIfAbsent` and `remove`.
  @Override
  public @Nullable Object operate(
      Object key, @Nullable Object value, DecisionMaker<? super Object> decision) {
    Object before = super.operate(key, value, decision);
    if (decision.equals(DecisionMaker.REMOVE)) {
      if (before != null) {
        log.remove(getId(), key);
      }
    } else if (value != null && (decision.equals(DecisionMaker.PUT) || before == null)) {
      log.put(getId(), key, value);
    }
    // Of what the library calls this leaves what changes nothing: a key that was there already for
    // `putIfAbsent`, and a page that is moved. It never calls `replace`.
    return before;
  }

  /// A change read from the log.
  ///
  /// @param value null where the key was removed
  void restore(Object key, @Nullable Object value) {
    super.operate(key, value, value == null ? DecisionMaker.REMOVE : DecisionMaker.PUT);
  }

  @Override
  public void clear() {
    throw new UnsupportedOperationException("The log knows no clearing of a map.");
  }

  /// Makes the maps.
  static final class Builder extends MVMap.Builder<Object, Object> {

    private final CommandLog log;

    private Builder(CommandLog log, PacedPageType pages) {
      this.log = log;
      keyType(pages);
      valueType(pages);
    }

    @Override
    protected LoggedMap create(Map<String, Object> config) {
      return new LoggedMap(config, getKeyType(), getValueType(), log);
    }
  }
}
