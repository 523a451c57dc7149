package io.openvpos.sandbox.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.WriteBuffer;

/// A document as it is kept: its BSON, encoded once for log and pages. As objects, a hundred to a
/// document, a hundred thousand of them keep a collector busy for seconds.
final class StoredDocument {

  private final byte[] bson;

  private StoredDocument(byte[] bson) {
    this.bson = bson;
  }

  static StoredDocument of(Document document) {
    ByteBuf encoded = BsonPageType.ENCODED.get().clear();
    BsonEncoder.encodeDocument(document, encoded);
    int start = encoded.arrayOffset();
    return new StoredDocument(
        Arrays.copyOfRange(encoded.array(), start, start + encoded.writerIndex()));
  }

  /// A copy that its caller may change.
  ///
  /// @param stored what a page holds; a file of an older revision has documents themselves
  static Document read(Object stored) {
    return stored instanceof StoredDocument encoded
        ? BsonDecoder.decodeBson(Unpooled.wrappedBuffer(encoded.bson))
        : ((Document) stored).cloneDeeply();
  }

  void write(WriteBuffer pages) {
    pages.put(bson);
  }

  /// BSON begins with its length, lowest byte first.
  static StoredDocument readFrom(ByteBuffer pages) {
    byte[] bson = new byte[Integer.reverseBytes(pages.getInt(pages.position()))];
    pages.get(bson);
    return new StoredDocument(bson);
  }

  int bytes() {
    return bson.length;
  }
}
