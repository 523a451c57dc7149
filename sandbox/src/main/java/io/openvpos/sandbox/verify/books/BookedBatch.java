package io.openvpos.sandbox.verify.books;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// A closed batch.
///
/// @param dues amounts by value date
/// @param ranges the ledger's sequence numbers of its lines, both ends included
public record BookedBatch(
    String id,
    LocalDate day,
    String head,
    long lines,
    Figures figures,
    Map<LocalDate, Long> dues,
    List<Range> ranges,
    String calendarVersion,
    String digest) {

  public record Range(long from, long to) {}

  /// `day.merchant.mode.currency`.
  public static String id(LocalDate day, String head) {
    return day + "." + head.replace('|', '.');
  }
}
