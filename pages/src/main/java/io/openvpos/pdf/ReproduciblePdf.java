package io.openvpos.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/// Takes out of a PDF what the library draws at random or from the clock: the dates, the marks of
/// the embedded fonts' subsets, and the file's id, which becomes a hash of its content.
public final class ReproduciblePdf {

  private static final String SUBSET_OF = "+Liberation";
  private static final byte[] MARK = "OPNVPS".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ID = "/ID [<".getBytes(StandardCharsets.US_ASCII);
  private static final int ID_DIGITS = 32;

  private ReproduciblePdf() {}

  /// Dates the document; to be called before it is opened.
  public static void date(PdfWriter writer, LocalDate day) {
    PdfDictionary about = writer.getInfo();
    String text =
        String.format(
            Locale.ROOT,
            "D:%04d%02d%02d000000Z",
            day.getYear(),
            day.getMonthValue(),
            day.getDayOfMonth());
    about.put(PdfName.CREATIONDATE, new PdfString(text));
    about.put(PdfName.MODDATE, new PdfString(text));
  }

  /// Rewrites a finished file in place.
  public static void settle(Path file) {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      settle(channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The same with a file that is in memory.
  static void settle(ByteBuffer bytes) {
    markSubsets(bytes);
    int id = lastIndexOf(bytes, ID) + ID.length;
    fill(bytes, id, "0".repeat(ID_DIGITS));
    fill(bytes, id + ID_DIGITS + 2, "0".repeat(ID_DIGITS));
    String hash = digest(bytes);
    fill(bytes, id, hash);
    fill(bytes, id + ID_DIGITS + 2, hash);
  }

  private static String digest(ByteBuffer bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes.duplicate().rewind());
      return HexFormat.of().formatHex(digest.digest()).substring(0, ID_DIGITS);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }

  /// Six capitals before the font's name; each name has one subset.
  private static void markSubsets(ByteBuffer bytes) {
    byte[] sought = SUBSET_OF.getBytes(StandardCharsets.US_ASCII);
    for (int at = MARK.length; at <= bytes.limit() - sought.length; at++) {
      if (bytes.get(at) == sought[0] && matches(bytes, at, sought)) {
        for (int index = 0; index < MARK.length; index++) {
          bytes.put(at - MARK.length + index, MARK[index]);
        }
      }
    }
  }

  private static int lastIndexOf(ByteBuffer bytes, byte[] sought) {
    for (int at = bytes.limit() - sought.length; at >= 0; at--) {
      if (matches(bytes, at, sought)) {
        return at;
      }
    }
    throw new IllegalStateException("a PDF without an id");
  }

  private static boolean matches(ByteBuffer bytes, int at, byte[] sought) {
    for (int index = 0; index < sought.length; index++) {
      if (bytes.get(at + index) != sought[index]) {
        return false;
      }
    }
    return true;
  }

  private static void fill(ByteBuffer bytes, int at, String digits) {
    for (int index = 0; index < digits.length(); index++) {
      bytes.put(at + index, (byte) digits.charAt(index));
    }
  }
}
