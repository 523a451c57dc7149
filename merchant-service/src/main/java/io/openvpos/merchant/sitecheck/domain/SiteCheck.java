package io.openvpos.merchant.sitecheck.domain;

import io.openvpos.merchant.sitecheck.domain.seen.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One run of the check over one site; runs of a subject are numbered from 1.
///
/// | state | action | next |
/// |---|---|---|
/// | QUEUED | claimed by an instance, for a lease | RUNNING |
/// | RUNNING | ended | ENDED |
/// | RUNNING | lease over | RUNNING again, or ENDED undecided after three tries |
/// | ENDED | a person rules on a criterion | ENDED |
///
/// @param tries how often it was begun
/// @param leaseUntil while RUNNING: when another instance may begin it again
public record SiteCheck(
    SiteToCheck site,
    int number,
    long version,
    State state,
    int tries,
    Instant askedAt,
    @Nullable Instant leaseUntil,
    @Nullable Instant endedAt,
    List<Finding> findings,
    List<Visit> visits,
    List<Ruling> rulings) {

  /// Where a check is.
  public enum State {
    QUEUED,
    RUNNING,
    ENDED
  }

  public static final int MOST_TRIES = 3;

  /// The wildcard of the key: a subject's id never holds it.
  private static final String SEPARATOR = "|";

  public SiteCheck {
    findings = List.copyOf(findings);
    visits = List.copyOf(visits);
    rulings = List.copyOf(rulings);
  }

  public static SiteCheck asked(SiteToCheck site, int number, Instant now) {
    return new SiteCheck(
        site, number, 1, State.QUEUED, 0, now, null, null, List.of(), List.of(), List.of());
  }

  public static String id(String subjectId, int number) {
    return subjectId + SEPARATOR + number;
  }

  public String id() {
    return id(site.subjectId(), number);
  }

  public boolean ended() {
    return state == State.ENDED;
  }

  /// Begun, or begun again after the lease of whoever had it.
  public SiteCheck claimed(Instant until) {
    return new SiteCheck(
        site,
        number,
        version + 1,
        State.RUNNING,
        tries + 1,
        askedAt,
        until,
        null,
        findings,
        visits,
        rulings);
  }

  /// Ended, with what was found. The login is not kept: a check is repeated with the subject's own.
  public SiteCheck ended(List<Finding> found, List<Visit> seen, Instant now) {
    return new SiteCheck(
        site.withoutLogin(),
        number,
        version + 1,
        State.ENDED,
        tries,
        askedAt,
        null,
        now,
        found,
        seen,
        rulings);
  }

  /// With one more ruling of a person.
  public SiteCheck ruled(Ruling ruling) {
    List<Ruling> all = new ArrayList<>(rulings);
    all.add(ruling);
    return new SiteCheck(
        site,
        number,
        version + 1,
        state,
        tries,
        askedAt,
        leaseUntil,
        endedAt,
        findings,
        visits,
        all);
  }

  public Optional<Ruling> ruling(Criterion criterion) {
    return rulings.reversed().stream().filter(one -> one.criterion() == criterion).findFirst();
  }

  /// What counts for a criterion: a person's latest word, else the machine's.
  public Verdict verdict(Finding finding) {
    return ruling(finding.criterion())
        .map(one -> one.passed() ? Verdict.PASSED : Verdict.FAILED)
        .orElse(finding.verdict());
  }

  /// The worst of what counts; a check that has not ended passed nothing yet.
  public Verdict verdict() {
    return ended()
        ? Verdict.worst(findings.stream().map(this::verdict).toList())
        : Verdict.NEEDS_PERSON;
  }
}
