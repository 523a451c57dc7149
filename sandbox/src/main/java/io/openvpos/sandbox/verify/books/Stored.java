package io.openvpos.sandbox.verify.books;

import org.bson.Document;

/// A document and where it is kept.
public record Stored(String database, String collection, Document document) {

  /// `authorization.payments`.
  public String place() {
    return database + "." + collection;
  }

  /// `authorization.payments pay_1`: names the document in a fault.
  public String name() {
    return place() + " " + document.get("_id");
  }
}
