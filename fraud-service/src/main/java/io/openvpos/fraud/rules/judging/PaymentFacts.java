package io.openvpos.fraud.rules.judging;

import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import java.time.Instant;

/// What rules and lists may know of a payment beside its features; kept with its assessment, so
/// that it can be judged again. Texts are empty where unknown.
///
/// @param cardFingerprint the platform's keyed HMAC of the PAN
/// @param bin the first eight digits
/// @param funding credit, debit, prepaid or unknown
/// @param cardClass the pricing class: own_bank, domestic_credit, …
/// @param issuerCountry ISO 3166-1 alpha-2
/// @param email in lower case
/// @param device as the shop names it
/// @param occurredAt event time
public record PaymentFacts(
    Money amount,
    String cardFingerprint,
    String bin,
    String brand,
    String funding,
    String cardClass,
    String issuerCountry,
    String merchantId,
    Mode mode,
    String ip,
    String email,
    String device,
    AuthenticationStanding authentication,
    Instant occurredAt) {

  /// What stands behind the `@`; empty without one.
  public String emailDomain() {
    return email.substring(email.lastIndexOf('@') + 1);
  }
}
