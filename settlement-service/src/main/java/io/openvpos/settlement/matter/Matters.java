package io.openvpos.settlement.matter;

import java.util.Optional;

/// Where things with open matters are kept.
///
/// @param <T> what they are
public interface Matters<T extends OpenMatter<T>> {

  /// One that is there already stays as it is.
  void open(T found);

  /// False if somebody else has changed it since it was read; nothing is stored then.
  boolean save(T changed);

  Optional<T> find(String id);
}
