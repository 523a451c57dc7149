package io.openvpos.sandbox.shop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// The sandbox's own authority and the shop's certificate from it, made by the JDK's keytool and
/// kept in the data folder until they are nearly over. They protect nothing but this machine's
/// loopback, so the password beside them is no secret.
final class ShopCertificate {

  private static final String PASSWORD = "sandbox-shop";
  private static final String AUTHORITY = "authority";
  private static final String SHOP = "shop";
  private static final int VALID_DAYS = 365;

  /// The site check wants a month; whoever keeps a data folder for long gets new ones in time.
  private static final Duration RENEWED_BEFORE_END = Duration.ofDays(60);

  private final Path store;
  private final Path pem;

  private ShopCertificate(Path folder) {
    this.store = folder.resolve("shop.p12");
    this.pem = folder.resolve("shop-ca.pem");
  }

  static ShopCertificate in(Path folder, Clock clock) {
    ShopCertificate certificate = new ShopCertificate(folder);
    try {
      Files.createDirectories(folder);
      if (!certificate.lasts(clock)) {
        Files.deleteIfExists(certificate.store);
        certificate.make();
      }
      return certificate;
    } catch (IOException e) {
      throw new UncheckedIOException("no certificate for the shop in " + folder, e);
    }
  }

  /// What `vpos.site-check.extra-trust` is set to.
  Path authority() {
    return pem;
  }

  SSLContext context() {
    try {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(store)) {
        keys.load(in, PASSWORD.toCharArray());
      }
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("unusable: " + store, e);
    }
  }

  private boolean lasts(Clock clock) throws IOException {
    if (!Files.exists(store) || !Files.exists(pem)) {
      return false;
    }
    return certificate(SHOP)
        .getNotAfter()
        .toInstant()
        .isAfter(clock.instant().plus(RENEWED_BEFORE_END));
  }

  private void make() throws IOException {
    keytool(AUTHORITY, List.of("-dname", "CN=open-vpos sandbox CA", "-ext", "bc:c"));
    keytool(
        SHOP,
        List.of(
            "-dname",
            "CN=localhost",
            "-signer",
            AUTHORITY,
            "-ext",
            "san=dns:localhost,ip:127.0.0.1",
            "-ext",
            "eku=serverAuth"));
    String body;
    try {
      byte[] encoded = certificate(AUTHORITY).getEncoded();
      body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a parsed certificate has an encoding", e);
    }
    Files.writeString(
        pem, "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
  }

  private X509Certificate certificate(String alias) throws IOException {
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      return (X509Certificate) keys.getCertificate(alias);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("unusable: " + store, e);
    }
  }

  private void keytool(String alias, List<String> more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                String.valueOf(VALID_DAYS),
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD));
    command.addAll(more);
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (keytool.waitFor() != 0) {
        throw new IOException("keytool: " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while keytool runs", e);
    }
  }
}
