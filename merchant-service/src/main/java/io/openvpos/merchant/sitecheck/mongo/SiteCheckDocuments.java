package io.openvpos.merchant.sitecheck.mongo;

import io.openvpos.merchant.sitecheck.domain.Audience;
import io.openvpos.merchant.sitecheck.domain.Criterion;
import io.openvpos.merchant.sitecheck.domain.Evidence;
import io.openvpos.merchant.sitecheck.domain.Finding;
import io.openvpos.merchant.sitecheck.domain.Login;
import io.openvpos.merchant.sitecheck.domain.Ruling;
import io.openvpos.merchant.sitecheck.domain.SiteCheck;
import io.openvpos.merchant.sitecheck.domain.SiteToCheck;
import io.openvpos.merchant.sitecheck.domain.Verdict;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// A check as a document, and back. Times are ISO-8601 text, enums their names.
final class SiteCheckDocuments {

  private SiteCheckDocuments() {}

  static Document state(SiteCheck check) {
    return new Document("subject_id", check.site().subjectId())
        .append("number", check.number())
        .append("site", site(check.site()))
        .append("state", check.state().name())
        .append("tries", check.tries())
        .append("asked_at", check.askedAt().toString())
        .append("lease_until", text(check.leaseUntil()))
        .append("ended_at", text(check.endedAt()))
        .append("findings", check.findings().stream().map(SiteCheckDocuments::finding).toList())
        .append("visits", check.visits().stream().map(VisitDocuments::write).toList())
        .append("rulings", check.rulings().stream().map(SiteCheckDocuments::ruling).toList());
  }

  static SiteCheck read(Document stored) {
    return new SiteCheck(
        readSite(stored.getString("subject_id"), stored.get("site", Document.class)),
        stored.getInteger("number"),
        stored.get("version", Number.class).longValue(),
        SiteCheck.State.valueOf(stored.getString("state")),
        stored.getInteger("tries"),
        Instant.parse(stored.getString("asked_at")),
        instant(stored.getString("lease_until")),
        instant(stored.getString("ended_at")),
        documents(stored, "findings").stream().map(SiteCheckDocuments::readFinding).toList(),
        documents(stored, "visits").stream().map(VisitDocuments::read).toList(),
        documents(stored, "rulings").stream().map(SiteCheckDocuments::readRuling).toList());
  }

  private static Document site(SiteToCheck site) {
    Login login = site.login();
    return new Document("address", site.address().toString())
        .append("test_address", text(site.testAddress()))
        .append("audience", site.audience().name())
        .append("user", login == null ? null : login.user())
        .append("sealed_password", login == null ? null : login.sealedPassword());
  }

  private static SiteToCheck readSite(String subjectId, Document stored) {
    String test = stored.getString("test_address");
    String user = stored.getString("user");
    return new SiteToCheck(
        subjectId,
        URI.create(stored.getString("address")),
        test == null ? null : URI.create(test),
        Audience.valueOf(stored.getString("audience")),
        user == null ? null : new Login(user, stored.getString("sealed_password")));
  }

  private static Document finding(Finding finding) {
    return new Document("criterion", finding.criterion().name())
        .append("verdict", finding.verdict().name())
        .append("reason", finding.reason())
        .append(
            "evidence",
            finding.evidence().stream()
                .map(one ->
                    new Document("address", one.address())
                        .append("what", one.what())
                        .append("value", one.value()))
                .toList());
  }

  private static Finding readFinding(Document stored) {
    return new Finding(
        Criterion.valueOf(stored.getString("criterion")),
        Verdict.valueOf(stored.getString("verdict")),
        stored.getString("reason"),
        documents(stored, "evidence").stream()
            .map(one ->
                new Evidence(
                    one.getString("address"), one.getString("what"), one.getString("value")))
            .toList());
  }

  private static Document ruling(Ruling ruling) {
    return new Document("criterion", ruling.criterion().name())
        .append("passed", ruling.passed())
        .append("by", ruling.by())
        .append("note", ruling.note())
        .append("at", ruling.at().toString());
  }

  private static Ruling readRuling(Document stored) {
    return new Ruling(
        Criterion.valueOf(stored.getString("criterion")),
        stored.getBoolean("passed"),
        stored.getString("by"),
        stored.getString("note"),
        Instant.parse(stored.getString("at")));
  }

  private static List<Document> documents(Document stored, String field) {
    return stored.getList(field, Document.class, List.of());
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable Instant instant(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }
}
