package io.openvpos.merchant.application.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.application.AForm;
import io.openvpos.merchant.application.domain.Application.Refusal;
import io.openvpos.merchant.application.domain.Application.Step;
import io.openvpos.merchant.application.domain.Review.Acceptance;
import io.openvpos.merchant.application.domain.Review.Agreement;
import io.openvpos.merchant.application.domain.Review.PaperRequest;
import io.openvpos.merchant.application.domain.Review.Proposal;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.profile.domain.CaptureRules;
import io.openvpos.merchant.profile.domain.RiskPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApplicationTest {

  private static final Instant AT = Instant.parse("2026-11-26T09:00:00Z");
  private static final Agreement AGREEMENT = new Agreement("tr", "file_1", "abc");

  private final Application submitted =
      Application.submitted("VP-1", AForm.of(CompanyType.LIMITED), AT);

  @Test
  void whatACompanyMustSendIsMissingUntilItIsThere() {
    assertThat(submitted.missing())
        .containsExactlyInAnyOrder(
            PaperKind.TAX_CERTIFICATE, PaperKind.TRADE_REGISTRY, PaperKind.SIGNATURE_CIRCULAR);
    assertThat(complete().missing()).isEmpty();
    assertThat(refusal(submitted.recommended(proposal("a"), true)))
        .isEqualTo(Refusal.PAPERS_MISSING);
  }

  @Test
  void theSameFileSentAgainIsThereOnce() {
    Application once = taken(submitted.withPaper(paper(PaperKind.OTHER, "1")));

    assertThat(taken(once.withPaper(paper(PaperKind.OTHER, "1"))).papers()).hasSize(1);
  }

  @Test
  void aTwentyFirstPaperIsRefused() {
    Application full = submitted;
    for (int count = 0; count < Paper.MAX_COUNT; count++) {
      full = taken(full.withPaper(paper(PaperKind.OTHER, "digest " + count)));
    }

    assertThat(refusal(full.withPaper(paper(PaperKind.OTHER, "one more"))))
        .isEqualTo(Refusal.TOO_MANY_PAPERS);
  }

  @Test
  void nobodyRecommendsASiteThatIsNotSettled() {
    assertThat(refusal(complete().recommended(proposal("a"), false)))
        .isEqualTo(Refusal.SITE_UNSETTLED);
  }

  @Test
  void whoeverRecommendedMayNotApprove() {
    Application recommended = taken(complete().recommended(proposal("a"), true));

    assertThat(refusal(recommended.approved(Optional.empty(), "a", AT, List.of())))
        .isEqualTo(Refusal.FOUR_EYES);
    assertThat(taken(recommended.approved(Optional.empty(), "b", AT, List.of(AGREEMENT))).status())
        .isEqualTo(ApplicationStatus.APPROVED);
  }

  @Test
  void onlyTheRecommendationThatTheSecondPersonHasReadIsApproved() {
    Application first = taken(complete().recommended(proposal("a"), true));
    Optional<String> read = Optional.ofNullable(first.recommendation());
    Application second = taken(taken(first.sentBack()).recommended(proposal("a"), true));

    assertThat(refusal(second.approved(read, "b", AT, List.of())))
        .isEqualTo(Refusal.RECOMMENDATION_CHANGED);
    read = Optional.ofNullable(second.recommendation());
    Application approved = taken(second.approved(read, "b", AT, List.of(AGREEMENT)));
    assertThat(approved.recommendation()).isNull();
  }

  @Test
  void onlyTheOfferedAgreementCanBeAccepted() {
    Application approved = approved();

    assertThat(refusal(approved.accepted(acceptance("other")))).isEqualTo(Refusal.OTHER_AGREEMENT);
    Application accepted = taken(approved.accepted(acceptance("abc")));
    assertThat(accepted.status()).isEqualTo(ApplicationStatus.ACCEPTED);
    assertThat(refusal(accepted.accepted(acceptance("abc")))).isEqualTo(Refusal.WRONG_STATUS);
    assertThat(refusal(accepted.rejected("late"))).isEqualTo(Refusal.WRONG_STATUS);
  }

  @Test
  void aRequestForPapersTakesTheProposalBack() {
    Application recommended = taken(complete().recommended(proposal("a"), true));

    Application asked = taken(recommended.asked(new PaperRequest("b", AT, "İmza sirküleri eski")));

    assertThat(asked.review().proposal()).isNull();
    assertThat(asked.review().requests()).hasSize(1);
    assertThat(refusal(asked.recommended(proposal("a"), true))).isEqualTo(Refusal.WRONG_STATUS);
    assertThat(taken(asked.answered()).status()).isEqualTo(ApplicationStatus.SUBMITTED);
  }

  @Test
  void whatEndedTakesNothingMore() {
    Application rejected = taken(submitted.rejected("no such business"));

    assertThat(refusal(rejected.withPaper(paper(PaperKind.OTHER, "1"))))
        .isEqualTo(Refusal.WRONG_STATUS);
    assertThat(refusal(rejected.withdrawn())).isEqualTo(Refusal.WRONG_STATUS);
    assertThat(refusal(rejected.approved(Optional.empty(), "b", AT, List.of())))
        .isEqualTo(Refusal.WRONG_STATUS);
  }

  @Test
  void everyStepIsTheNextVersion() {
    assertThat(complete().version()).isEqualTo(4);
    assertThat(approved().version()).isEqualTo(6);
  }

  private Application approved() {
    Application recommended = taken(complete().recommended(proposal("a"), true));
    return taken(recommended.approved(Optional.empty(), "b", AT, List.of(AGREEMENT)));
  }

  private Application complete() {
    Application complete = submitted;
    for (PaperKind kind : CompanyType.LIMITED.papers()) {
      complete = taken(complete.withPaper(paper(kind, kind.code())));
    }
    return complete;
  }

  private static Paper paper(PaperKind kind, String sha256) {
    return new Paper("file", kind, "belge.pdf", PaperType.PDF, 10, sha256, AT);
  }

  private static Proposal proposal(String by) {
    return new Proposal(
        by, AT, "fine", ContractTerms.demo(), RiskPolicy.DEFAULT, CaptureRules.DEFAULT);
  }

  private static Acceptance acceptance(String sha256) {
    return new Acceptance("Işıl Öğüt", AT, "127.0.0.1", sha256, "mer_1");
  }

  private static Application taken(Step step) {
    return ((Step.Taken) step).application();
  }

  private static Refusal refusal(Step step) {
    return ((Step.Refused) step).reason();
  }
}
