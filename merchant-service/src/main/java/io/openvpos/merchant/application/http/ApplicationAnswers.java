package io.openvpos.merchant.application.http;

import io.openvpos.merchant.application.Accepting.Outcome;
import io.openvpos.merchant.application.domain.Application;
import io.openvpos.merchant.application.domain.ApplicationForm;
import io.openvpos.merchant.application.domain.Paper;
import io.openvpos.merchant.application.domain.PaperKind;
import io.openvpos.merchant.application.domain.Review;
import io.openvpos.merchant.contract.request.TermsAnswer;
import io.openvpos.merchant.profile.domain.CaptureRules;
import io.openvpos.merchant.profile.domain.RiskPolicy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Applications as JSON.
final class ApplicationAnswers {

  private ApplicationAnswers() {}

  /// @param accessCode opens the application from now on, in the header `Application-Code`
  record Received(String reference, String accessCode, String status, List<String> missing) {
    static Received of(Application application, String code) {
      return new Received(
          application.id(), code, application.status().code(), missingOf(application));
    }

    @Override
    public String toString() {
      return "Received[" + reference + "]";
    }
  }

  record PaperAnswer(
      String id, String kind, String name, String type, long size, String sha256, Instant at) {
    static PaperAnswer of(Paper paper) {
      return new PaperAnswer(
          paper.fileId(),
          paper.kind().code(),
          paper.name(),
          paper.type().mediaType(),
          paper.size(),
          paper.sha256(),
          paper.uploadedAt());
    }
  }

  record AgreementAnswer(String language, String sha256) {}

  record Request(Instant at, String message) {}

  /// What the applicant sees.
  record Status(
      String reference,
      String status,
      String title,
      List<PaperAnswer> papers,
      List<String> missing,
      List<Request> requests,
      List<AgreementAnswer> agreements,
      @Nullable String rejection,
      @Nullable String merchantId,
      Instant createdAt) {

    static Status of(Application application) {
      Review review = application.review();
      return new Status(
          application.id(),
          application.status().code(),
          application.form().title(),
          application.papers().stream().map(PaperAnswer::of).toList(),
          missingOf(application),
          review.requests().stream()
              .map(request -> new Request(request.at(), request.message()))
              .toList(),
          offered(review),
          review.rejection(),
          review.acceptance() == null ? null : review.acceptance().merchantId(),
          application.createdAt());
    }
  }

  /// What staff see: everything but the test user's password.
  ///
  /// @param recommendation identity of what waits; to be named by whoever approves it
  record Full(
      Status application,
      ApplicationForm form,
      boolean hostedPageOnly,
      @Nullable String recommendedBy,
      @Nullable String note,
      @Nullable String recommendation,
      @Nullable Terms terms,
      @Nullable String approvedBy,
      Review.@Nullable Acceptance acceptance) {

    static Full of(Application application) {
      Review review = application.review();
      return new Full(
          Status.of(application),
          application.form().sealed(null),
          application.hostedPageOnly(),
          review.proposal() == null ? null : review.proposal().by(),
          review.proposal() == null ? null : review.proposal().note(),
          application.recommendation(),
          Terms.of(review.proposal()),
          review.approval() == null ? null : review.approval().by(),
          review.acceptance());
    }
  }

  /// Under which the applicant is recommended, as they are sent.
  record Terms(TermsAnswer contract, RiskPolicy riskPolicy, CaptureRules captureRules) {
    static @Nullable Terms of(Review.@Nullable Proposal proposal) {
      return proposal == null
          ? null
          : new Terms(
              TermsAnswer.of(proposal.terms()), proposal.riskPolicy(), proposal.captureRules());
    }
  }

  record Many(List<Status> data) {
    static Many of(List<Application> found) {
      return new Many(found.stream().map(Status::of).toList());
    }
  }

  /// @param secretKey and publishableKey of test mode, shown this once
  /// @param invitation the path at which the contact sets a password for the portal
  record Opened(
      String reference,
      String merchantId,
      String merchantNumber,
      String terminalNumber,
      @Nullable String secretKey,
      @Nullable String publishableKey,
      @Nullable String invitation) {

    static Opened of(Outcome.Opened opened, @Nullable String invitation) {
      return new Opened(
          opened.application().id(),
          opened.merchant().id(),
          opened.merchant().registration().number(),
          opened.merchant().terminalId(),
          opened.secretKey().orElse(null),
          opened.publishableKey().orElse(null),
          invitation);
    }

    @Override
    public String toString() {
      return "Opened[" + merchantId + "]";
    }
  }

  private static List<AgreementAnswer> offered(Review review) {
    return review.approval() == null
        ? List.of()
        : review.approval().agreements().stream()
            .map(one -> new AgreementAnswer(one.language(), one.sha256()))
            .toList();
  }

  private static List<String> missingOf(Application application) {
    return application.missing().stream().map(PaperKind::code).toList();
  }
}
