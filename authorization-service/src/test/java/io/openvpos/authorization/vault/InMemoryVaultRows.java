package io.openvpos.authorization.vault;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Rows as the store keeps them: inserted once, renewed by version.
final class InMemoryVaultRows implements VaultRows {

  final Map<String, VaultRow> rows = new ConcurrentHashMap<>();

  @Override
  public Optional<VaultRow> find(String lookup) {
    return rows.values().stream().filter(row -> row.lookups().contains(lookup)).findFirst();
  }

  @Override
  public Optional<VaultRow> findByToken(String token) {
    return rows.values().stream().filter(row -> row.token().equals(token)).findFirst();
  }

  @Override
  public synchronized boolean insert(VaultRow row) {
    boolean taken = row.lookups().stream().anyMatch(lookup -> find(lookup).isPresent());
    return !taken && rows.putIfAbsent(row.id(), row) == null;
  }

  @Override
  public synchronized boolean renew(VaultRow row) {
    VaultRow found = rows.get(row.id());
    if (found == null || found.version() != row.version()) {
      return false;
    }
    rows.put(row.id(), nextVersion(row));
    return true;
  }

  @Override
  public synchronized int removeUnusedSince(Instant lastUse) {
    List<VaultRow> unused =
        rows.values().stream().filter(row -> row.lastUsed().isBefore(lastUse)).toList();
    unused.forEach(row -> rows.remove(row.id()));
    return unused.size();
  }

  @Override
  public synchronized int removeUntakenSince(Instant lastUse) {
    List<VaultRow> untaken =
        rows.values().stream()
            .filter(row -> row.isSingleUse() && row.standing().takenBy() == null)
            .filter(row -> row.lastUsed().isBefore(lastUse))
            .toList();
    untaken.forEach(row -> rows.remove(row.id()));
    return untaken.size();
  }

  @Override
  public boolean stand(VaultRow row) {
    return renew(row);
  }

  @Override
  public Rekeyed rekey(VaultRow row) {
    return renew(row) ? Rekeyed.DONE : Rekeyed.CHANGED;
  }

  @Override
  public List<VaultRow> after(String afterId, int most) {
    return rows.values().stream()
        .filter(row -> row.id().compareTo(afterId) > 0)
        .sorted(Comparator.comparing(VaultRow::id))
        .limit(most)
        .toList();
  }

  VaultRow only() {
    return rows.values().iterator().next();
  }

  private static VaultRow nextVersion(VaultRow row) {
    return new VaultRow(
        row.id(),
        row.lookups(),
        row.token(),
        row.merchantId(),
        row.mode(),
        row.envelope(),
        row.expiry(),
        row.lastUsed(),
        row.version() + 1,
        row.standing());
  }
}
