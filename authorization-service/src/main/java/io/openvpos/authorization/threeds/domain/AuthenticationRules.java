package io.openvpos.authorization.threeds.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What may happen to an authentication. Each answers how it is afterwards, and nothing where it
/// changes nothing: what comes twice, too late or out of turn.
public final class AuthenticationRules {

  /// EMV: an ARes is waited for ten seconds; a crash between is found by the rest.
  static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

  /// EMV: the RReq precedes the browser's return; what is later than this will not come.
  static final Duration RESULT_WITHIN = Duration.ofSeconds(30);

  private AuthenticationRules() {}

  /// The browser's data is there, and the AReq is about to leave: by whoever stores this, once.
  public static Optional<Authentication> requested(Authentication before, Instant now) {
    return open(before, now) && before.stage() == Stage.STARTED
        ? Optional.of(before.requested(now.plus(ANSWER_WITHIN)))
        : Optional.empty();
  }

  /// The ARes, or that there is none.
  public static Optional<Authentication> answered(
      Authentication before, AuthenticationAnswer answer, Instant now) {
    if (!open(before, now) || before.stage() != Stage.REQUESTED) {
      return Optional.empty();
    }
    return Optional.of(
        switch (answer) {
          case AuthenticationAnswer.Silent(String reason) ->
              before.ended(without(before, Outcome.UNAVAILABLE, Flow.FRICTIONLESS, reason, now));
          case AuthenticationAnswer.Answered told -> told(before, told, now);
        });
  }

  private static Authentication told(
      Authentication before, AuthenticationAnswer.Answered told, Instant now) {
    return switch (told.verdict().status()) {
      case C -> before.asked(Stage.CHALLENGED, told.dsTransId(), told.acsTransId(), told.acsUrl());
      case D -> before.asked(Stage.DECOUPLED, told.dsTransId(), told.acsTransId(), null);
      case Y, A, N, R, U, I ->
          before
              .known(told.dsTransId(), told.acsTransId())
              .ended(ending(before, told.verdict(), Flow.FRICTIONLESS, now));
    };
  }

  /// Whether a message with these ids is about this authentication: all three, or none.
  public static boolean names(Authentication authentication, String server, String ds, String acs) {
    return authentication.id().equals(server)
        && ds.equals(authentication.dsTransId())
        && acs.equals(authentication.acsTransId());
  }

  /// The RReq: what the challenge came to. The caller has compared the ids.
  public static Optional<Authentication> resulted(
      Authentication before, Verdict verdict, Instant now) {
    boolean waited = before.stage() == Stage.CHALLENGED || before.stage() == Stage.DECOUPLED;
    if (!waited || !open(before, now)) {
      return Optional.empty();
    }
    Flow flow = flow(before);
    return Optional.of(before.ended(ending(before, verdict, flow, now)));
  }

  /// The browser came back from the challenge. It wakes us up and says nothing: from now on the
  /// RReq has a limit.
  public static Optional<Authentication> returned(Authentication before, Instant now) {
    return open(before, now) && before.stage() == Stage.CHALLENGED && before.answerBy() == null
        ? Optional.of(before.awaiting(now.plus(RESULT_WITHIN)))
        : Optional.empty();
  }

  /// Ends what has waited too long.
  public static Optional<Authentication> overdue(Authentication before, Instant now) {
    if (before.ended() || now.isBefore(before.dueAt())) {
      return Optional.empty();
    }
    Outcome outcome =
        !now.isBefore(before.expiresAt())
            ? Outcome.EXPIRED
            : before.stage() == Stage.CHALLENGED ? Outcome.UNANSWERED : Outcome.UNAVAILABLE;
    return Optional.of(before.ended(without(before, outcome, flow(before), "no_answer", now)));
  }

  private static boolean open(Authentication before, Instant now) {
    return !before.ended() && now.isBefore(before.dueAt());
  }

  private static Flow flow(Authentication before) {
    return switch (before.stage()) {
      case CHALLENGED -> Flow.CHALLENGE;
      case DECOUPLED -> Flow.DECOUPLED;
      case STARTED, REQUESTED, ENDED -> Flow.FRICTIONLESS;
    };
  }

  /// A proof that does not fit its status is no proof.
  private static Ending ending(Authentication before, Verdict verdict, Flow flow, Instant now) {
    Outcome outcome = verdict.status().outcome();
    String eci = Eci.of(before.purchase().brand(), outcome);
    String told = verdict.eci();
    if (outcome.proves() && (verdict.proof() == null || (told != null && !told.equals(eci)))) {
      return without(before, Outcome.UNAVAILABLE, flow, "unfit_proof", now);
    }
    return new Ending(
        outcome, flow, eci, outcome.proves() ? verdict.proof() : null, verdict.reason(), now);
  }

  private static Ending without(
      Authentication before, Outcome outcome, Flow flow, @Nullable String reason, Instant now) {
    String eci = Eci.of(before.purchase().brand(), outcome);
    return new Ending(outcome, flow, eci, null, reason, now);
  }
}
