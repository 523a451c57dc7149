package io.openvpos.settlement.report.domain;

import java.util.List;

/// A line of a report: one cell for each column.
public record Row(List<Cell> cells) {

  public Row {
    cells = List.copyOf(cells);
  }
}
