package io.openvpos.sandbox.certificate;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Everything that must hold within one certificate.
final class CertificateChecks {

  private final CertificateFile file;
  private final JsonNode content;
  private final List<Checked> checked = new ArrayList<>();

  private CertificateChecks(CertificateFile file) {
    this.file = file;
    content = file.content();
  }

  static List<Checked> of(CertificateFile file) {
    CertificateChecks checks = new CertificateChecks(file);
    checks.form();
    checks.capturedIsWhatWasPosted();
    checks.postedIsWhatWasAnnounced();
    checks.settledIsWhatWasPosted();
    checks.paidIsWhatWasInstructed();
    checks.accountsBalance();
    checks.digests();
    return checks.checked;
  }

  private void form() {
    equal("format", "open-vpos-day-certificate/1", content.path("format").asString());
    holds("canonical form", CertificateFile.canonical(file.whole()).equals(file.text()));
    equal("own hash", sha256(file.body()), file.sha256());
  }

  /// Certificates of days before holds were counted have none. What is authorized is captured or
  /// given up on any later day, so only the captures and what is still held can be proven of one.
  private void capturedIsWhatWasPosted() {
    JsonNode authorized = content.path("authorized");
    if (authorized.isMissingNode()) {
      return;
    }
    JsonNode sources = authorized.path("sources");
    for (String figure : List.of("count", "amount", "captures", "captured", "given_up")) {
      equal(
          "sources' " + figure + " = authorized", number(authorized, figure), sum(sources, figure));
    }
    BigInteger count = BigInteger.ZERO;
    BigInteger gross = BigInteger.ZERO;
    for (JsonNode type : content.path("posted").path("types")) {
      if (type.path("type").asString().equals("capture")) {
        count = count.add(number(type, "count"));
        gross = gross.add(number(type, "gross"));
      }
    }
    equal("captures = posted captures", number(authorized, "captures"), count);
    equal("captured = posted captures' gross", number(authorized, "captured"), gross);
    equal(
        "still held = before + authorized - captured - given up",
        number(authorized, "opening")
            .add(number(authorized, "amount"))
            .subtract(number(authorized, "captured"))
            .subtract(number(authorized, "given_up")),
        number(authorized, "open"));
  }

  private void postedIsWhatWasAnnounced() {
    JsonNode posted = content.path("posted");
    equal("announced entries = posted", number(posted, "entries"), sum("announced", "entries"));
    equal("announced debits = posted", number(posted, "debits"), sum("announced", "debits"));
    equal("types = entries", number(posted, "entries"), sum(posted.path("types"), "count"));
    posted.path("types").forEach(type -> net("net of " + type.path("type").asString(), type));
  }

  private void settledIsWhatWasPosted() {
    JsonNode settled = content.path("settled");
    JsonNode types = content.path("posted").path("types");
    JsonNode batches = content.path("batches");
    for (String figure : List.of("gross", "commission", "tax", "net")) {
      equal("posted " + figure + " = settled", number(settled, figure), sum(types, figure));
      equal("batches' " + figure + " = settled", number(settled, figure), sum(batches, figure));
    }
    net("net of the day", settled);
    batches.forEach(batch -> net("net of " + batch.path("id").asString(), batch));
    equal("lines = entries", number(content.path("posted"), "entries"), number(settled, "lines"));
    equal("batches' lines = settled", number(settled, "lines"), sum(batches, "lines"));
    equal("number of batches", number(settled, "batches"), BigInteger.valueOf(batches.size()));
    equal("dues = net", number(settled, "net"), sum(settled.path("dues"), "amount"));
  }

  private void paidIsWhatWasInstructed() {
    JsonNode paid = content.path("paid");
    JsonNode payouts = paid.path("payouts");
    equal("payouts = paid", number(paid, "amount"), sum(payouts, "amount"));
    equal("number of payouts", number(paid, "count"), BigInteger.valueOf(payouts.size()));
    long distinct =
        payouts.valueStream().map(one -> one.path("end_to_end_id").asString()).distinct().count();
    equal("end-to-end ids are distinct", (long) payouts.size(), distinct);
    holds(
        "a payout is above zero",
        payouts.valueStream().allMatch(one -> number(one, "amount").signum() > 0));
  }

  private void accountsBalance() {
    JsonNode accounts = content.path("accounts");
    for (String column : List.of("opening", "day", "balance")) {
      equal("trial balance, " + column, BigInteger.ZERO, sum(accounts, column));
    }
    Map<String, BigInteger> day = new TreeMap<>();
    for (JsonNode account : accounts) {
      String name = account.path("account").asString();
      day.put(name, number(account, "day"));
      equal(
          "balance of " + name,
          number(account, "opening").add(number(account, "day")),
          number(account, "balance"));
    }
    JsonNode settled = content.path("settled");
    JsonNode paid = content.path("paid");
    BigInteger amount = number(paid, "amount");
    BigInteger kept = number(paid, "reserve_held").subtract(number(paid, "reserve_released"));
    equal("nothing is left pending", BigInteger.ZERO, on(day, "merchant_pending"));
    equal("commission is posted", number(settled, "commission"), on(day, "commission_income"));
    equal("tax is posted", number(settled, "tax"), on(day, "bsmv_payable"));
    equal("payouts are in transit", amount.negate(), on(day, "payout_in_transit"));
    equal("the reserve is posted", kept.negate(), on(day, "merchant_reserve"));
    BigInteger converted =
        numberOrZero(paid, "converted_out").subtract(numberOrZero(paid, "converted_in"));
    equal("conversions are posted", converted.negate(), on(day, "fx_position"));
    equal(
        "available = -net + payouts + reserve + conversions",
        amount.add(kept).add(converted).subtract(number(settled, "net")),
        on(day, "merchant_available"));
  }

  /// The day's digest is over the hexadecimal digests of all its batches in the order of their ids.
  private void digests() {
    Map<String, String> byId = new TreeMap<>();
    for (String list : List.of("batches", "other_batches")) {
      for (JsonNode batch : content.path(list)) {
        byId.put(batch.path("id").asString(), batch.path("digest").asString());
      }
    }
    equal(
        "digest of the day",
        sha256(String.join("", byId.values())),
        content.path("day_digest").asString());
  }

  private void net(String what, JsonNode figures) {
    equal(
        what,
        number(figures, "gross").add(number(figures, "commission")).add(number(figures, "tax")),
        number(figures, "net"));
  }

  private BigInteger sum(String list, String member) {
    return sum(content.path(list), member);
  }

  private static BigInteger sum(JsonNode list, String member) {
    BigInteger sum = BigInteger.ZERO;
    for (JsonNode item : list) {
      sum = sum.add(number(item, member));
    }
    return sum;
  }

  private static BigInteger on(Map<String, BigInteger> accounts, String name) {
    return accounts.getOrDefault(name, BigInteger.ZERO);
  }

  private static BigInteger number(JsonNode node, String member) {
    JsonNode value = node.path(member);
    if (!value.isIntegralNumber()) {
      throw new IllegalArgumentException("no whole number `" + member + "`");
    }
    return value.bigIntegerValue();
  }

  /// Of a member that is left out where there is nothing to tell.
  private static BigInteger numberOrZero(JsonNode node, String member) {
    return node.has(member) ? number(node, member) : BigInteger.ZERO;
  }

  private void equal(String what, Object expected, Object found) {
    checked.add(Checked.equal(file.name(), what, expected, found));
  }

  private void holds(String what, boolean holds) {
    checked.add(new Checked(file.name(), what, holds, holds ? "yes" : "no"));
  }

  static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }
}
