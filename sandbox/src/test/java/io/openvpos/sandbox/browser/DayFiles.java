package io.openvpos.sandbox.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.system.RunningPlatform.Bank;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/// The files of a closed day as whoever opens them reads them: reports in every format, what was
/// given to the network and to the bank, and what the two made of it.
final class DayFiles {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Bank bank;
  private final String finance;

  DayFiles(Bank bank) {
    this.bank = bank;
    finance =
        DemoMerchants.token(
            bank.platform().endpoints(),
            bank.platform().credentials().financeEmail(),
            bank.platform().credentials().financePassword());
  }

  /// The detail reports of a merchant, by where they are from: each names its cards, masked.
  Map<String, String> detailsOf(String batch) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    String start = bank.platform().endpoints().settlement() + "/v1/batches/" + batch;
    for (String file :
        List.of(
            "/report.csv",
            "/settlement.csv",
            "/settlement.csv?profile=excel-tr",
            "/settlement.xlsx?lang=tr",
            "/settlement.pdf?lang=tr",
            "/settlement.json")) {
      files.put(file, read(start + file));
    }
    return files;
  }

  /// Everything else of the day.
  Map<String, String> of(String day, String merchantId) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    String start = bank.platform().endpoints().settlement() + "/v1/business-days/" + day;
    for (String kind : List.of("summary", "tax", "commission")) {
      for (String extension : List.of("csv", "xlsx", "pdf", "json")) {
        String file = "/reports/" + kind + "." + extension;
        files.put(file, read(start + file));
      }
    }
    for (String file :
        List.of(
            "/certificate.json",
            "/certificate.pdf",
            "/presentments.txt?mode=test",
            "/payouts.xml?mode=test&currency=TRY")) {
      files.put(file, read(start + file));
    }
    String statement =
        bank.platform().endpoints().merchant() + "/v1/merchants/" + merchantId + "/statements";
    String period = "?mode=test&currency=TRY&from=" + day + "&to=" + day + "&format=";
    for (String format : List.of("json", "csv", "pdf")) {
      files.put("statement." + format, read(statement + period + format));
    }
    return files;
  }

  /// What network and bank keep: files presented and cleared, and the bank's log.
  Map<String, String> elsewhere() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    Path clearing = bank.platform().evidence().networkLog().resolveSibling("clearing");
    try (Stream<Path> found = Files.walk(clearing)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    files.put("bank.log", Files.readString(bank.platform().evidence().bankLog()));
    return files;
  }

  private String read(String address) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + finance)
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IOException(address + " answered " + answer.statusCode());
      }
      return answer.headers().map() + text(address, answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static String text(String address, byte[] bytes) throws IOException {
    String path = URI.create(address).getPath();
    if (path.endsWith(".xlsx")) {
      return unzipped(bytes);
    }
    return new String(bytes, 0, Math.min(4, bytes.length), UTF_8).equals("%PDF")
        ? printed(bytes)
        : new String(bytes, UTF_8);
  }

  private static String unzipped(byte[] bytes) throws IOException {
    StringBuilder all = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      ZipEntry entry = zip.getNextEntry();
      while (entry != null) {
        all.append(entry.getName()).append('\n').append(new String(zip.readAllBytes(), UTF_8));
        entry = zip.getNextEntry();
      }
    }
    return all.toString();
  }

  private static String printed(byte[] bytes) throws IOException {
    StringBuilder all = new StringBuilder();
    try (PdfReader reader = new PdfReader(bytes)) {
      all.append(reader.getInfo());
      PdfTextExtractor extractor = new PdfTextExtractor(reader);
      for (int page = 1; page <= reader.getNumberOfPages(); page++) {
        all.append(extractor.getTextFromPage(page)).append('\n');
      }
    }
    return all.toString();
  }
}
