package io.openvpos.merchant.statement.format;

import io.openvpos.merchant.statement.domain.StatementLine;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/// Writes one statement, once, in this order: the beginning, the lines, the end.
public interface TextFormat {

  String begin();

  String lines(List<StatementLine> page);

  String end();

  /// The whole in UTF-8, a page at a time: a statement of any length passes through in small
  /// pieces.
  static Iterator<byte[]> pieces(TextFormat format, Iterator<List<StatementLine>> pages) {
    return new Iterator<>() {
      private boolean begun;
      private boolean ended;

      @Override
      public boolean hasNext() {
        return !ended;
      }

      @Override
      public byte[] next() {
        if (ended) {
          throw new NoSuchElementException();
        }
        return piece().getBytes(StandardCharsets.UTF_8);
      }

      private String piece() {
        if (!begun) {
          begun = true;
          return format.begin();
        }
        if (pages.hasNext()) {
          return format.lines(pages.next());
        }
        ended = true;
        return format.end();
      }
    };
  }
}
