package io.openvpos.authorization.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The chain of seals over the records of uses. Sealed is what is so old that no instance can write
/// into it any more, by whichever instance comes first; no payment waits for it. Each seal is
/// logged: whoever changes the store and makes the chain anew cannot change what was logged before.
public final class UseChain {

  private static final Logger LOGGER = LoggerFactory.getLogger(UseChain.class);

  /// Uses are stored within [CardUses#LATEST] and the store's own half a minute; the rest is for
  /// clocks that differ.
  static final Duration RIPE = Duration.ofMinutes(5);

  /// So that a seal can be checked in one go.
  static final Duration LONGEST = Duration.ofHours(1);

  private static final int PAGE = 100;

  /// Readings that one call looks at, but for those of its first seal: a shop of many payments
  /// would wait for too long otherwise.
  private static final long MOST_USES = 200_000;

  private final CardUseRows uses;
  private final UseSeals seals;
  private final Duration keepUses;
  private final Clock clock;

  UseChain(CardUseRows uses, UseSeals seals, Duration keepUses, Clock clock) {
    this.uses = uses;
    this.seals = seals;
    this.keepUses = keepUses;
    this.clock = clock;
  }

  /// What is wrong with a seal.
  public enum Fault {
    /// It is not there.
    MISSING,
    /// It does not follow from the one before.
    NOT_LINKED,
    /// Its uses are not those that it was made of.
    ALTERED
  }

  /// What a walk along the chain found.
  ///
  /// @param verified seals that hold
  /// @param uses that they cover
  /// @param last the last one that holds; null if there is none
  /// @param broken number of the first that does not; 0 if all do
  /// @param complete whether the walk came to the chain's end
  public record Finding(
      long verified,
      long uses,
      @Nullable UseSeal last,
      long broken,
      @Nullable Fault fault,
      boolean complete) {}

  /// Seals what is ripe.
  void sealAll() {
    boolean more = true;
    while (more) {
      more = sealNext();
    }
  }

  /// Seals the next stretch; false if there is nothing to seal, or another instance was faster.
  boolean sealNext() {
    UseSeal last = seals.last().orElse(null);
    Instant ripe = clock.instant().minus(RIPE).truncatedTo(ChronoUnit.MILLIS);
    Optional<Instant> first =
        uses.firstFrom(last == null ? Instant.EPOCH : last.to()).filter(ripe::isAfter);
    if (first.isEmpty()) {
      return false;
    }
    Instant most = first.get().plus(LONGEST);
    Instant to = most.isBefore(ripe) ? most : ripe;
    Instant from = last == null ? first.get() : last.to();
    UseSeal next = UseSeal.after(last, from, to, uses.between(from, to));
    if (!seals.insert(next)) {
      return false;
    }
    LOGGER.info(
        "readings of cards sealed: number {}, {} readings until {}, hash {}",
        next.number(),
        next.uses(),
        to,
        next.hash());
    return true;
  }

  /// Walks along the seals behind that number, 0 for all that are kept, as far as one call may.
  /// Empty if there is no such seal.
  public Optional<Finding> check(long afterNumber) {
    UseSeal before = null;
    if (afterNumber > 0) {
      Optional<UseSeal> found = seals.find(afterNumber);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      before = found.get();
    }
    List<UseSeal> page = seals.after(afterNumber, PAGE);
    long verified = 0;
    long covered = 0;
    for (UseSeal seal : page) {
      if (verified > 0 && covered + seal.uses() > MOST_USES) {
        return Optional.of(new Finding(verified, covered, before, 0, null, false));
      }
      Optional<Fault> fault = fault(before, seal);
      if (fault.isPresent()) {
        long broken = fault.get() == Fault.MISSING ? expected(before, seal) : seal.number();
        return Optional.of(new Finding(verified, covered, before, broken, fault.get(), false));
      }
      verified++;
      covered += seal.uses();
      before = seal;
    }
    return Optional.of(new Finding(verified, covered, before, 0, null, page.size() < PAGE));
  }

  private Optional<Fault> fault(@Nullable UseSeal before, UseSeal seal) {
    if (seal.number() != expected(before, seal)) {
      return Optional.of(Fault.MISSING);
    }
    if (!follows(before, seal)) {
      return Optional.of(Fault.NOT_LINKED);
    }
    return seal.covers(uses.between(seal.from(), seal.to()))
        ? Optional.empty()
        : Optional.of(Fault.ALTERED);
  }

  /// The number that has to be there. A chain may begin with a later one than the first only where
  /// those before it are removed in their time.
  private long expected(@Nullable UseSeal before, UseSeal seal) {
    if (before != null) {
      return before.number() + 1;
    }
    boolean old = !seal.from().isAfter(clock.instant().minus(keepUses));
    return seal.number() == 1 || old ? seal.number() : seal.number() - 1;
  }

  private static boolean follows(@Nullable UseSeal before, UseSeal seal) {
    if (before == null) {
      return seal.number() > 1 || seal.previous().equals(UseSeal.NOTHING);
    }
    return seal.previous().equals(before.hash()) && seal.from().equals(before.to());
  }

  /// Removes the uses that are old enough, by whole seals: first these, so that a crash between
  /// leaves uses that no seal covers, and not a seal that does not hold. Where seals are missing
  /// that should be there, the uses that they covered stay for their time.
  void removeOld() {
    Instant old = clock.instant().minus(keepUses);
    seals.removeEndedBy(old);
    seals
        .after(0, 1)
        .forEach(first -> uses.removeBefore(first.from().isBefore(old) ? first.from() : old));
  }
}
