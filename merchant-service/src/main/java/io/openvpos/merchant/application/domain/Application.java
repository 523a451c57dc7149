package io.openvpos.merchant.application.domain;

import io.openvpos.merchant.application.domain.Review.Acceptance;
import io.openvpos.merchant.application.domain.Review.Agreement;
import io.openvpos.merchant.application.domain.Review.Approval;
import io.openvpos.merchant.application.domain.Review.PaperRequest;
import io.openvpos.merchant.application.domain.Review.Proposal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An application. Each step is the next version, or is refused and changes nothing.
///
/// @param id the reference number that the applicant knows it by
/// @param version of the document, from 1
public record Application(
    String id,
    long version,
    ApplicationStatus status,
    ApplicationForm form,
    List<Paper> papers,
    Review review,
    Instant createdAt) {

  /// Why a step was refused.
  public enum Refusal {
    /// Nothing of the kind can be done as the application stands.
    WRONG_STATUS("application_status"),
    /// The one who recommended may not approve too.
    FOUR_EYES("four_eyes"),
    /// Another recommendation than the one that was read.
    RECOMMENDATION_CHANGED("recommendation_changed"),
    PAPERS_MISSING("papers_missing"),
    /// The site's check has not ended, or something of it is neither passed nor decided.
    SITE_UNSETTLED("site_check_unsettled"),
    TOO_MANY_PAPERS("too_many_papers"),
    /// Another document than the one that was offered.
    OTHER_AGREEMENT("other_agreement");

    private final String code;

    Refusal(String code) {
      this.code = code;
    }

    /// As problems name it.
    public String code() {
      return code;
    }
  }

  /// What became of a step.
  public sealed interface Step {
    record Taken(Application application) implements Step {}

    record Refused(Refusal reason) implements Step {}
  }

  public Application {
    papers = List.copyOf(papers);
  }

  public static Application submitted(String id, ApplicationForm form, Instant at) {
    return new Application(id, 1, ApplicationStatus.SUBMITTED, form, List.of(), Review.NONE, at);
  }

  public Set<PaperKind> missing() {
    Set<PaperKind> there =
        papers.stream().map(Paper::kind).collect(Collectors.toCollection(this::noKinds));
    Set<PaperKind> missing = form.companyType().papers();
    missing.removeAll(there);
    return missing;
  }

  /// Without a page of its own that is safe enough, a shop takes cards on the hosted page only.
  public boolean hostedPageOnly() {
    return !form.site().ownPaymentPage();
  }

  public Step withPaper(Paper paper) {
    if (!takesPapers()) {
      return new Step.Refused(Refusal.WRONG_STATUS);
    }
    // The same file sent again is there already.
    if (papers.stream()
        .anyMatch(one -> one.sha256().equals(paper.sha256()) && one.kind() == paper.kind())) {
      return next(status, papers, review);
    }
    if (papers.size() >= Paper.MAX_COUNT) {
      return new Step.Refused(Refusal.TOO_MANY_PAPERS);
    }
    List<Paper> extended = new ArrayList<>(papers);
    extended.add(paper);
    return next(status, extended, review);
  }

  public boolean takesPapers() {
    return status == ApplicationStatus.SUBMITTED || status == ApplicationStatus.DOCUMENTS_REQUESTED;
  }

  /// The applicant has answered a request for papers.
  public Step answered() {
    return status == ApplicationStatus.DOCUMENTS_REQUESTED
        ? next(ApplicationStatus.SUBMITTED, papers, review)
        : new Step.Refused(Refusal.WRONG_STATUS);
  }

  public Step asked(PaperRequest request) {
    return status == ApplicationStatus.SUBMITTED || status == ApplicationStatus.RECOMMENDED
        ? next(ApplicationStatus.DOCUMENTS_REQUESTED, papers, review.asking(request))
        : new Step.Refused(Refusal.WRONG_STATUS);
  }

  public Step recommended(Proposal proposal, boolean siteSettled) {
    if (status != ApplicationStatus.SUBMITTED) {
      return new Step.Refused(Refusal.WRONG_STATUS);
    }
    if (!missing().isEmpty()) {
      return new Step.Refused(Refusal.PAPERS_MISSING);
    }
    return siteSettled
        ? next(ApplicationStatus.RECOMMENDED, papers, review.proposing(proposal))
        : new Step.Refused(Refusal.SITE_UNSETTLED);
  }

  /// Tells the recommendation that waits from those before it; null if none waits. Every step
  /// changes it.
  public @Nullable String recommendation() {
    return status == ApplicationStatus.RECOMMENDED ? String.valueOf(version) : null;
  }

  /// Whether this person may be the second pair of eyes.
  ///
  /// @param read the recommendation that they have read; another one is not approved
  public Step approved(Optional<String> read, String by, Instant at, List<Agreement> agreements) {
    Proposal proposal = review.proposal();
    if (status != ApplicationStatus.RECOMMENDED || proposal == null) {
      return new Step.Refused(Refusal.WRONG_STATUS);
    }
    if (proposal.by().equals(by)) {
      return new Step.Refused(Refusal.FOUR_EYES);
    }
    return read.isPresent() && !read.get().equals(recommendation())
        ? new Step.Refused(Refusal.RECOMMENDATION_CHANGED)
        : next(
            ApplicationStatus.APPROVED, papers, review.approving(new Approval(by, at, agreements)));
  }

  /// Back to whoever recommends.
  public Step sentBack() {
    return status == ApplicationStatus.RECOMMENDED
        ? next(ApplicationStatus.SUBMITTED, papers, review.sentBack())
        : new Step.Refused(Refusal.WRONG_STATUS);
  }

  public Step rejected(String reason) {
    return status.open() && status != ApplicationStatus.APPROVED
        ? next(ApplicationStatus.REJECTED, papers, review.rejecting(reason))
        : new Step.Refused(Refusal.WRONG_STATUS);
  }

  public Step withdrawn() {
    return status.open()
        ? next(ApplicationStatus.WITHDRAWN, papers, review)
        : new Step.Refused(Refusal.WRONG_STATUS);
  }

  public Step accepted(Acceptance acceptance) {
    Approval approval = review.approval();
    if (status != ApplicationStatus.APPROVED || approval == null) {
      return new Step.Refused(Refusal.WRONG_STATUS);
    }
    boolean offered =
        approval.agreements().stream().map(Agreement::sha256).anyMatch(acceptance.sha256()::equals);
    return offered
        ? next(ApplicationStatus.ACCEPTED, papers, review.accepting(acceptance))
        : new Step.Refused(Refusal.OTHER_AGREEMENT);
  }

  /// The proposal of an application that has one.
  public Proposal proposal() {
    return Objects.requireNonNull(review.proposal(), "nobody has proposed terms");
  }

  private Step next(ApplicationStatus nextStatus, List<Paper> nextPapers, Review nextReview) {
    return new Step.Taken(
        new Application(id, version + 1, nextStatus, form, nextPapers, nextReview, createdAt));
  }

  private Set<PaperKind> noKinds() {
    return EnumSet.noneOf(PaperKind.class);
  }
}
