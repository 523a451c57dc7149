package io.openvpos.sandbox.scenario;

import io.openvpos.money.Money;
import io.openvpos.sandbox.client.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// What a person wants to know of the day, in a few lines: from the shops' lists of payments and
/// the closed business day.
public final class DaySummary {

  private final Map<String, Integer> byStatus = new TreeMap<>();
  private final Map<String, Integer> byDecline = new TreeMap<>();

  /// Reads every payment that the shops can see.
  public DaySummary(List<Shop> shops) {
    shops.forEach(shop -> count(shop.api()));
  }

  public List<String> lines(JsonNode day, String reports) {
    List<String> lines = new ArrayList<>();
    int payments = byStatus.values().stream().mapToInt(Integer::intValue).sum();
    int declined = byStatus.getOrDefault("declined", 0);
    int unanswered = byStatus.getOrDefault("reversed", 0) + byStatus.getOrDefault("processing", 0);
    lines.add(
        "%d payments: %d approved, %d declined, %d without an answer and reversed"
            .formatted(payments, payments - declined - unanswered, declined, unanswered));
    lines.add("declined    " + named(byDecline));
    lines.add("now         " + named(byStatus));
    for (JsonNode total : day.path("totals")) {
      lines.add("");
      lines.addAll(total(total));
    }
    lines.add("");
    lines.add(
        "business day "
            + day.path("date").asString("")
            + " closed in "
            + day.path("batches")
            + " batches");
    lines.add("reports     " + reports);
    return lines;
  }

  private void count(Api shop) {
    String after = "";
    while (true) {
      JsonNode page = shop.get("/v1/payments?limit=100" + after).expect(200);
      for (JsonNode payment : page.path("data")) {
        byStatus.merge(payment.path("status").asString(""), 1, Integer::sum);
        if (payment.path("decline").isObject()) {
          byDecline.merge(payment.path("decline").path("code").asString(""), 1, Integer::sum);
        }
        after = "&starting_after=" + payment.path("id").asString("");
      }
      if (!page.path("has_more").asBoolean(false)) {
        return;
      }
    }
  }

  private static List<String> total(JsonNode total) {
    String currency = total.path("currency").asString("");
    return List.of(
        "captured    %s in %d captures, voided %s"
            .formatted(
                money(total, "captured", currency),
                total.path("captured_count").asLong(0),
                money(total, "voided", currency)),
        "refunded    " + money(total, "refunded", currency),
        "commission  %s, tax (BSMV) %s"
            .formatted(money(total, "commission", currency), money(total, "tax", currency)),
        "net         %s, payout %s"
            .formatted(money(total, "net", currency), money(total, "payout", currency)));
  }

  private static String money(JsonNode total, String field, String currency) {
    return Money.of(total.path(field).asLong(0), currency).toString();
  }

  private static String named(Map<String, Integer> counts) {
    List<String> parts = new ArrayList<>();
    counts.forEach((name, count) -> parts.add(name + " " + count));
    return String.join(", ", parts);
  }
}
