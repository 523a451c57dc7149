package io.openvpos.settlement.batch.mongo;

import java.util.List;
import org.bson.Document;

/// What stands in a page of `line_pages`, for who looks at the store from outside.
public final class StoredLines {

  private StoredLines() {}

  /// Each line of a page as a document of its own, by its numbers.
  public static List<Document> of(Document page) {
    return LinePage.read(page).stream().map(LineDocument::write).toList();
  }
}
