package io.openvpos.authorization.payment;

import io.openvpos.authorization.threeds.AuthenticationRecord;
import io.openvpos.authorization.threeds.Authentications;
import io.openvpos.authorization.threeds.domain.Authentication;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Authentications in memory, with the promises of the store.
final class InMemoryAuthentications implements Authentications {

  private final Map<String, AuthenticationRecord> records = new ConcurrentHashMap<>();
  private final Set<String> settled = ConcurrentHashMap.newKeySet();

  Authentication only() {
    return records.values().iterator().next().authentication();
  }

  boolean isSettled(String id) {
    return settled.contains(id);
  }

  int size() {
    return records.size();
  }

  @Override
  public boolean add(Authentication started) {
    return records.putIfAbsent(started.id(), new AuthenticationRecord(started, 0)) == null;
  }

  @Override
  public Optional<AuthenticationRecord> find(String id) {
    return Optional.ofNullable(records.get(id));
  }

  @Override
  public boolean store(AuthenticationRecord before, Authentication after) {
    return records.replace(
        after.id(), before, new AuthenticationRecord(after, before.version() + 1));
  }

  @Override
  public void settled(String id) {
    settled.add(id);
  }

  @Override
  public List<AuthenticationRecord> due(Instant now, int limit) {
    return records.values().stream()
        .filter(record -> !settled.contains(record.authentication().id()))
        .filter(record ->
            record.authentication().ended() || !now.isBefore(record.authentication().dueAt()))
        .toList();
  }
}
