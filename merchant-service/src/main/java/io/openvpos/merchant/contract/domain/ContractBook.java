package io.openvpos.merchant.contract.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All contract versions of one merchant, oldest first, and the one that waits for approval. The
/// first holds for every day; each later one begins on a later business day than the one before.
///
/// | action | proposal before | after |
/// |---|---|---|
/// | propose | none | waits |
/// | approve, by somebody else | waits | none; it is the next version |
/// | withdraw | waits | none |
///
/// @param proposed null if none waits
public record ContractBook(List<ContractVersion> versions, @Nullable ProposedVersion proposed) {

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
    INCOMPLETE,
    ALREADY_PROPOSED,
    NOT_PROPOSED,
    SAME_PERSON
  }

  /// What became of a wish.
  public sealed interface Outcome {
    record Accepted(ContractBook book) implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}
  }

  /// The business day that is open, when the one after it is due to start, and the moment.
  public record Calendar(LocalDate openDay, Instant nextStart, Instant now) {

    /// The days after the next start one day later each.
    Instant startOf(LocalDate day) {
      return nextStart.plus(Duration.ofDays(ChronoUnit.DAYS.between(openDay, day) - 1));
    }
  }

  /// Who proposes, and the proposal's identity.
  public record Proposer(String id, String who) {}

  public ContractBook {
    versions = List.copyOf(versions);
    for (int index = 0; index < versions.size(); index++) {
      if (versions.get(index).version() != index + 1) {
        throw new IllegalStateException("contract versions have a gap");
      }
    }
    if (proposed != null && proposed.version() != versions.size() + 1) {
      throw new IllegalStateException("a proposal is for the next version");
    }
  }

  /// Without a proposal.
  public ContractBook(List<ContractVersion> versions) {
    this(versions, null);
  }

  public static ContractBook first(ContractTerms terms) {
    return new ContractBook(List.of(new ContractVersion(1, ALWAYS, terms)));
  }

  public Optional<ContractVersion> find(int version) {
    return version >= 1 && version <= versions.size()
        ? Optional.of(versions.get(version - 1))
        : Optional.empty();
  }

  /// The proposal for that version number.
  public Optional<ProposedVersion> proposal(int version) {
    return Optional.ofNullable(proposed).filter(waiting -> waiting.version() == version);
  }

  /// The version that prices the day: the last whose first day is not after it.
  public ContractVersion inForce(LocalDate day) {
    return versions.reversed().stream()
        .filter(version -> !version.fromDay().isAfter(day))
        .findFirst()
        .orElse(versions.getFirst());
  }

  /// Lays a version by for approval, from a day that is not yet open, with enough notice for every
  /// edge to learn it.
  public Outcome propose(
      ContractTerms terms, LocalDate fromDay, Calendar calendar, Proposer proposer) {
    if (proposed != null) {
      return new Outcome.Refused(Refusal.ALREADY_PROPOSED);
    }
    return refusal(terms, fromDay, calendar)
        .<Outcome>map(Outcome.Refused::new)
        .orElseGet(() ->
            new Outcome.Accepted(
                new ContractBook(
                    versions,
                    new ProposedVersion(
                        proposer.id(),
                        versions.size() + 1,
                        fromDay,
                        terms,
                        proposer.who(),
                        calendar.now()))));
  }

  /// Makes the proposal a version. The day and the notice are checked once more: they may have
  /// passed while it waited.
  public Outcome approve(int version, String approver, Calendar calendar) {
    ProposedVersion waiting = proposal(version).orElse(null);
    if (waiting == null) {
      return new Outcome.Refused(Refusal.NOT_PROPOSED);
    }
    if (waiting.proposedBy().equals(approver)) {
      return new Outcome.Refused(Refusal.SAME_PERSON);
    }
    return refusal(waiting.terms(), waiting.fromDay(), calendar)
        .<Outcome>map(Outcome.Refused::new)
        .orElseGet(() -> new Outcome.Accepted(with(waiting)));
  }

  /// Drops the proposal.
  public Outcome withdraw(int version) {
    return proposal(version).isPresent()
        ? new Outcome.Accepted(new ContractBook(versions))
        : new Outcome.Refused(Refusal.NOT_PROPOSED);
  }

  private ContractBook with(ProposedVersion agreed) {
    List<ContractVersion> extended = new ArrayList<>(versions);
    extended.add(new ContractVersion(agreed.version(), agreed.fromDay(), agreed.terms()));
    return new ContractBook(extended);
  }

  private Optional<Refusal> refusal(ContractTerms terms, LocalDate fromDay, Calendar calendar) {
    if (!fromDay.isAfter(calendar.openDay())) {
      return Optional.of(Refusal.DAY_ALREADY_OPEN);
    }
    if (calendar.now().isAfter(calendar.startOf(fromDay).minus(NOTICE))) {
      return Optional.of(Refusal.NOTICE_TOO_SHORT);
    }
    if (!fromDay.isAfter(versions.getLast().fromDay())) {
      return Optional.of(Refusal.NOT_AFTER_LATEST);
    }
    return terms.complete() ? Optional.empty() : Optional.of(Refusal.INCOMPLETE);
  }
}
