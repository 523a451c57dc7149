package io.openvpos.merchant.sitecheck.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.merchant.sitecheck.SiteEvidence;
import io.openvpos.messaging.mongo.Documents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;

/// Collection `site_evidence`: one page each, gzipped; `_id` is the check's id and the page's hash,
/// so a check that is run again after a crash keeps each page once. The crawler bounds a page and
/// their number.
@Component
final class MongoSiteEvidence implements SiteEvidence {

  private final Documents documents;

  MongoSiteEvidence(MongoDatabase database) {
    documents = Documents.plain(database, "site_evidence");
  }

  @Override
  public void keep(String checkId, Map<String, byte[]> bodies) {
    bodies.forEach((sha256, body) ->
        documents.insert(
            new Document("_id", id(checkId, sha256))
                .append("check_id", checkId)
                .append("bytes", body.length)
                .append("gzip", new Binary(packed(body)))));
  }

  @Override
  public Optional<byte[]> find(String checkId, String sha256) {
    return documents
        .find(id(checkId, sha256))
        .map(stored -> unpacked(stored.get("gzip", Binary.class).getData()));
  }

  private static String id(String checkId, String sha256) {
    return checkId + "|" + sha256;
  }

  private static byte[] packed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private static byte[] unpacked(byte[] gzip) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
