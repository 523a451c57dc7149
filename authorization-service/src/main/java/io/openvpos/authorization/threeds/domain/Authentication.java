package io.openvpos.authorization.threeds.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One authentication of one payment. Used once: an end never changes.
///
/// @param id `threeDSServerTransID`, ours
/// @param dsTransId the directory server's id; null before its answer
/// @param acsTransId the issuer's id; null before its answer
/// @param acsUrl where the browser is challenged
/// @param answerBy when silence counts as an answer; null while only [#expiresAt] limits it
/// @param expiresAt from the very instant on nothing counts any more
/// @param ending null until it has ended
public record Authentication(
    String id,
    Purchase purchase,
    Wish wish,
    Protocol protocol,
    Stage stage,
    @Nullable String dsTransId,
    @Nullable String acsTransId,
    @Nullable String acsUrl,
    Instant createdAt,
    @Nullable Instant answerBy,
    Instant expiresAt,
    @Nullable Ending ending) {

  /// Before the browser has come.
  public static Authentication started(
      String id,
      Purchase purchase,
      Wish wish,
      Protocol protocol,
      Instant createdAt,
      Instant expiresAt) {
    return new Authentication(
        id,
        purchase,
        wish,
        protocol,
        Stage.STARTED,
        null,
        null,
        null,
        createdAt,
        null,
        expiresAt,
        null);
  }

  public boolean ended() {
    return ending != null;
  }

  /// Whether the payment may go to the issuer now.
  public boolean mayProceed() {
    return ending != null && ending.outcome().mayProceed(wish.mandatory());
  }

  /// When somebody has to look at it although nothing came: the earlier of its two limits.
  public Instant dueAt() {
    return answerBy != null && answerBy.isBefore(expiresAt) ? answerBy : expiresAt;
  }

  Authentication requested(Instant limit) {
    return with(Stage.REQUESTED, dsTransId, acsTransId, acsUrl, limit, null);
  }

  Authentication asked(
      Stage next, @Nullable String ds, @Nullable String acs, @Nullable String url) {
    return with(next, ds, acs, url, null, null);
  }

  Authentication awaiting(Instant limit) {
    return with(stage, dsTransId, acsTransId, acsUrl, limit, null);
  }

  Authentication ended(Ending end) {
    return with(Stage.ENDED, dsTransId, acsTransId, acsUrl, null, end);
  }

  Authentication known(@Nullable String ds, @Nullable String acs) {
    return with(stage, ds, acs, acsUrl, answerBy, ending);
  }

  private Authentication with(
      Stage next,
      @Nullable String ds,
      @Nullable String acs,
      @Nullable String url,
      @Nullable Instant limit,
      @Nullable Ending end) {
    return new Authentication(
        id, purchase, wish, protocol, next, ds, acs, url, createdAt, limit, expiresAt, end);
  }
}
