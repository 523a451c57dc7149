package io.openvpos.sandbox.platform;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// How a shop becomes a merchant: it applies, its site is checked, two members of staff decide, and
/// it accepts the agreement. Everything goes over HTTP, as applicants and staff do it.
final class ApplicationJourney {

  private static final String APPLICATIONS = "/v1/applications";
  private static final String PAPER = "%PDF-1.4\n% a paper of the sandbox\n%%EOF\n";

  private final Api applicant;
  private final Api ops;
  private final Api approver;
  private final String site;

  /// @param site where the shop of the applicants is
  ApplicationJourney(Endpoints endpoints, DemoCredentials people, String site) {
    this.applicant = Api.of(endpoints.merchant());
    this.ops = signedIn(endpoints, people.opsEmail(), people.opsPassword());
    this.approver = signedIn(endpoints, people.approverEmail(), people.approverPassword());
    this.site = site;
  }

  /// A business that applies.
  record Business(String title, String taxNumber, String mcc, String iban, String email) {}

  /// Takes the business all the way to its test keys.
  DemoMerchants.Shop take(Business business) {
    JsonNode received = applicant.post(APPLICATIONS, form(business)).expect(201);
    String path = APPLICATIONS + "/" + received.path("reference").asString("");
    Map<String, String> code =
        Map.of("Application-Code", received.path("access_code").asString(""));
    received.path("missing").forEach(kind -> send(path, kind.asString(""), code));
    awaitSite(path);
    ops.post(path + "/recommendation", recommendation()).expect(200);
    approver.post(path + "/approval", null).expect(200);
    JsonNode status = applicant.send("GET", path, null, code).expect(200);
    String agreement = status.path("agreements").path(0).path("sha256").asString("");
    JsonNode opened = accept(path, agreement, code);
    return new DemoMerchants.Shop(
        opened.path("merchant_id").asString(""), opened.path("secret_key").asString(""));
  }

  private void send(String path, String kind, Map<String, String> code) {
    Map<String, String> headers = new HashMap<>(code);
    headers.put("Content-Type", "application/pdf");
    String name = URLEncoder.encode(kind + ".pdf", StandardCharsets.UTF_8);
    applicant
        .send("POST", path + "/papers?kind=" + kind + "&name=" + name, PAPER, headers)
        .expect(201);
  }

  private JsonNode accept(String path, String agreement, Map<String, String> code) {
    String body = "{\"name\": \"Işıl Öğüt\", \"sha256\": \"%s\"}".formatted(agreement);
    return applicant.send("POST", path + "/acceptance", body, code).expect(200);
  }

  /// The check began with the application; a shop of the sandbox passes all of it.
  private void awaitSite(String path) {
    Api.await("the site check of " + path, () -> ended(ops.get(path + "/site-checks")));
    JsonNode check = ops.get(path + "/site-checks/1").expect(200);
    if (!check.path("verdict").asString("").equals("passed")) {
      throw new IllegalStateException("the sandbox's own shop failed its check: " + check);
    }
  }

  private static boolean ended(Reply checks) {
    JsonNode newest = checks.expect(200).path("data").path(0);
    return newest.path("state").asString("").equals("ended");
  }

  private Map<String, Object> form(Business business) {
    return Map.ofEntries(
        Map.entry("company_type", "limited"),
        Map.entry("title", business.title()),
        Map.entry("tax_number", business.taxNumber()),
        Map.entry("tax_office", "Kadıköy"),
        Map.entry(
            "contact",
            Map.of("name", "Işıl Öğüt", "email", business.email(), "phone", "0532 123 45 67")),
        Map.entry(
            "address",
            Map.of(
                "line", "Bağdat Cad. 1",
                "district", "Kadıköy",
                "city", "İstanbul",
                "postal_code", "34710")),
        Map.entry("site", Map.of("url", site, "own_payment_page", true)),
        Map.entry("expected_monthly_turnover", 50_000_000),
        Map.entry("mcc", business.mcc()),
        Map.entry("audience", "consumers"),
        Map.entry("iban", business.iban()),
        Map.entry("currencies", List.of("TRY", "USD", "EUR", "GBP")));
  }

  /// Wide velocity limits: the sandbox's cards are few and its visitors many.
  private static Map<String, Object> recommendation() {
    return Map.of("note", "a shop of the sandbox", "risk_policy", DemoMerchants.WIDE_LIMITS);
  }

  private static Api signedIn(Endpoints endpoints, String email, String password) {
    return Api.of(endpoints.merchant()).as(DemoMerchants.token(endpoints, email, password));
  }
}
