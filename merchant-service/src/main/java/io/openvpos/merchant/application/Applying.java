package io.openvpos.merchant.application;

import io.openvpos.merchant.application.domain.Application;
import io.openvpos.merchant.application.domain.Application.Step;
import io.openvpos.merchant.application.domain.ApplicationForm;
import io.openvpos.merchant.application.domain.Paper;
import io.openvpos.merchant.application.domain.PaperKind;
import io.openvpos.merchant.application.domain.PaperType;
import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.audit.domain.Actor;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The applicant's steps.
@Component
public final class Applying {

  private final Applications applications;
  private final FileStore files;
  private final References references;
  private final SiteVerdicts sites;
  private final PasswordSeal seal;
  private final Clock clock;

  public Applying(
      Applications applications,
      FileStore files,
      References references,
      SiteVerdicts sites,
      PasswordSeal seal,
      Clock clock) {
    this.applications = applications;
    this.files = files;
    this.references = references;
    this.sites = sites;
    this.seal = seal;
    this.clock = clock;
  }

  /// What became of a submission.
  public sealed interface Submission {
    /// It is here.
    ///
    /// @param code opens the application from now on
    record Received(Application application, String code) implements Submission {}

    /// The key belongs to another submission.
    record KeyReused() implements Submission {}
  }

  /// A file as it came.
  @SuppressWarnings("ArrayRecordComponent") // Bytes on their way to the store, never compared.
  public record Upload(PaperKind kind, String name, PaperType type, byte[] bytes) {}

  /// Takes an application. Sent again with the same key and the same form, it is the same one.
  ///
  /// @param password of the shop's test user, in clear; kept sealed
  public Submission submit(
      ApplicationForm form, @Nullable String password, @Nullable String key, Actor by) {
    if (key == null) {
      return received(inserted(form, password, by));
    }
    String id = references.ofSubmission(key);
    Application wanted = submitted(id, form, password);
    if (insert(wanted, by)) {
      return received(wanted);
    }
    Application there = applications.find(id).orElseThrow();
    // Sealing the same password twice gives two texts, so it does not count.
    return there.form().sealed(null).equals(form.sealed(null))
        ? received(there)
        : new Submission.KeyReused();
  }

  /// Only the right code finds it.
  public Optional<Application> open(String id, String code) {
    return references.opens(id, code) ? applications.find(id) : Optional.empty();
  }

  /// Empty if there is no such application. The bytes are stored before they are named.
  public Optional<Step> attach(String id, Upload upload, Actor by) {
    Optional<Application> found = applications.find(id);
    if (found.isEmpty() || !found.get().takesPapers()) {
      return found.map(_ -> new Step.Refused(Application.Refusal.WRONG_STATUS));
    }
    Paper paper =
        new Paper(
            files.store(upload.bytes()),
            upload.kind(),
            upload.name(),
            upload.type(),
            upload.bytes().length,
            sha256(upload.bytes()),
            clock.instant());
    return change(id, "application.paper_added", by, application -> application.withPaper(paper));
  }

  public Optional<Step> answer(String id, Actor by) {
    return change(id, "application.answered", by, Application::answered);
  }

  public Optional<Step> withdraw(String id, Actor by) {
    return change(id, "application.withdrawn", by, Application::withdrawn);
  }

  /// Takes the step from whatever the application is when it is taken.
  Optional<Step> change(String id, String action, Actor by, Function<Application, Step> step) {
    while (true) {
      Optional<Step> decided = applications.find(id).map(step);
      if (decided.isEmpty() || !(decided.get() instanceof Step.Taken(Application next))) {
        return decided;
      }
      if (applications.save(next, new Action(action, by, clock.instant()))) {
        return decided;
      }
    }
  }

  private Application inserted(ApplicationForm form, @Nullable String password, Actor by) {
    while (true) {
      Application wanted = submitted(references.draw(), form, password);
      if (insert(wanted, by)) {
        return wanted;
      }
    }
  }

  private Application submitted(String id, ApplicationForm form, @Nullable String password) {
    String sealed = password == null || password.isEmpty() ? null : seal.seal(id, password);
    return Application.submitted(id, form.sealed(sealed), clock.instant());
  }

  private boolean insert(Application wanted, Actor by) {
    Action action = new Action("application.submitted", by, clock.instant());
    boolean inserted = applications.insert(wanted, action);
    if (inserted) {
      sites.begin(wanted);
    }
    return inserted;
  }

  private Submission received(Application application) {
    return new Submission.Received(application, references.code(application.id()));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }
}
