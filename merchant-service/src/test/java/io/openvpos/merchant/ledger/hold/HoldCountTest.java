package io.openvpos.merchant.ledger.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.ledger.domain.day.EndedDays;
import io.openvpos.merchant.ledger.domain.hold.HoldFact;
import io.openvpos.merchant.ledger.domain.hold.HoldMoves;
import io.openvpos.merchant.ledger.domain.hold.HoldTotal;
import io.openvpos.merchant.ledger.domain.hold.PlacedHold;
import io.openvpos.merchant.ledger.domain.journal.Source;
import io.openvpos.money.Mode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HoldCountTest {

  private static final LocalDate D = LocalDate.of(2026, 11, 23);
  private static final Source SOURCE = new Source("authorization.payments.v1", 2);
  private static final Currency LIRA = Currency.getInstance("TRY");

  private final Notes notes = new Notes();
  private final HoldCount count = new HoldCount(notes);

  @Test
  void anEventCountsOnceHoweverOftenAndInWhateverPiecesItComes() {
    notes.from = 0;
    add(hold("a", 3, D, D, 100), hold("b", 4, D, D, 50));
    add(hold("b", 4, D, D, 50), hold("a", 9, D, D, 100));

    assertThat(count.totals(D, ended(Map.of(D, 10L)))).contains(List.of(total(2, 150)));
  }

  @Test
  void aRepeatBehindItsDaysMarkerDoesNotCountForTheNextDay() {
    notes.from = 0;
    EndedDays ended = ended(Map.of(D, 10L, D.plusDays(1), 20L));
    add(hold("a", 3, D, D, 100));
    add(hold("a", 12, D, D.plusDays(1), 100), hold("late", 13, D, D.plusDays(1), 7));

    assertThat(count.totals(D, ended)).contains(List.of(total(1, 100)));
    assertThat(count.totals(D.plusDays(1), ended)).contains(List.of(total(1, 7)));
  }

  @Test
  void aDayOfWhichSomethingMayNotHaveBeenCountedIsNotTold() {
    EndedDays ended = ended(Map.of(D, 10L, D.plusDays(1), 20L, D.plusDays(2), 30L));
    assertThat(count.totals(D.plusDays(3), ended)).isEmpty();

    notes.from = 11;
    assertThat(count.totals(D.plusDays(3), ended)).isEmpty();
    assertThat(count.totals(D.plusDays(4), ended)).contains(List.of());

    notes.from = 10;
    assertThat(count.totals(D.plusDays(3), ended)).contains(List.of());
  }

  @Test
  void aLateFactOfADayThatWasNotCountedKeepsItsDayUntold() {
    notes.from = 5;
    EndedDays ended = ended(Map.of(D, 10L, D.plusDays(1), 20L, D.plusDays(2), 30L));
    add(hold("old", 35, D.plusDays(2), D.plusDays(3), 100));

    assertThat(count.totals(D.plusDays(3), ended)).isEmpty();
  }

  @Test
  void countingBeginsWhereAnInstanceTookThePartitionOver() {
    CountStarts starts = new CountStarts(notes);
    starts.taken(SOURCE, 40);
    starts.store();
    assertThat(notes.from).isEqualTo(40);

    starts.taken(SOURCE, 90);
    starts.store();
    starts.store();
    assertThat(notes.from).isEqualTo(40);

    starts.taken(SOURCE, 0);
    starts.store();
    assertThat(notes.from).isZero();
  }

  private void add(PlacedHold... placed) {
    count.add(SOURCE, List.of(placed));
  }

  private static EndedDays ended(Map<LocalDate, Long> markers) {
    return new EndedDays(SOURCE, markers.size(), markers);
  }

  private static HoldTotal total(long authorizations, long authorized) {
    return new HoldTotal(Mode.TEST, LIRA, new HoldMoves(authorizations, authorized, 0, 0, 0));
  }

  private static PlacedHold hold(
      String event, long offset, LocalDate stamped, LocalDate day, long amount) {
    HoldMoves moves = HoldMoves.authorization(amount);
    return new PlacedHold(new HoldFact(event, Mode.TEST, LIRA, stamped, moves), offset, day);
  }

  private static final class Notes implements HoldLog {

    private final List<PlacedHold> all = new ArrayList<>();
    private long from = -1;

    @Override
    public void add(Source source, List<PlacedHold> placed) {
      all.addAll(placed);
    }

    @Override
    public void forEach(Source source, LocalDate first, LocalDate last, Consumer<PlacedHold> each) {
      all.stream()
          .filter(placed -> !placed.day().isBefore(first) && !placed.day().isAfter(last))
          .forEach(each);
    }

    @Override
    public OptionalLong countedFrom(Source source) {
      return from < 0 ? OptionalLong.empty() : OptionalLong.of(from);
    }

    @Override
    public void countFrom(Source source, long offset) {
      from = from < 0 ? offset : Math.min(from, offset);
    }
  }
}
