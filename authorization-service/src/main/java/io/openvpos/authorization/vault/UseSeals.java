package io.openvpos.authorization.vault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Seals in durable storage. Every method may throw a [VaultUnavailableException].
public interface UseSeals {

  /// False if there is one of that number: another instance was faster.
  boolean insert(UseSeal seal);

  Optional<UseSeal> find(long number);

  Optional<UseSeal> last();

  /// Those behind that number, the lowest first.
  List<UseSeal> after(long number, int most);

  /// Removes those that ended by then; the last one stays in any case.
  void removeEndedBy(Instant at);
}
