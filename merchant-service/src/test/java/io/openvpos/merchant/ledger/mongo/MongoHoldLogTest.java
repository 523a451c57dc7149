package io.openvpos.merchant.ledger.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.fakes.MemoryStore;
import io.openvpos.merchant.ledger.domain.hold.HoldFact;
import io.openvpos.merchant.ledger.domain.hold.HoldMoves;
import io.openvpos.merchant.ledger.domain.hold.PlacedHold;
import io.openvpos.merchant.ledger.domain.journal.Source;
import io.openvpos.money.Mode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class MongoHoldLogTest {

  private static final LocalDate D = LocalDate.of(2026, 11, 23);
  private static final Source SOURCE = new Source("authorization.payments.v1", 2);

  @Test
  void notesComeBackByDayAndAPieceOfTheLogIsOneNote() {
    try (MemoryStore store = new MemoryStore()) {
      MongoHoldLog log = new MongoHoldLog(store.database());
      PlacedHold sale = hold(7, D, D, new HoldMoves(0, 5, 1, 900, 60));
      PlacedHold late = hold(8, D, D.plusDays(1), HoldMoves.authorization(100));

      log.add(SOURCE, List.of(sale, late));
      log.add(SOURCE, List.of(sale, late));
      log.add(new Source("authorization.payments.v1", 3), List.of(sale));

      assertThat(read(log, D, D)).containsExactly(sale);
      assertThat(read(log, D, D.plusDays(1))).containsExactlyInAnyOrder(sale, late);
    }
  }

  @Test
  void countingBeginsAtTheLeastOffset() {
    try (MemoryStore store = new MemoryStore()) {
      MongoHoldLog log = new MongoHoldLog(store.database());
      assertThat(log.countedFrom(SOURCE)).isEmpty();

      log.countFrom(SOURCE, 500);
      log.countFrom(SOURCE, 700);
      assertThat(log.countedFrom(SOURCE)).hasValue(500);

      log.countFrom(SOURCE, 0);
      assertThat(log.countedFrom(SOURCE)).hasValue(0);
    }
  }

  private static List<PlacedHold> read(MongoHoldLog log, LocalDate first, LocalDate last) {
    List<PlacedHold> found = new ArrayList<>();
    log.forEach(SOURCE, first, last, found::add);
    return found;
  }

  private static PlacedHold hold(long offset, LocalDate stamped, LocalDate day, HoldMoves moves) {
    Currency lira = Currency.getInstance("TRY");
    HoldFact fact = new HoldFact("pay_" + offset + ":1", Mode.TEST, lira, stamped, moves);
    return new PlacedHold(fact, offset, day);
  }
}
