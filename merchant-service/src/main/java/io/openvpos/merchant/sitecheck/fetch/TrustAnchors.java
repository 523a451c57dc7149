package io.openvpos.merchant.sitecheck.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// The authorities whose certificates count: the JDK's, and those of a file for sandboxes. Whether
/// a certificate was revoked is not asked: that would be one more address that a stranger chooses.
public final class TrustAnchors {

  private static final String SERVER = "1.3.6.1.5.5.7.3.1";
  private static final String ANY_USE = "2.5.29.37.0";

  private final Set<TrustAnchor> anchors;

  private TrustAnchors(Set<TrustAnchor> anchors) {
    this.anchors = Set.copyOf(anchors);
  }

  /// The JDK's and those of the file.
  ///
  /// @param extra a PEM file, or null
  public static TrustAnchors with(@Nullable Path extra) {
    try {
      Set<TrustAnchor> all = new HashSet<>();
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      X509TrustManager usual = (X509TrustManager) factory.getTrustManagers()[0];
      for (X509Certificate one : usual.getAcceptedIssuers()) {
        all.add(new TrustAnchor(one, null));
      }
      if (extra != null) {
        try (InputStream pem = Files.newInputStream(extra)) {
          CertificateFactory.getInstance("X.509")
              .generateCertificates(pem)
              .forEach(one -> all.add(new TrustAnchor((X509Certificate) one, null)));
        }
      }
      return new TrustAnchors(all);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("no trust anchors from " + extra, e);
    }
  }

  /// Why the chain is not to be trusted as a server's; empty if it is.
  String distrust(List<X509Certificate> chain, Instant now) {
    try {
      // As browsers ask for it: in order from the leaf; what is an anchor itself needs no proof.
      List<X509Certificate> path = chain.stream().takeWhile(one -> !isAnchor(one)).toList();
      PKIXParameters parameters = new PKIXParameters(anchors);
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(now));
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
      List<String> uses = chain.getFirst().getExtendedKeyUsage();
      boolean server = uses == null || uses.contains(SERVER) || uses.contains(ANY_USE);
      return server ? "" : "not a server's certificate";
    } catch (GeneralSecurityException untrusted) {
      return String.valueOf(untrusted.getMessage());
    }
  }

  private boolean isAnchor(X509Certificate certificate) {
    return anchors.stream().anyMatch(anchor -> certificate.equals(anchor.getTrustedCert()));
  }
}
