package io.openvpos.settlement.certificate.domain;

import io.openvpos.money.Mode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What one business day came to in one mode and currency, as it was certified. Never changes.
///
/// @param body canonical JSON
/// @param sha256 of the body, lower-case hexadecimal: the certificate's id
/// @param balances of the accounts after the day, which the next day begins with
/// @param holds what the day did to holds; empty if the ledger did not count all of them
public record Certificate(
    LocalDate day,
    Mode mode,
    String currency,
    String body,
    String sha256,
    Map<String, Long> balances,
    Optional<CertifiedHolds> holds) {

  /// What the first certificate of a mode and currency is linked to.
  public static final String NONE_BEFORE = "0".repeat(64);

  public Certificate {
    balances = new TreeMap<>(balances);
  }

  /// `day|mode|currency`.
  public String id() {
    return id(day, mode, currency);
  }

  public static String id(LocalDate day, Mode mode, String currency) {
    return day + "|" + mode.code() + "|" + currency;
  }

  /// The file that people keep: the body and its hash.
  public String file() {
    return "{\"certificate\":" + body + ",\"sha256\":\"" + sha256 + "\"}";
  }
}
