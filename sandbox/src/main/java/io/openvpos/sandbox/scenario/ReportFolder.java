package io.openvpos.sandbox.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/// The files of a closed day, downloaded to where a person can open them.
final class ReportFolder {

  private final Path folder;

  ReportFolder(Path folder) {
    this.folder = folder;
  }

  /// Each batch's report and each currency's payout file.
  void download(BusinessDay finance, JsonNode day) {
    String date = day.path("date").asString("");
    for (JsonNode batch : finance.batches(date)) {
      String id = batch.path("id").asString("");
      write(id + ".csv", finance.report(id));
    }
    for (JsonNode total : day.path("totals")) {
      String currency = total.path("currency").asString("");
      String file = finance.payouts(date, currency);
      if (!file.isEmpty()) {
        write(date + ".payouts." + currency + ".xml", file);
      }
    }
  }

  private void write(String name, String text) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
