package io.openvpos.settlement.report.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Packs a workbook anew without what its writer took from the clock: the times of the zip entries
/// and the date of creation.
final class StableZip {

  private static final String PROPERTIES = "docProps/core.xml";
  private static final LocalDateTime THEN = LocalDateTime.of(1980, 2, 1, 0, 0);

  private StableZip() {}

  /// @param created what the file says of its creation
  static void repack(Path workbook, LocalDate created, OutputStream out) throws IOException {
    try (ZipFile found = new ZipFile(workbook.toFile())) {
      ZipOutputStream zip = new ZipOutputStream(out);
      // The next levels take several times as long for a file that is a sixth smaller.
      zip.setLevel(Deflater.BEST_SPEED);
      Enumeration<? extends ZipEntry> entries = found.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        ZipEntry same = new ZipEntry(entry.getName());
        same.setTimeLocal(THEN);
        zip.putNextEntry(same);
        try (InputStream content = found.getInputStream(entry)) {
          if (entry.getName().equals(PROPERTIES)) {
            zip.write(dated(content.readAllBytes(), created));
          } else {
            content.transferTo(zip);
          }
        }
        zip.closeEntry();
      }
      zip.finish();
    }
  }

  private static byte[] dated(byte[] properties, LocalDate created) {
    return new String(properties, StandardCharsets.UTF_8)
        .replaceAll("(<dcterms:(created|modified)[^>]*>)[^<]*", "$1" + created + "T00:00:00Z")
        .getBytes(StandardCharsets.UTF_8);
  }
}
