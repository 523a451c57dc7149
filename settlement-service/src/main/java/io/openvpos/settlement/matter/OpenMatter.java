package io.openvpos.settlement.matter;

import io.openvpos.settlement.matter.domain.Matter;

/// Something with a matter of its own.
///
/// @param <T> what it is
public interface OpenMatter<T> {

  Matter matter();

  /// The same with its matter moved on, over the version that was read.
  T with(Matter next);
}
