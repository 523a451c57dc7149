package io.openvpos.authorization.payment.domain;

import org.jspecify.annotations.Nullable;

/// Why no money moved.
///
/// @param code the stable word of the HTTP contract, for example `insufficient_funds`
/// @param networkCode the issuer's response code (DE 39); null if it was not asked
public record Decline(String code, @Nullable String networkCode) {

  public static final String AUTHENTICATION_REQUIRED = "authentication_required";
  public static final String ISSUER_UNAVAILABLE = "issuer_unavailable";

  /// Declined before anything was sent.
  public static Decline byRisk() {
    return new Decline("fraud_suspected", null);
  }

  /// Declined because the network cannot be reached; nothing was sent.
  public static Decline byOutage() {
    return new Decline(ISSUER_UNAVAILABLE, null);
  }

  /// Declined because the merchant takes no payments any more: it was suspended or closed while the
  /// cardholder was asked. Nothing was sent.
  public static Decline byMerchant() {
    return new Decline("merchant_not_active", null);
  }

  /// Declined because the cardholder was not authenticated; nothing was sent, or what was sent was
  /// refused for want of it.
  ///
  /// @param outcome the authentication's word: failed, rejected, unavailable, unanswered, expired
  public static Decline byAuthentication(String outcome) {
    return new Decline(
        switch (outcome) {
          case "failed" -> "authentication_failed";
          case "rejected" -> "authentication_rejected";
          case "expired" -> "authentication_expired";
          default -> "authentication_unavailable";
        },
        null);
  }

  /// Whether the issuer would have this payment authenticated (DE 39 65: soft decline).
  public boolean wantsAuthentication() {
    return AUTHENTICATION_REQUIRED.equals(code);
  }

  /// Reads the issuer's response code (DE 39); one without a word of its own is
  /// `declined_by_issuer`.
  public static Decline byIssuer(String responseCode) {
    return new Decline(word(responseCode), responseCode);
  }

  private static String word(String responseCode) {
    return switch (responseCode) {
      case "05" -> "do_not_honour";
      case "14" -> "invalid_card";
      case "41" -> "lost_card";
      case "43" -> "stolen_card";
      case "51" -> "insufficient_funds";
      case "54" -> "expired_card";
      case "65" -> AUTHENTICATION_REQUIRED;
      case "91" -> ISSUER_UNAVAILABLE;
      default -> "declined_by_issuer";
    };
  }
}
