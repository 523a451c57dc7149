package io.openvpos.settlement.report.settlement;

import io.openvpos.settlement.batch.domain.Figures;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.LineType;
import java.util.EnumMap;
import java.util.Map;

/// Adds up lines by type while they are written. Not for use by two threads.
final class DetailSums {

  /// The lines of one type.
  record OfType(long count, Figures figures) {
    static final OfType NONE = new OfType(0, Figures.ZERO);

    OfType plus(Figures more) {
      return new OfType(count + 1, figures.plus(more));
    }
  }

  private final Map<LineType, OfType> byType = new EnumMap<>(LineType.class);
  private long grossDebit;
  private long grossCredit;
  private long netDebit;
  private long netCredit;
  private Figures figures = Figures.ZERO;
  private long lines;

  void add(Line line) {
    Figures one = line.figures();
    lines++;
    figures = figures.plus(one);
    byType.merge(line.type(), OfType.NONE.plus(one), (so, _) -> so.plus(one));
    grossDebit = Math.addExact(grossDebit, debit(one.gross()));
    grossCredit = Math.addExact(grossCredit, credit(one.gross()));
    netDebit = Math.addExact(netDebit, debit(one.net()));
    netCredit = Math.addExact(netCredit, credit(one.net()));
  }

  OfType of(LineType type) {
    return byType.getOrDefault(type, OfType.NONE);
  }

  long lines() {
    return lines;
  }

  Figures figures() {
    return figures;
  }

  long grossDebit() {
    return grossDebit;
  }

  long grossCredit() {
    return grossCredit;
  }

  long netDebit() {
    return netDebit;
  }

  long netCredit() {
    return netCredit;
  }

  /// What an amount takes from the merchant, without a sign.
  static long debit(long amount) {
    return amount < 0 ? Math.negateExact(amount) : 0;
  }

  /// What an amount gives the merchant.
  static long credit(long amount) {
    return Math.max(0, amount);
  }
}
