package io.openvpos.messaging.transport;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/// A certificate for 127.0.0.1 that signs itself, and its key, as PEM files. Written in DER by
/// hand: nothing expires in the repository and no key is kept there.
final class SelfSigned {

  private static final byte[] ECDSA_WITH_SHA256 = oid(0x2A, 0x86, 0x48, 0xCE, 0x3D, 4, 3, 2);
  private static final byte[] COMMON_NAME = oid(0x55, 4, 3);
  private static final byte[] ALTERNATIVE_NAME = oid(0x55, 0x1D, 0x11);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private final KeyPair keys;
  private final X509Certificate certificate;

  SelfSigned(long serial, Instant from, Instant until) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      keys = generator.generateKeyPair();
      byte[] algorithm = der(0x30, ECDSA_WITH_SHA256);
      byte[] name =
          der(
              0x30,
              der(
                  0x31,
                  der(0x30, COMMON_NAME, der(0x0C, "open-vpos".getBytes(StandardCharsets.UTF_8)))));
      byte[] address = der(0x30, der(0x87, new byte[] {127, 0, 0, 1}));
      byte[] body =
          der(
              0x30,
              der(0xA0, der(2, new byte[] {2})),
              der(2, BigInteger.valueOf(serial).toByteArray()),
              algorithm,
              name,
              der(0x30, time(from), time(until)),
              name,
              keys.getPublic().getEncoded(),
              der(0xA3, der(0x30, der(0x30, ALTERNATIVE_NAME, der(4, address)))));
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(body);
      byte[] bits = concat(new byte[] {0}, signature.sign());
      certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(
                      new ByteArrayInputStream(der(0x30, body, algorithm, der(3, bits))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  X509Certificate certificate() {
    return certificate;
  }

  /// Both files, each put in its place at once.
  void into(Path folder) throws IOException, GeneralSecurityException {
    put(folder.resolve("tls.key"), "PRIVATE KEY", keys.getPrivate().getEncoded());
    put(folder.resolve("tls.crt"), "CERTIFICATE", certificate.getEncoded());
  }

  private static void put(Path file, String kind, byte[] content) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    Path made = Files.createTempFile(file.getParent(), "tls", ".new");
    Files.writeString(
        made, "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
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
