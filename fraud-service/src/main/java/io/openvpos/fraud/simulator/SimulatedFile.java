package io.openvpos.fraud.simulator;

import io.openvpos.fraud.history.Attempt;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/// Simulated payments as CSV, and the digest of that CSV by which a model names its data.
public final class SimulatedFile {

  public static final String HEADER =
      "at_millis,payment,card,merchant,amount_minor_units,bin,ip,email,device,foreign,prepaid,"
          + "foreign_currency,pattern,refunded_at_millis";

  private SimulatedFile() {}

  public static String line(SimulatedPayment payment) {
    Attempt attempt = payment.attempt();
    return String.join(
        ",",
        Long.toString(attempt.atMillis()),
        Long.toString(attempt.paymentKey()),
        attempt.card(),
        attempt.terminal(),
        Long.toString(attempt.amountMinorUnits()),
        Objects.requireNonNullElse(attempt.bin(), ""),
        Objects.requireNonNullElse(attempt.ip(), ""),
        Objects.requireNonNullElse(attempt.email(), ""),
        Objects.requireNonNullElse(attempt.device(), ""),
        attempt.kind().foreign() ? "1" : "0",
        attempt.kind().prepaid() ? "1" : "0",
        attempt.kind().foreignCurrency() ? "1" : "0",
        payment.pattern().code(),
        Objects.toString(payment.refundedAt(), ""));
  }

  /// SHA-256 over the header and all lines.
  public static String digest(List<SimulatedPayment> payments) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((HEADER + "\n").getBytes(StandardCharsets.UTF_8));
      for (SimulatedPayment payment : payments) {
        digest.update((line(payment) + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
