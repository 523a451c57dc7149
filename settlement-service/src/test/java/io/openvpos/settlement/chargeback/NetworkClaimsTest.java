package io.openvpos.settlement.chargeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.messaging.outbox.OutboxEntry;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.money.Mode;
import io.openvpos.schemas.Topics;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.chargeback.NetworkClaims.Notice;
import io.openvpos.settlement.chargeback.domain.Booked;
import io.openvpos.settlement.chargeback.domain.Chargeback;
import io.openvpos.settlement.chargeback.domain.ClaimedSale;
import io.openvpos.settlement.chargeback.domain.Deadlines;
import io.openvpos.settlement.chargeback.mongo.MongoChargebacks;
import io.openvpos.settlement.chargeback.mongo.MongoClaimedSales;
import io.openvpos.settlement.fakes.Broker;
import io.openvpos.settlement.fakes.Faults;
import io.openvpos.settlement.fakes.InMemoryStores;
import io.openvpos.settlement.fakes.Lines;
import io.openvpos.settlement.fakes.MemoryStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Goal: the cases of a sale never hold more of it than was captured, whoever takes their files
/// when, against the real stores.
class NetworkClaimsTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final Head HEAD = new Head("m_abc", Mode.TEST, "TRY");
  private static final String ARN = "2026-11-23.m_abc.test.TRY.1";

  private final MemoryStore store = new MemoryStore();
  private final OutboxRelay relay = new Broker().relay(store.versioned("chargebacks"));
  private final MongoChargebacks chargebacks =
      new MongoChargebacks(
          store.versioned("chargebacks"),
          relay,
          fact ->
              new OutboxEntry(
                  fact.eventId(), Topics.CHARGEBACKS, null, "m_abc", new byte[] {1}, Map.of()));
  private final MongoClaimedSales sales =
      new MongoClaimedSales(store.versioned("chargeback_sales"));
  private final InMemoryStores settled = new InMemoryStores(Faults.none());
  private final NetworkClaims other =
      claims(NetworkClaimsTest::nothing, NetworkClaimsTest::nothing);

  NetworkClaimsTest() {
    settled.lineStore().insertMissing(List.of(Lines.capture(HEAD, 1, D, 10_000, 1)));
  }

  @AfterEach
  void stop() {
    relay.close();
    store.close();
  }

  @Test
  void aClaimTakenWhileAnotherIsAboutToBeMadeCountsIt() {
    NetworkClaims first =
        claims(
            NetworkClaimsTest::nothing,
            () -> assertThat(other.claimed(claim("B", 1, 6_000))).contains("more_than_captured"));

    assertThat(first.claimed(claim("A", 1, 6_000))).isEmpty();

    assertThat(held()).isEqualTo(6_000);
    assertThat(other.claimed(claim("C", 1, 4_000))).isEmpty();
    assertThat(held()).isEqualTo(10_000);
  }

  @Test
  void aClaimThatWasSlowerSumsAgain() {
    NetworkClaims first =
        claims(
            () -> assertThat(other.claimed(claim("B", 1, 6_000))).isEmpty(),
            NetworkClaimsTest::nothing);

    assertThat(first.claimed(claim("A", 1, 6_000))).contains("more_than_captured");

    assertThat(held()).isEqualTo(6_000);
  }

  @Test
  void aClaimThatItsCaseRefusedHoldsNothing() {
    assertThat(other.claimed(claim("A", 2, 6_000))).contains("unknown_case");
    assertThat(other.claimed(claim("B", 1, 10_000))).isEmpty();

    assertThat(other.won(claim("B", 1, 10_000, "won"))).isEmpty();
    assertThat(other.claimed(claim("B", 3, 10_000))).contains("chargeback_unexpected");
    assertThat(other.claimed(claim("C", 1, 10_000))).isEmpty();
    assertThat(other.claimed(claim("B", 2, 1))).contains("more_than_captured");
    assertThat(held()).isEqualTo(10_000);
  }

  /// The refusal gave back what the second instance had been admitted with.
  @Test
  void aClaimThatAnotherInstanceRefusedIsNotMadeAfterwards() {
    assertThat(other.claimed(claim("A", 1, 10_000))).isEmpty();
    NetworkClaims second =
        claimsAfter(() -> {
          assertThat(other.claimed(claim("A", 2, 10_000))).contains("chargeback_unexpected");
          assertThat(other.won(claim("A", 1, 10_000, "won"))).isEmpty();
          assertThat(other.claimed(claim("B", 1, 10_000))).isEmpty();
        });

    assertThat(second.claimed(claim("A", 2, 10_000))).contains("chargeback_unexpected");

    assertThat(held()).isEqualTo(10_000);
  }

  @Test
  void afterACrashTheSameFileMakesTheClaimThatWasAdmitted() {
    NetworkClaims crashing =
        claims(
            NetworkClaimsTest::nothing,
            () -> {
              throw new IllegalStateException("crashed on purpose");
            });
    assertThatThrownBy(() -> crashing.claimed(claim("A", 1, 6_000)))
        .hasMessage("crashed on purpose");
    assertThat(other.claimed(claim("B", 1, 6_000))).contains("more_than_captured");

    assertThat(other.claimed(claim("A", 1, 6_000))).isEmpty();
    assertThat(other.claimed(claim("A", 1, 6_000))).isEmpty();

    assertThat(held()).isEqualTo(6_000);
  }

  private static void nothing() {
    // Nobody comes between.
  }

  private long held() {
    return chargebacks.ofSale(ARN).stream().mapToLong(Chargeback::held).sum();
  }

  private static Notice claim(String reference, int cycle, long amount) {
    return claim(reference, cycle, amount, "claimed");
  }

  private static Notice claim(String reference, int cycle, long amount, String what) {
    String item = reference + "." + cycle + "." + what;
    return new Notice(
        item, "OVPNET", reference, cycle, ARN, "RRN000000001", amount, "TRY", "10.4", D);
  }

  /// @param summed runs once, when the sum has been read and nothing is written
  /// @param admitted runs when the claim is about to be made
  private NetworkClaims claims(Runnable summed, Runnable admitted) {
    return claims(new Interrupted(sales, summed, NetworkClaimsTest::nothing), admitted);
  }

  /// @param kept runs once, when the amount is kept aside and the case has not been read again
  private NetworkClaims claimsAfter(Runnable kept) {
    return claims(
        new Interrupted(sales, NetworkClaimsTest::nothing, kept), NetworkClaimsTest::nothing);
  }

  private NetworkClaims claims(ClaimedSales through, Runnable admitted) {
    return new NetworkClaims(
        chargebacks,
        through,
        new SoldItems(settled.lineStore()),
        new Deadlines(Map.of("visa", 30), 20),
        new BankCalendars("tr-1"),
        new OpenDay() {
          @Override
          public <T> T within(Function<Booked, T> work) {
            admitted.run();
            return work.apply(new Booked(D.plusDays(1), Instant.EPOCH));
          }
        });
  }

  /// Something happens before the first write, and something after it.
  private static final class Interrupted implements ClaimedSales {

    private final ClaimedSales sales;
    private final Runnable after;
    private Optional<Runnable> before;

    Interrupted(ClaimedSales sales, Runnable before, Runnable after) {
      this.sales = sales;
      this.before = Optional.of(before);
      this.after = after;
    }

    @Override
    public ClaimedSale find(String arn) {
      return sales.find(arn);
    }

    @Override
    public boolean save(ClaimedSale changed) {
      if (before.isEmpty()) {
        return sales.save(changed);
      }
      before.get().run();
      before = Optional.empty();
      boolean saved = sales.save(changed);
      after.run();
      return saved;
    }
  }
}
