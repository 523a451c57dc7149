package io.openvpos.merchant.sitecheck.mongo;

import io.openvpos.merchant.sitecheck.domain.seen.Problem;
import io.openvpos.merchant.sitecheck.domain.seen.Tls;
import io.openvpos.merchant.sitecheck.domain.seen.Visit;
import java.net.URI;
import java.time.Instant;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// A visit as a document, and back; what was read of its page stays in the evidence.
final class VisitDocuments {

  private VisitDocuments() {}

  static Document write(Visit visit) {
    Problem problem = visit.problem();
    Tls tls = visit.tls();
    return new Document("requested", visit.requested().toString())
        .append("given", visit.given())
        .append("hops", visit.hops().stream().map(URI::toString).toList())
        .append("status", visit.status())
        .append("content_type", visit.contentType())
        .append("bytes", visit.bytes())
        .append("cut", visit.cut())
        .append("sha256", visit.sha256())
        .append("tls", tls == null ? null : write(tls))
        .append("problem", problem == null ? null : problem.name())
        .append("detail", visit.detail());
  }

  static Visit read(Document stored) {
    String problem = stored.getString("problem");
    return new Visit(
        URI.create(stored.getString("requested")),
        stored.getBoolean("given"),
        stored.getList("hops", String.class).stream().map(URI::create).toList(),
        stored.getInteger("status"),
        stored.getString("content_type"),
        stored.get("bytes", Number.class).longValue(),
        stored.getBoolean("cut"),
        stored.getString("sha256"),
        readTls(stored.get("tls", Document.class)),
        problem == null ? null : Problem.valueOf(problem),
        stored.getString("detail"),
        null);
  }

  private static Document write(Tls tls) {
    return new Document("protocol", tls.protocol())
        .append("cipher", tls.cipher())
        .append("cipher_bits", tls.cipherBits())
        .append("subject", tls.subject())
        .append("issuer", tls.issuer())
        .append("valid_from", tls.validFrom().toString())
        .append("valid_until", tls.validUntil().toString())
        .append("name_matches", tls.nameMatches())
        .append("distrust", tls.distrust())
        .append("sha256", tls.sha256());
  }

  private static @Nullable Tls readTls(@Nullable Document stored) {
    return stored == null
        ? null
        : new Tls(
            stored.getString("protocol"),
            stored.getString("cipher"),
            stored.getInteger("cipher_bits"),
            stored.getString("subject"),
            stored.getString("issuer"),
            Instant.parse(stored.getString("valid_from")),
            Instant.parse(stored.getString("valid_until")),
            stored.getBoolean("name_matches"),
            stored.getString("distrust"),
            stored.getString("sha256"));
  }
}
