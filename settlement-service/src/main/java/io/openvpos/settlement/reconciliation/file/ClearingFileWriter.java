package io.openvpos.settlement.reconciliation.file;

import io.openvpos.settlement.reconciliation.domain.Item;
import io.openvpos.settlement.report.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Writes a file record by record: header, items, hash totals, trailer, control record. The same
/// items in the same order are the same bytes.
public final class ClearingFileWriter {

  private final OutputStream out;
  private final Sha256 sha = new Sha256();
  private final HashTotals totals = new HashTotals();

  /// Writes the header. The stream stays the caller's.
  public ClearingFileWriter(OutputStream out, FileHeader header) {
    this.out = out;
    line(FileLines.header(header));
  }

  public void add(Item item) {
    totals.add(item);
    line(FileLines.item(item));
  }

  /// Ends the file; returns its control record's digest.
  public String finish() {
    totals.lines().forEach(this::line);
    line("T|" + totals.records());
    String digest = sha.hex();
    write(("C|" + digest + "\n").getBytes(StandardCharsets.US_ASCII));
    return digest;
  }

  private void line(String text) {
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.US_ASCII);
    sha.add(bytes);
    write(bytes);
  }

  private void write(byte[] bytes) {
    try {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
