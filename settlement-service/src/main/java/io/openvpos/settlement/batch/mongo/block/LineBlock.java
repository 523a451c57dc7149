package io.openvpos.settlement.batch.mongo.block;

import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The lines of a page as bytes: a fifth of what they take as documents, and a reader makes a text
/// that lines share only once. The first byte is the form's version. See docs/decisions/0047.
public final class LineBlock {

  // What a line has beyond what every line has.
  static final int CARRIED = 1;
  static final int PRICED = 1 << 1;
  static final int REFUND = 1 << 2;
  static final int CAPTURED = 1 << 3;
  static final int RRN = 1 << 4;
  static final int CODE = 1 << 5;
  static final int CARD_CLASS = 1 << 6;
  static final int OTHER_CURRENCY = 1 << 7;
  static final int KNOWN = 1 << 8;
  static final int OWN_ENTRY_ID = 1 << 9;
  static final int OWN_HASH = 1 << 10;

  /// Hexadecimal digits of a hash of the ledger.
  static final int HASH_DIGITS = 64;

  private static final int VERSION = 1;
  private static final int LINE_BYTES = 192;

  private LineBlock() {}

  /// The bytes of `lines`.
  ///
  /// @param lines of one head and day
  public static byte[] write(List<Line> lines) {
    BlockWriter block = new BlockWriter(LINE_BYTES * lines.size());
    block.whole(VERSION);
    block.whole(lines.size());
    LineEncoder encoder = new LineEncoder(block);
    lines.forEach(encoder::write);
    return block.toBytes();
  }

  /// The lines that were written.
  ///
  /// @param head of all lines
  /// @param day of all lines
  public static List<Line> read(byte[] bytes, Head head, LocalDate day) {
    BlockReader block = new BlockReader(bytes);
    if (block.whole() != VERSION) {
      throw new IllegalStateException("lines of " + head.id() + " are in a form not known here");
    }
    int count = block.small();
    List<Line> lines = new ArrayList<>(count);
    LineDecoder decoder = new LineDecoder(block, head, day);
    for (int i = 0; i < count; i++) {
      lines.add(decoder.read());
    }
    if (!block.isAtEnd()) {
      throw new IllegalStateException("lines of " + head.id() + " are followed by something else");
    }
    return lines;
  }
}
