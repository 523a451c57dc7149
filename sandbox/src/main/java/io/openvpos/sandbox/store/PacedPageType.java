package io.openvpos.sandbox.store;

import org.h2.mvstore.WriteBuffer;

/// The type of the keys and values in pages, which are written at a pace.
final class PacedPageType extends BsonPageType {

  private final Pace pace;

  PacedPageType(Pace pace) {
    this.pace = pace;
  }

  /// All keys, or all values, of a page.
  @Override
  public void write(WriteBuffer pages, Object storage, int size) {
    super.write(pages, storage, size);
    pace.pageWritten();
  }
}
