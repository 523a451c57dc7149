package io.openvpos.merchant.application;

import io.openvpos.merchant.application.domain.Application;
import io.openvpos.merchant.application.domain.ApplicationForm;
import io.openvpos.merchant.application.domain.Audience;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.sitecheck.SiteChecks;
import io.openvpos.merchant.sitecheck.SitesToCheck;
import io.openvpos.merchant.sitecheck.domain.Login;
import io.openvpos.merchant.sitecheck.domain.SiteToCheck;
import io.openvpos.merchant.sitecheck.domain.Verdict;
import io.openvpos.merchant.sitecheck.secret.Secrets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the site check has to do with applications: the site of each, the check that begins with
/// it, and what came out.
@Component
public final class ApplicantSites implements SitesToCheck, SiteVerdicts, PasswordSeal {

  private final Applications applications;
  private final SiteChecks checks;
  private final Secrets secrets;

  public ApplicantSites(Applications applications, SiteChecks checks, Secrets secrets) {
    this.applications = applications;
    this.checks = checks;
    this.secrets = secrets;
  }

  @Override
  public Optional<SiteToCheck> find(String applicationId) {
    return applications.find(applicationId).map(ApplicantSites::site);
  }

  @Override
  public void begin(Application application) {
    var _ = checks.run(site(application), Actor.PLATFORM);
  }

  @Override
  public boolean settled(String applicationId) {
    return checks
        .latest(applicationId)
        .map(check -> check.verdict() == Verdict.PASSED)
        .orElse(false);
  }

  @Override
  public String seal(String applicationId, String password) {
    return secrets.seal(applicationId, password);
  }

  private static SiteToCheck site(Application application) {
    ApplicationForm.Site site = application.form().site();
    return new SiteToCheck(
        application.id(),
        site.address(),
        site.testAddress(),
        application.form().audience() == Audience.DEALERS
            ? io.openvpos.merchant.sitecheck.domain.Audience.DEALERS
            : io.openvpos.merchant.sitecheck.domain.Audience.CONSUMERS,
        login(site));
  }

  private static @Nullable Login login(ApplicationForm.Site site) {
    String user = site.testUser();
    String password = site.sealedPassword();
    return user == null || password == null ? null : new Login(user, password);
  }
}
