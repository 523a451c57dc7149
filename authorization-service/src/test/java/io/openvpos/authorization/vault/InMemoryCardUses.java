package io.openvpos.authorization.vault;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Records of uses, in the order they were written.
final class InMemoryCardUses implements CardUseRows {

  static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  final List<CardUse> all = new CopyOnWriteArrayList<>();
  final AtomicInteger writes = new AtomicInteger();
  volatile boolean away;

  CardUses uses() {
    return new CardUses(this, Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom());
  }

  @Override
  public void insert(List<CardUse> uses) {
    if (away) {
      throw new VaultUnavailableException(new IllegalStateException("away on purpose"));
    }
    writes.incrementAndGet();
    all.addAll(uses);
  }

  @Override
  public List<CardUse> list(Question question) {
    return all.reversed();
  }

  @Override
  public Optional<Instant> firstFrom(Instant from) {
    return all.stream().map(CardUse::at).filter(at -> !at.isBefore(from)).findFirst();
  }

  @Override
  public Iterator<CardUse> between(Instant from, Instant to) {
    return all.stream().filter(use -> !use.at().isBefore(from) && use.at().isBefore(to)).iterator();
  }

  @Override
  public void removeBefore(Instant at) {
    all.removeIf(use -> use.at().isBefore(at));
  }
}
