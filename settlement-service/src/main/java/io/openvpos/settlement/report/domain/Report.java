package io.openvpos.settlement.report.domain;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/// A report, as every format writes it. It is a function of closed days only, so it can be read
/// again at any time and is the same.
///
/// @param subject of what: a batch id, or `day.kind`
/// @param day the business day
/// @param head what people want to know first
/// @param body opens the rows anew
public record Report(
    ReportKind kind,
    String subject,
    LocalDate day,
    List<Fact> head,
    List<Column> columns,
    Supplier<Body> body) {

  public Report {
    head = List.copyOf(head);
    columns = List.copyOf(columns);
  }

  /// The rows in pages of a few hundred, read once, and then what follows them.
  public interface Body extends Iterator<List<Row>> {

    /// To be asked for when all pages have been read.
    Trailer trailer();
  }

  /// `settlement-detail-2026-11-23.m_1.live.TRY`, without an extension.
  public String fileName() {
    return kind.version().substring(0, kind.version().indexOf(' ')) + "-" + subject;
  }
}
