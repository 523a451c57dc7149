package io.openvpos.settlement.report;

import java.io.IOException;
import java.io.OutputStream;

/// Passes bytes on, and knows how many there were and their SHA-256.
public final class DigestStream extends OutputStream {

  private final OutputStream out;
  private final Sha256 sha = new Sha256();
  private long count;

  public DigestStream(OutputStream out) {
    super();
    this.out = out;
  }

  /// The stream itself where it is one that holds nothing yet: no byte is hashed twice.
  public static DigestStream over(OutputStream out) {
    return out instanceof DigestStream digests && digests.count == 0
        ? digests
        : new DigestStream(out);
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    sha.add(bytes, from, length);
    count += length;
    out.write(bytes, from, length);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  /// How many bytes.
  public long count() {
    return count;
  }

  /// Of everything written so far, in lower-case hexadecimal.
  public String hexSoFar() {
    return sha.hexSoFar();
  }
}
