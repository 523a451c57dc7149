package io.openvpos.merchant.contract.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All contract versions of one merchant, oldest first. The first holds for every day; each later
/// one begins on a later business day than the one before.
public record ContractBook(List<ContractVersion> versions) {

  /// The first version's first day: before any business day of the platform.
  public static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);

  /// Later than this before a day's scheduled start, edges may already have decided by what they
  /// know.
  private static final Duration NOTICE = Duration.ofHours(1);

  /// Why a later version was refused.
  public enum Refusal {
    DAY_ALREADY_OPEN,
    NOTICE_TOO_SHORT,
    NOT_AFTER_LATEST,
    INCOMPLETE
  }

  /// What became of a proposed version.
  public sealed interface Proposal {
    record Accepted(ContractBook book) implements Proposal {}

    record Refused(Refusal reason) implements Proposal {}
  }

  /// The business day that is open, when the one after it is due to start, and the moment.
  public record Calendar(LocalDate openDay, Instant nextStart, Instant now) {

    /// The days after the next start one day later each.
    Instant startOf(LocalDate day) {
      return nextStart.plus(Duration.ofDays(ChronoUnit.DAYS.between(openDay, day) - 1));
    }
  }

  public ContractBook {
    versions = List.copyOf(versions);
    for (int index = 0; index < versions.size(); index++) {
      if (versions.get(index).version() != index + 1) {
        throw new IllegalStateException("contract versions have a gap");
      }
    }
  }

  public static ContractBook first(ContractTerms terms) {
    return new ContractBook(List.of(new ContractVersion(1, ALWAYS, terms)));
  }

  public Optional<ContractVersion> find(int version) {
    return version >= 1 && version <= versions.size()
        ? Optional.of(versions.get(version - 1))
        : Optional.empty();
  }

  /// The version that prices the day: the last whose first day is not after it.
  public ContractVersion inForce(LocalDate day) {
    return versions.reversed().stream()
        .filter(version -> !version.fromDay().isAfter(day))
        .findFirst()
        .orElse(versions.getFirst());
  }

  /// Adds a version from a day that is not yet open, with enough notice for every edge to learn it.
  public Proposal propose(ContractTerms terms, LocalDate fromDay, Calendar calendar) {
    if (!fromDay.isAfter(calendar.openDay())) {
      return new Proposal.Refused(Refusal.DAY_ALREADY_OPEN);
    }
    if (calendar.now().isAfter(calendar.startOf(fromDay).minus(NOTICE))) {
      return new Proposal.Refused(Refusal.NOTICE_TOO_SHORT);
    }
    if (!fromDay.isAfter(versions.getLast().fromDay())) {
      return new Proposal.Refused(Refusal.NOT_AFTER_LATEST);
    }
    if (!terms.complete()) {
      return new Proposal.Refused(Refusal.INCOMPLETE);
    }
    List<ContractVersion> extended = new ArrayList<>(versions);
    extended.add(new ContractVersion(versions.size() + 1, fromDay, terms));
    return new Proposal.Accepted(new ContractBook(extended));
  }
}
