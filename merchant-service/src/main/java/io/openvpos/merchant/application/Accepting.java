package io.openvpos.merchant.application;

import io.openvpos.merchant.application.domain.Application;
import io.openvpos.merchant.application.domain.Application.Step;
import io.openvpos.merchant.application.domain.ApplicationForm;
import io.openvpos.merchant.application.domain.ApplicationStatus;
import io.openvpos.merchant.application.domain.Review.Acceptance;
import io.openvpos.merchant.application.domain.Review.Proposal;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.profile.KeyIssuing;
import io.openvpos.merchant.profile.Onboarding;
import io.openvpos.merchant.profile.Onboarding.NewMerchant;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.money.Mode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The agreement accepted: from then on there is a merchant, in test mode.
@Component
public final class Accepting {

  private final Applications applications;
  private final Applying applying;
  private final Onboarding onboarding;
  private final KeyIssuing keys;
  private final Clock clock;

  public Accepting(
      Applications applications,
      Applying applying,
      Onboarding onboarding,
      KeyIssuing keys,
      Clock clock) {
    this.applications = applications;
    this.applying = applying;
    this.onboarding = onboarding;
    this.keys = keys;
    this.clock = clock;
  }

  /// What became of an acceptance.
  public sealed interface Outcome {
    /// There is a merchant now.
    ///
    /// @param secretKey and publishableKey of test mode, in clear for this one answer; empty where
    ///   the agreement had been accepted before
    record Opened(
        Application application,
        Merchant merchant,
        Optional<String> secretKey,
        Optional<String> publishableKey)
        implements Outcome {
      @Override
      public String toString() {
        return "Opened[" + merchant.id() + "]";
      }
    }

    record Refused(Application.Refusal reason) implements Outcome {}
  }

  /// Accepts the document with the hash. The merchant is opened after the word is stored, under an
  /// id that follows from the application's; a repetition after a crash finds the same one.
  ///
  /// @param name of whoever accepts
  public Optional<Outcome> accept(String id, String name, String sha256, Actor by) {
    Acceptance acceptance =
        new Acceptance(name, clock.instant(), by.from(), sha256, Onboarding.merchantId(id));
    Optional<Step> step =
        applying.change(
            id, "application.accepted", by, application -> application.accepted(acceptance));
    return step.map(taken ->
        switch (taken) {
          case Step.Taken(Application accepted) -> opened(accepted, by);
          case Step.Refused(Application.Refusal reason) -> repeated(id, sha256, reason, by);
        });
  }

  /// Opens what a crash left between the word and the merchant. The keys are then made in the
  /// portal: nobody is there to be shown them.
  @Scheduled(initialDelay = 5_000, fixedDelay = 600_000)
  public void openWhatIsLeft() {
    for (Application accepted : applications.list(Optional.of(ApplicationStatus.ACCEPTED))) {
      var _ =
          onboarding.open(
              accepted.id(), wanted(accepted), accepted.hostedPageOnly(), Actor.PLATFORM);
    }
  }

  private Outcome repeated(String id, String sha256, Application.Refusal reason, Actor by) {
    Application there = applications.find(id).orElseThrow();
    Acceptance given = there.review().acceptance();
    return there.status() == ApplicationStatus.ACCEPTED
            && given != null
            && given.sha256().equals(sha256)
        ? opened(there, by)
        : new Outcome.Refused(reason);
  }

  private Outcome opened(Application application, Actor by) {
    Merchant merchant =
        onboarding.open(application.id(), wanted(application), application.hostedPageOnly(), by);
    if (!merchant.apiKeys().isEmpty()) {
      return new Outcome.Opened(application, merchant, Optional.empty(), Optional.empty());
    }
    return new Outcome.Opened(
        application,
        merchant,
        Optional.of(key(merchant, KeyScope.SECRET, by)),
        Optional.of(key(merchant, KeyScope.PUBLISHABLE, by)));
  }

  private String key(Merchant merchant, KeyScope scope, Actor by) {
    return keys.issue(merchant.id(), Mode.TEST, scope, by).orElseThrow().key();
  }

  private static NewMerchant wanted(Application application) {
    ApplicationForm form = application.form();
    Proposal proposal = application.proposal();
    return new NewMerchant(
        form.title(),
        form.mcc(),
        form.iban(),
        form.currencies(),
        List.of(Mode.TEST),
        proposal.terms(),
        proposal.riskPolicy(),
        proposal.captureRules());
  }
}
