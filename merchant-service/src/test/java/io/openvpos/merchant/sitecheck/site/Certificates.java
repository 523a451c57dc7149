package io.openvpos.merchant.sitecheck.site;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// An authority that certifies what a test wants, written in DER by hand: nothing expires in the
/// repository and no key is kept there.
public final class Certificates {

  private static final byte[] ECDSA_WITH_SHA256 = oid(0x2A, 0x86, 0x48, 0xCE, 0x3D, 4, 3, 2);
  private static final byte[] COMMON_NAME = oid(0x55, 4, 3);
  private static final byte[] BASIC_CONSTRAINTS = oid(0x55, 0x1D, 0x13);
  private static final byte[] ALTERNATIVE_NAME = oid(0x55, 0x1D, 0x11);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private static long serial = 1;

  private final KeyPair keys = newKeys();
  private final X509Certificate own;

  public Certificates(Instant from, Instant until) {
    own = certify("Test CA", new Wish("", from, until), keys, keys.getPrivate(), true);
  }

  /// What a certificate should say.
  public record Wish(String name, Instant from, Instant until) {}

  /// A server's context with a certificate of this authority.
  public SSLContext server(Wish wish) {
    KeyPair leaf = newKeys();
    return context(leaf, certify("Test CA", wish, leaf, keys.getPrivate(), false), own);
  }

  /// A server's context with a certificate of its own making.
  public static SSLContext selfSigned(Wish wish) {
    KeyPair leaf = newKeys();
    return context(leaf, certify(wish.name(), wish, leaf, leaf.getPrivate(), false));
  }

  /// The authority's certificate for `extra-trust`.
  public Path pem(Path folder) {
    try {
      String body = Base64.getMimeEncoder().encodeToString(own.getEncoded());
      return Files.writeString(
          folder.resolve("ca.pem"),
          "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    } catch (java.io.IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SSLContext context(KeyPair leaf, X509Certificate... chain) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("site", leaf.getPrivate(), new char[0], chain);
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(store, new char[0]);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (java.io.IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static X509Certificate certify(
      String issuer, Wish wish, KeyPair subject, PrivateKey signer, boolean authority) {
    byte[] algorithm = der(0x30, ECDSA_WITH_SHA256);
    byte[] name = wish.name().getBytes(StandardCharsets.US_ASCII);
    byte[] constraints =
        der(
            0x30,
            BASIC_CONSTRAINTS,
            der(4, der(0x30, authority ? der(1, new byte[] {-1}) : new byte[0])));
    byte[] names =
        authority ? new byte[0] : der(0x30, ALTERNATIVE_NAME, der(4, der(0x30, der(0x82, name))));
    byte[] validity = der(0x30, time(wish.from()), time(wish.until()));
    byte[] body =
        der(
            0x30,
            der(0xA0, der(2, new byte[] {2})),
            der(2, BigInteger.valueOf(serial++).toByteArray()),
            algorithm,
            name(issuer),
            validity,
            name(authority ? issuer : wish.name()),
            subject.getPublic().getEncoded(),
            der(0xA3, der(0x30, constraints, names)));
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(signer);
      signature.update(body);
      byte[] bits = concat(new byte[] {0}, signature.sign());
      byte[] whole = der(0x30, body, algorithm, der(3, bits));
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(whole));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] name(String text) {
    byte[] value = der(0x0C, text.getBytes(StandardCharsets.UTF_8));
    return der(0x30, der(0x31, der(0x30, COMMON_NAME, value)));
  }

  private static byte[] time(Instant at) {
    return der(0x18, TIME.format(at).getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] oid(int... parts) {
    byte[] bytes = new byte[parts.length];
    for (int at = 0; at < parts.length; at++) {
      bytes[at] = (byte) parts[at];
    }
    return der(6, bytes);
  }

  private static byte[] der(int tag, byte[]... parts) {
    byte[] content = concat(parts);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < 0x80) {
      out.write(content.length);
    } else if (content.length < 0x100) {
      out.write(0x81);
      out.write(content.length);
    } else {
      out.write(0x82);
      out.write(content.length >> 8);
      out.write(content.length);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
