package io.openvpos.merchant.application;

import io.openvpos.merchant.agreement.AgreementParty;
import io.openvpos.merchant.agreement.AgreementPdf;
import io.openvpos.merchant.application.domain.Application;
import io.openvpos.merchant.application.domain.Application.Step;
import io.openvpos.merchant.application.domain.ApplicationForm;
import io.openvpos.merchant.application.domain.Review.Agreement;
import io.openvpos.merchant.application.domain.Review.PaperRequest;
import io.openvpos.merchant.application.domain.Review.Proposal;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.profile.domain.CaptureRules;
import io.openvpos.merchant.profile.domain.RiskPolicy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The staff's steps.
@Component
public final class Reviewing {

  private final Applications applications;
  private final Applying applying;
  private final FileStore files;
  private final SiteVerdicts sites;
  private final AgreementPdf agreements;
  private final Clock clock;

  public Reviewing(
      Applications applications,
      Applying applying,
      FileStore files,
      SiteVerdicts sites,
      AgreementPdf agreements,
      Clock clock) {
    this.applications = applications;
    this.applying = applying;
    this.files = files;
    this.sites = sites;
    this.agreements = agreements;
    this.clock = clock;
  }

  /// What a recommendation proposes.
  public record Terms(
      String note, ContractTerms contract, RiskPolicy riskPolicy, CaptureRules captureRules) {}

  public Optional<Step> askForPapers(String id, String message, Actor by) {
    PaperRequest request = new PaperRequest(by.who(), clock.instant(), message);
    return applying.change(
        id, "application.papers_requested", by, application -> application.asked(request));
  }

  public Optional<Step> recommend(String id, Terms terms, Actor by) {
    Proposal proposal =
        new Proposal(
            by.who(),
            clock.instant(),
            terms.note(),
            terms.contract(),
            terms.riskPolicy(),
            terms.captureRules());
    return applying.change(
        id,
        "application.recommended",
        by,
        application -> application.recommended(proposal, sites.settled(id)));
  }

  /// Writes the agreement in both languages, stores it, and then approves exactly what it says: a
  /// proposal that changed meanwhile is not approved.
  ///
  /// @param read the recommendation that was read; if another one waits by now, nothing is approved
  public Optional<Step> approve(String id, Optional<String> read, Actor by) {
    Optional<Application> found = applications.find(id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Application seen = found.get();
    Instant at = clock.instant();
    if (seen.approved(read, by.who(), at, List.of()) instanceof Step.Refused refused) {
      return Optional.of(refused);
    }
    Optional<String> written = Optional.ofNullable(seen.recommendation());
    List<Agreement> offered =
        List.of(agreement(seen, at, Locale.of("tr")), agreement(seen, at, Locale.ENGLISH));
    return applying.change(
        id,
        "application.approved",
        by,
        application -> application.approved(written, by.who(), at, offered));
  }

  public Optional<Step> sendBack(String id, Actor by) {
    return applying.change(id, "application.sent_back", by, Application::sentBack);
  }

  public Optional<Step> reject(String id, String reason, Actor by) {
    return applying.change(
        id, "application.rejected", by, application -> application.rejected(reason));
  }

  private Agreement agreement(Application application, Instant at, Locale language) {
    byte[] pdf = agreements.write(party(application), application.proposal().terms(), language, at);
    return new Agreement(language.getLanguage(), files.store(pdf), Applying.sha256(pdf));
  }

  private static AgreementParty party(Application application) {
    ApplicationForm form = application.form();
    return new AgreementParty(
        application.id(),
        form.title(),
        form.taxNumber(),
        form.taxOffice(),
        form.address().line()
            + ", "
            + form.address().postalCode()
            + " "
            + form.address().district()
            + " / "
            + form.address().city(),
        form.contact().name(),
        form.site().address().toString(),
        form.iban(),
        form.mcc(),
        application.hostedPageOnly());
  }
}
