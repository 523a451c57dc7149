package io.openvpos.sandbox.certificate;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Verifies certificates, the links between those of consecutive days, and files that they name.
public final class CertificateVerifier {

  private static final String NONE_BEFORE = "0".repeat(64);

  private CertificateVerifier() {}

  /// True if everything holds; prints what was checked.
  ///
  /// @param certificates of days, and of the reports of days
  /// @param reports files that some certificate must name by their SHA-256
  public static boolean print(List<Path> certificates, List<Path> reports, PrintStream out) {
    return print(certificates, reports, List.of(), out);
  }

  /// The same with the lists of batches' files, by which a certificate names each of those.
  ///
  /// @param lists as `GET /v1/batches/{id}/files` gives them
  public static boolean print(
      List<Path> certificates, List<Path> reports, List<Path> lists, PrintStream out) {
    List<Checked> checked = new ArrayList<>();
    List<CertificateFile> read = new ArrayList<>();
    List<CertificateFile> ofReports = new ArrayList<>();
    for (Path path : certificates) {
      try {
        CertificateFile file = CertificateFile.read(path);
        if (file.isOfReports()) {
          ofReports.add(file);
        } else {
          read.add(file);
          checked.addAll(CertificateChecks.of(file));
        }
      } catch (IllegalArgumentException e) {
        checked.add(
            new Checked(path.toString(), "readable", false, String.valueOf(e.getMessage())));
      }
    }
    checked.addAll(links(read));
    checked.addAll(ReportsChecks.of(ofReports, read));
    NamedFiles named = NamedFiles.by(read, ofReports);
    checked.addAll(named.add(lists));
    checked.addAll(named.check(reports));
    for (Checked one : checked) {
      out.printf(
          Locale.ROOT,
          "%-6s %-42s %-44s %s%n",
          one.holds() ? "ok" : "FAILED",
          one.about(),
          one.what(),
          one.detail());
    }
    long failed = checked.stream().filter(one -> !one.holds()).count();
    out.printf(Locale.ROOT, "%d checks, %d failed%n", checked.size(), failed);
    return failed == 0 && !(read.isEmpty() && ofReports.isEmpty());
  }

  /// Of each mode and currency, in the order of days.
  static List<Checked> links(List<CertificateFile> files) {
    Map<String, List<CertificateFile>> chains = new TreeMap<>();
    for (CertificateFile file : files) {
      String chain = text(file, "mode") + "|" + text(file, "currency");
      chains.computeIfAbsent(chain, key -> new ArrayList<>()).add(file);
    }
    List<Checked> checked = new ArrayList<>();
    for (List<CertificateFile> chain : chains.values()) {
      chain.sort(Comparator.comparing(file -> text(file, "day")));
      for (int i = 0; i < chain.size(); i++) {
        checked.addAll(i == 0 ? beginning(chain.get(i)) : link(chain.get(i - 1), chain.get(i)));
      }
    }
    return checked;
  }

  private static List<Checked> beginning(CertificateFile first) {
    if (!text(first, "previous").equals(NONE_BEFORE)) {
      return List.of();
    }
    boolean empty =
        first
                .content()
                .path("accounts")
                .valueStream()
                .allMatch(account -> account.path("opening").asLong(-1) == 0)
            && first.content().path("authorized").path("opening").asLong(0) == 0;
    return List.of(
        new Checked(
            first.name(), "the first of its chain opens empty", empty, empty ? "yes" : "no"));
  }

  private static List<Checked> link(CertificateFile before, CertificateFile after) {
    List<Checked> checked = new ArrayList<>();
    checked.add(
        Checked.equal(
            after.name(), "follows the day before", dayAfter(before), text(after, "day")));
    checked.add(
        Checked.equal(
            after.name(),
            "link to " + before.name(),
            CertificateChecks.sha256(before.body()),
            text(after, "previous")));
    checked.addAll(holds(before, after));
    Map<String, Long> closed = accounts(before, "balance");
    Map<String, Long> opened = accounts(after, "opening");
    Set<String> names = new TreeSet<>(closed.keySet());
    names.addAll(opened.keySet());
    for (String name : names) {
      checked.add(
          Checked.equal(
              after.name(),
              "opening of " + name,
              closed.getOrDefault(name, 0L),
              opened.getOrDefault(name, 0L)));
    }
    return checked;
  }

  /// Once holds are certified, every later day certifies them; the first one opens empty.
  private static List<Checked> holds(CertificateFile before, CertificateFile after) {
    JsonNode earlier = before.content().path("authorized");
    JsonNode later = after.content().path("authorized");
    if (earlier.isMissingNode() && later.isMissingNode()) {
      return List.of();
    }
    return List.of(
        Checked.equal(
            after.name(),
            "opening of holds",
            earlier.path("open").asLong(0),
            later.isMissingNode() ? "none" : (Object) later.path("opening").asLong(0)));
  }

  private static String dayAfter(CertificateFile file) {
    try {
      return LocalDate.parse(text(file, "day")).plusDays(1).toString();
    } catch (DateTimeParseException e) {
      return "no day";
    }
  }

  private static Map<String, Long> accounts(CertificateFile file, String column) {
    Map<String, Long> found = new TreeMap<>();
    for (JsonNode account : file.content().path("accounts")) {
      found.put(account.path("account").asString(), account.path(column).asLong());
    }
    return found;
  }

  private static String text(CertificateFile file, String member) {
    return file.content().path(member).asString("");
  }
}
