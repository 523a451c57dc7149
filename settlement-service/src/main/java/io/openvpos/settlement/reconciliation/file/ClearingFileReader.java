package io.openvpos.settlement.reconciliation.file;

import io.openvpos.settlement.reconciliation.domain.Item;
import io.openvpos.settlement.report.Sha256;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Reads a file line by line, with one line in memory. What was handed on is to be believed only
/// once the whole file has been read: the control record comes last.
public final class ClearingFileReader {

  private static final int MAX_LINE = 400;

  /// Takes the items of a file.
  @FunctionalInterface
  public interface Taker {

    /// The next item.
    ///
    /// @param line the item's number in its file, from 1; with the file's id it names the record
    void take(long line, Item item);
  }

  /// A file read to its end.
  ///
  /// @param digest of the control record
  public record Read(FileHeader header, long records, String digest) {}

  private final InputStream in;
  private final Sha256 sha = new Sha256();
  private final HashTotals totals = new HashTotals();
  private long number;

  private ClearingFileReader(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /// A [RefusedFileException] names the first line that is wrong.
  public static Read read(InputStream in, FileKind kind, Taker taker) {
    ClearingFileReader reader = new ClearingFileReader(in);
    try {
      return reader.read(kind, taker);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException broken) {
      throw new RefusedFileException(reader.number, code(broken));
    }
  }

  private static String code(IllegalArgumentException broken) {
    String message = broken.getMessage();
    return message != null && message.startsWith("clearing_") ? message : "clearing_value";
  }

  private Read read(FileKind kind, Taker taker) throws IOException {
    FileHeader header = FileLines.header(hashed(), kind);
    String line = hashed();
    while (line.startsWith("D|")) {
      Item item = FileLines.item(line);
      totals.add(item);
      taker.take(number, item);
      line = hashed();
    }
    for (String expected : totals.lines()) {
      expect(line.equals(expected), "clearing_totals");
      line = hashed();
    }
    expect(line.startsWith("T|"), line.startsWith("S|") ? "clearing_totals" : "clearing_layout");
    expect(line.equals("T|" + totals.records()), "clearing_count");
    String digest = sha.hex();
    String control = next();
    expect(("C|" + digest).equals(control), "clearing_checksum");
    expect(in.read() < 0, "clearing_after_end");
    return new Read(header, totals.records(), digest);
  }

  private void expect(boolean holds, String code) {
    if (!holds) {
      throw new RefusedFileException(number, code);
    }
  }

  private String hashed() throws IOException {
    String line = next();
    sha.add((line + "\n").getBytes(StandardCharsets.US_ASCII));
    return line;
  }

  private String next() throws IOException {
    number++;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int read = in.read();
    while (read != '\n') {
      expect(read >= 0, "clearing_truncated");
      expect(read >= ' ' && read <= '~', "clearing_encoding");
      expect(line.size() < MAX_LINE, "clearing_layout");
      line.write(read);
      read = in.read();
    }
    return line.toString(StandardCharsets.US_ASCII);
  }
}
