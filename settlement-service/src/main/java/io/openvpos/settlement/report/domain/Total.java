package io.openvpos.settlement.report.domain;

import java.util.List;

/// The sums of a report's rows, or of those rows that have the given texts.
///
/// @param of which rows it sums; empty: all
/// @param cells one for each column; those that are sums are numbers
public record Total(List<Match> of, List<Cell> cells) {

  /// Rows with this text in this column.
  ///
  /// @param column its place, from 0
  public record Match(int column, String text) {}

  public Total {
    of = List.copyOf(of);
    cells = List.copyOf(cells);
  }
}
