package io.openvpos.settlement.certificate.domain;

import io.openvpos.settlement.batch.domain.Figures;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.LineType;
import io.openvpos.settlement.batch.domain.Posted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The lines of one day, mode and currency, added up by type and by account. Not for use by two
/// threads.
public final class Tally {

  /// All lines of one type.
  public record OfType(long count, Figures figures) {
    OfType plus(Figures more) {
      return new OfType(count + 1, figures.plus(more));
    }
  }

  private final Map<String, OfType> types = new TreeMap<>();
  private final Map<String, Long> legs = new TreeMap<>();
  private final List<String> adjustments = new ArrayList<>();
  private long entries;
  private long debits;

  /// An adjustment's legs are told by its entry, since it may touch any account.
  public void add(Line line) {
    Figures figures = line.figures();
    types.merge(line.type().code(), new OfType(1, figures), (so, one) -> so.plus(one.figures()));
    entries++;
    debits = Math.addExact(debits, line.debits());
    if (line.type() == LineType.ADJUSTMENT) {
      adjustments.add(line.eventId());
      return;
    }
    add("scheme_receivable", figures.gross());
    add("commission_income", figures.commission());
    add("bsmv_payable", figures.tax());
    add("merchant_pending", Math.negateExact(figures.net()));
  }

  public void add(Posted entry) {
    entry.legs().forEach(this::add);
  }

  /// The causes of the adjustments, whose entries are to be added.
  public List<String> adjustments() {
    return List.copyOf(adjustments);
  }

  Map<String, OfType> types() {
    return new TreeMap<>(types);
  }

  Map<String, Long> legs() {
    return new TreeMap<>(legs);
  }

  long entries() {
    return entries;
  }

  long debits() {
    return debits;
  }

  private void add(String account, long amount) {
    legs.merge(account, amount, Math::addExact);
  }
}
