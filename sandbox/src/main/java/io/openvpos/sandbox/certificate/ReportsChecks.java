package io.openvpos.sandbox.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Everything that must hold of the certificates of reports: their own form, the day's certificates
/// that they name, and the links between them.
final class ReportsChecks {

  private static final String NONE_BEFORE = "0".repeat(64);

  private final List<CertificateFile> days;
  private final List<Checked> checked = new ArrayList<>();

  private ReportsChecks(List<CertificateFile> days) {
    this.days = days;
  }

  /// @param reports of any days, in any order
  /// @param days certificates of days, those that are at hand
  static List<Checked> of(List<CertificateFile> reports, List<CertificateFile> days) {
    ReportsChecks checks = new ReportsChecks(days);
    reports.forEach(checks::form);
    reports.forEach(checks::names);
    checks.links(reports.stream().sorted(Comparator.comparing(ReportsChecks::day)).toList());
    return checks.checked;
  }

  private void form(CertificateFile file) {
    String format = file.content().path("format").asString("");
    checked.add(Checked.equal(file.name(), "format", "open-vpos-day-reports/1", format));
    boolean canonical = CertificateFile.canonical(file.whole()).equals(file.text());
    checked.add(new Checked(file.name(), "canonical form", canonical, canonical ? "yes" : "no"));
    String hash = CertificateChecks.sha256(file.body());
    checked.add(Checked.equal(file.name(), "own hash", hash, file.sha256()));
  }

  /// The certificates of its day, and a digest of the files of each batch that those name.
  private void names(CertificateFile file) {
    Set<String> named = new TreeSet<>();
    file.content().path("certificates").forEach(one -> named.add(one.path("sha256").asString("")));
    Set<String> batches = ids(file.content().path("batches"));
    for (CertificateFile day : days) {
      if (day(day).equals(day(file))) {
        boolean is = named.contains(CertificateChecks.sha256(day.body()));
        checked.add(new Checked(file.name(), "names " + day.name(), is, is ? "yes" : "no"));
        Set<String> certified = ids(day.content().path("batches"));
        certified.addAll(ids(day.content().path("other_batches")));
        checked.add(Checked.equal(file.name(), "batches of " + day.name(), certified, batches));
      }
    }
  }

  private static Set<String> ids(JsonNode batches) {
    Set<String> ids = new TreeSet<>();
    batches.forEach(batch -> ids.add(batch.path("id").asString("")));
    return ids;
  }

  private void links(List<CertificateFile> reports) {
    for (int i = 1; i < reports.size(); i++) {
      CertificateFile before = reports.get(i - 1);
      CertificateFile after = reports.get(i);
      String next = LocalDate.parse(day(before)).plusDays(1).toString();
      checked.add(Checked.equal(after.name(), "follows the day before", next, day(after)));
      checked.add(
          Checked.equal(
              after.name(),
              "link to " + before.name(),
              CertificateChecks.sha256(before.body()),
              after.content().path("previous").asString(NONE_BEFORE)));
    }
  }

  private static String day(CertificateFile file) {
    return file.content().path("day").asString("");
  }
}
