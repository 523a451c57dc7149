package io.openvpos.merchant.sitecheck.domain.seen;

import java.time.Instant;

/// What a TLS handshake showed.
///
/// @param cipherBits strength of the cipher's key
/// @param distrust why the chain is not trusted; empty if it is
/// @param sha256 of the certificate, in hex
public record Tls(
    String protocol,
    String cipher,
    int cipherBits,
    String subject,
    String issuer,
    Instant validFrom,
    Instant validUntil,
    boolean nameMatches,
    String distrust,
    String sha256) {

  /// True if a password may be sent: to whoever the certificate names, and nobody else.
  public boolean isSafe() {
    return nameMatches && distrust.isEmpty();
  }
}
