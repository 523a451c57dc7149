package io.openvpos.merchant.profile.domain;

import org.jspecify.annotations.Nullable;

/// How the acquirer has the merchant on its books.
///
/// @param number fifteen digits; the card networks know the merchant by it (DE 42)
/// @param applicationId the application it came from; null for one taken on by staff directly
/// @param hostedPageOnly whether cards may be entered on the acquirer's own page only, because the
///   shop has no page of its own that is safe enough
public record Registration(String number, @Nullable String applicationId, boolean hostedPageOnly) {

  /// The acquirer's own part of the number.
  private static final String ACQUIRER = "1001000";

  /// A terminal belongs to one merchant, so a number made of it does too.
  public static Registration of(
      String terminalId, @Nullable String applicationId, boolean hostedPageOnly) {
    return new Registration(ACQUIRER + terminalId, applicationId, hostedPageOnly);
  }
}
