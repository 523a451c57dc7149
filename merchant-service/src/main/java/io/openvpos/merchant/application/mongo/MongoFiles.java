package io.openvpos.merchant.application.mongo;

import com.mongodb.client.model.InsertOneModel;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.merchant.application.FileStore;
import io.openvpos.messaging.mongo.Documents;
import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;

/// Collection `file_chunks`: `_id` is `file id|number`, the numbers count from 0, and each chunk
/// says how many there are. GridFS would need a look-up by two fields, which neither the embedded
/// store nor a collection sharded by `_id` finds as fast as these ids.
@Component
final class MongoFiles implements FileStore {

  private static final int CHUNK = 255 * 1024;
  private static final int ID_BYTES = 12;

  private final Documents chunks;
  private final SecureRandom random = new SecureRandom();

  MongoFiles(MongoDatabase database) {
    chunks = Documents.plain(database, "file_chunks");
  }

  @Override
  public String store(byte[] bytes) {
    byte[] drawn = new byte[ID_BYTES];
    random.nextBytes(drawn);
    String id = "file_" + HexFormat.of().formatHex(drawn);
    int count = Math.max(1, Math.ceilDiv(bytes.length, CHUNK));
    List<InsertOneModel<Document>> writes = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      int from = number * CHUNK;
      byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + CHUNK));
      writes.add(
          new InsertOneModel<>(
              new Document("_id", id + "|" + number)
                  .append("count", count)
                  .append("bytes", new Binary(part))));
    }
    chunks.bulk(writes);
    return id;
  }

  @Override
  public Optional<byte[]> read(String fileId) {
    Optional<Document> first = chunks.find(fileId + "|0");
    if (first.isEmpty()) {
      return Optional.empty();
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    append(whole, first.get());
    for (int number = 1; number < first.get().getInteger("count"); number++) {
      append(whole, chunks.find(fileId + "|" + number).orElseThrow());
    }
    return Optional.of(whole.toByteArray());
  }

  private static void append(ByteArrayOutputStream whole, Document chunk) {
    whole.writeBytes(chunk.get("bytes", Binary.class).getData());
  }
}
