package io.openvpos.merchant.sitecheck.fetch;

import io.openvpos.merchant.sitecheck.domain.seen.Tls;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/// Reads the facts of a finished handshake.
final class TlsReading {

  private static final Pattern BITS = Pattern.compile("_(?:AES|ARIA|CAMELLIA)_(\\d{3})_");
  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  private final TrustAnchors anchors;
  private final Clock clock;

  TlsReading(TrustAnchors anchors, Clock clock) {
    this.anchors = anchors;
    this.clock = clock;
  }

  Tls read(SSLSession session, String host) throws SSLPeerUnverifiedException {
    List<X509Certificate> chain =
        Arrays.stream(session.getPeerCertificates()).map(X509Certificate.class::cast).toList();
    X509Certificate leaf = chain.getFirst();
    return new Tls(
        session.getProtocol(),
        session.getCipherSuite(),
        bits(session.getCipherSuite()),
        leaf.getSubjectX500Principal().getName(),
        leaf.getIssuerX500Principal().getName(),
        leaf.getNotBefore().toInstant(),
        leaf.getNotAfter().toInstant(),
        matches(leaf, host),
        anchors.distrust(chain, clock.instant()),
        sha256(leaf));
  }

  /// The key length that a suite's name tells; 0 for one without encryption or of unknown make.
  static int bits(String suite) {
    Matcher named = BITS.matcher(suite);
    if (named.find()) {
      return Integer.parseInt(named.group(1));
    }
    if (suite.contains("CHACHA20")) {
      return 256;
    }
    return suite.contains("3DES") ? 112 : 0;
  }

  /// By the alternative names alone, as browsers do (RFC 9525): the common name counts for nothing.
  private static boolean matches(X509Certificate leaf, String host) {
    try {
      Collection<List<?>> names = leaf.getSubjectAlternativeNames();
      return names != null && names.stream().anyMatch(name -> matches(name, host));
    } catch (CertificateParsingException unreadable) {
      return false;
    }
  }

  private static boolean matches(List<?> name, String host) {
    if (!(name.get(0) instanceof Integer kind) || !(name.get(1) instanceof String value)) {
      return false;
    }
    if (kind == IP_ADDRESS) {
      return value.equals(host) || ("[" + value + "]").equals(host);
    }
    String lower = value.toLowerCase(Locale.ROOT);
    if (kind != DNS_NAME || !lower.startsWith("*.")) {
      return kind == DNS_NAME && lower.equals(host);
    }
    int dot = host.indexOf('.');
    boolean deep = lower.indexOf('.', 2) > 0;
    return deep && dot > 0 && host.substring(dot).equals(lower.substring(1));
  }

  private static String sha256(X509Certificate leaf) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(leaf.getEncoded());
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("a parsed certificate has an encoding", impossible);
    }
  }
}
