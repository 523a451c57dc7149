package io.openvpos.merchant.sitecheck.http;

import io.openvpos.merchant.sitecheck.domain.Evidence;
import io.openvpos.merchant.sitecheck.domain.Finding;
import io.openvpos.merchant.sitecheck.domain.Ruling;
import io.openvpos.merchant.sitecheck.domain.SiteCheck;
import io.openvpos.merchant.sitecheck.domain.seen.Problem;
import io.openvpos.merchant.sitecheck.domain.seen.Visit;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Checks as JSON.
final class SiteCheckAnswers {

  private SiteCheckAnswers() {}

  /// A subject's checks, the newest first.
  record Checks(List<Summary> data) {}

  /// One check without its details.
  record Summary(
      int number, String state, String verdict, Instant askedAt, @Nullable Instant endedAt) {

    static Summary of(SiteCheck check) {
      return new Summary(
          check.number(),
          stateCode(check),
          check.verdict().code(),
          check.askedAt(),
          check.endedAt());
    }
  }

  /// One check with everything that was seen.
  record Check(
      String subjectId,
      int number,
      String state,
      String verdict,
      URI address,
      @Nullable URI testAddress,
      String audience,
      Instant askedAt,
      @Nullable Instant endedAt,
      List<CriterionAnswer> criteria,
      List<VisitAnswer> visits) {

    static Check of(SiteCheck check) {
      return new Check(
          check.site().subjectId(),
          check.number(),
          stateCode(check),
          check.verdict().code(),
          check.site().address(),
          check.site().testAddress(),
          check.site().audience().name().toLowerCase(Locale.ROOT),
          check.askedAt(),
          check.endedAt(),
          check.findings().stream().map(one -> CriterionAnswer.of(check, one)).toList(),
          check.visits().stream().map(VisitAnswer::of).toList());
    }
  }

  /// What the machine found, what persons said, and what counts.
  record CriterionAnswer(
      String criterion,
      String verdict,
      String found,
      String reason,
      List<Evidence> evidence,
      List<Decision> decisions) {

    static CriterionAnswer of(SiteCheck check, Finding finding) {
      return new CriterionAnswer(
          finding.criterion().code(),
          check.verdict(finding).code(),
          finding.verdict().code(),
          finding.reason(),
          finding.evidence(),
          check.rulings().stream()
              .filter(one -> one.criterion() == finding.criterion())
              .map(Decision::of)
              .toList());
    }
  }

  /// A person's word.
  record Decision(String decision, String by, String note, Instant at) {
    static Decision of(Ruling ruling) {
      return new Decision(
          ruling.passed() ? "passed" : "failed", ruling.by(), ruling.note(), ruling.at());
    }
  }

  /// A page that was asked for.
  record VisitAnswer(
      URI requested,
      URI address,
      List<URI> redirects,
      int status,
      String contentType,
      long bytes,
      boolean cut,
      String sha256,
      @Nullable String problem,
      String detail) {

    static VisitAnswer of(Visit visit) {
      Problem problem = visit.problem();
      return new VisitAnswer(
          visit.requested(),
          visit.address(),
          visit.hops(),
          visit.status(),
          visit.contentType(),
          visit.bytes(),
          visit.cut(),
          visit.sha256(),
          problem == null ? null : problem.code(),
          visit.detail());
    }
  }

  private static String stateCode(SiteCheck check) {
    return check.state().name().toLowerCase(Locale.ROOT);
  }
}
