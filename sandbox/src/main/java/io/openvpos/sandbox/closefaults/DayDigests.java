package io.openvpos.sandbox.closefaults;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.Reply;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// The SHA-256 of every file of a closed day, as finance gets them: batches, reports, certificates
/// and payout files.
final class DayDigests {

  private static final List<String> CURRENCIES = List.of("TRY", "USD", "EUR", "GBP");

  private final Api settlement;
  private final SortedMap<String, String> digests = new TreeMap<>();

  private DayDigests(Api settlement) {
    this.settlement = settlement;
  }

  /// By file, once all reports are made.
  static SortedMap<String, String> of(Api settlement, String day) {
    DayDigests found = new DayDigests(settlement);
    String path = "/v1/business-days/" + day;
    Api.await(
        "the reports of " + day + " are made",
        () ->
            DisturbedClose.told(
                () -> settlement.get(path + "/files").expect(200).path("ready").asBoolean(false)));
    found.reports(settlement.get(path + "/files").expect(200));
    found.batches(settlement.get("/v1/batches?date=" + day + "&limit=100").expect(200));
    String certified = path + "/certificate-reports.json";
    Api.await("the reports are certified", () -> settlement.get(certified).status() == 200);
    found.download("certificate of the reports", certified);
    for (String currency : CURRENCIES) {
      String query = "?mode=test&currency=" + currency;
      found.download("certificate " + currency, path + "/certificate.json" + query);
      found.download("payout file " + currency, path + "/payouts.xml" + query);
    }
    return found.digests;
  }

  private void reports(JsonNode files) {
    files
        .path("data")
        .forEach(file ->
            digests.put(
                "%s %s %s"
                    .formatted(
                        file.path("report").asString(""),
                        file.path("format").asString(""),
                        file.path("language").asString("")),
                file.path("sha256").asString("")));
    files
        .path("batches")
        .forEach(batch ->
            digests.put(
                "files of batch " + batch.path("batch_id").asString(""),
                batch.path("digest").asString("")));
  }

  private void batches(JsonNode batches) {
    batches
        .path("data")
        .forEach(batch ->
            digests.put(
                "batch " + batch.path("id").asString(""), batch.path("digest").asString("")));
  }

  private void download(String name, String path) {
    Reply file = settlement.get(path);
    if (file.status() != 404) {
      file.expect(200);
      digests.put(name, sha256(file.text()));
    }
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
