package io.openvpos.authorization.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.authorization.guard.CardTestingGuard.Attempt;
import io.openvpos.authorization.profile.MutableClock;
import io.openvpos.money.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Three attempts and two declines in ten minutes: of an address, five of a card, nine of a device.
class CardTestingGuardTest {

  private static final String ADDRESS = "203.0.113.7";

  private final MutableClock clock = new MutableClock(Instant.parse("2026-11-27T09:00:00Z"));
  private final GuardSettings settings =
      new GuardSettings(
          false,
          Duration.ofMinutes(10),
          new GuardSettings.Address(3, 2),
          new GuardSettings.Card(5, 4),
          new GuardSettings.Device(9, 9),
          100);
  private final CardTestingGuard guard = new CardTestingGuard(settings, clock);
  private int payments;

  @Test
  void anAddressHasItsAttemptsAndWaitsForTheOldestToPass() {
    assertThat(tried("card-1", ADDRESS)).isEmpty();
    clock.advance(Duration.ofMinutes(4));
    assertThat(tried("card-2", ADDRESS)).isEmpty();
    assertThat(tried("card-3", ADDRESS)).isEmpty();
    assertThat(tried("card-4", ADDRESS)).contains(Duration.ofMinutes(6));
    assertThat(tried("card-4", ADDRESS)).as("refusals do not count").isPresent();
    assertThat(tried("card-4", "198.51.100.1")).isEmpty();
    clock.advance(Duration.ofMinutes(6));
    assertThat(tried("card-4", ADDRESS)).isEmpty();
    assertThat(tried("card-5", ADDRESS)).contains(Duration.ofMinutes(4));
  }

  @Test
  void aNetworkOfIpv6IsOneAddressHoweverItIsWritten() {
    assertThat(tried("card-1", "2001:db8:1:2::1")).isEmpty();
    assertThat(tried("card-2", "2001:db8:1:2:ffff::7")).isEmpty();
    assertThat(tried("card-3", "2001:0DB8:0001:0002:0:0:0:9")).isEmpty();
    assertThat(tried("card-4", "2001:db8:1:2::a")).isPresent();
    assertThat(tried("card-4", "2001:db8:1:3::a")).isEmpty();

    assertThat(tried("card-1", "192.0.2.7")).isEmpty();
    assertThat(tried("card-2", "::ffff:192.0.2.7")).isEmpty();
    assertThat(tried("card-3", "::FFFF:c000:207")).isEmpty();
    assertThat(tried("card-4", "192.0.2.7")).isPresent();
    assertThat(tried("card-5", "nowhere")).isEmpty();
  }

  @Test
  void declinesCountFasterAndOnlyOnce() {
    assertThat(guard.begin(attempt("pay-1", "m_1", "card-1", ADDRESS))).isEmpty();
    guard.declined("pay-1");
    guard.declined("pay-1");
    assertThat(tried("card-2", ADDRESS)).isEmpty();
    guard.declined("p0");
    assertThat(tried("card-3", ADDRESS)).contains(Duration.ofMinutes(10));
  }

  @Test
  void whatIsRepeatedBecauseNothingCameOfItCountsOnce() {
    for (int i = 0; i < 10; i++) {
      assertThat(guard.begin(attempt("pay-1", "m_1", "card-1", ADDRESS))).isEmpty();
    }
    assertThat(guard.begin(attempt("pay-1", "m_1", "card-2", ADDRESS))).isEmpty();
    assertThat(guard.begin(attempt("pay-1", "m_1", "card-3", ADDRESS))).isEmpty();
    assertThat(guard.begin(attempt("pay-1", "m_1", "card-4", ADDRESS)))
        .as("another card under the same key is another attempt")
        .isPresent();
  }

  @Test
  void aCardIsCountedAtAllMerchantsAndAnAddressAtOne() {
    for (int i = 1; i <= 5; i++) {
      String merchant = "m_" + i;
      assertThat(guard.begin(attempt("x" + i, merchant, "card-1", ADDRESS))).isEmpty();
    }
    assertThat(guard.begin(attempt("x6", "m_6", "card-1", null))).isPresent();
    assertThat(guard.begin(attempt("x7", "m_6", "card-2", ADDRESS))).isEmpty();
  }

  @Test
  void aShopWithoutItsCustomersAddressIsNotHeldUp() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(tried("card-" + i, null)).isEmpty();
    }
    assertThat(guard.remembered()).isLessThanOrEqualTo(100);
  }

  @Test
  void testModeIsLeftAloneUnlessItIsWanted() {
    Attempt test = new Attempt("t", "m_1", Mode.TEST, ADDRESS, "card-1", null);
    for (int i = 0; i < 20; i++) {
      assertThat(guard.begin(test)).isEmpty();
    }
  }

  private Optional<Duration> tried(String card, @Nullable String address) {
    return guard.begin(attempt("p" + payments++, "m_1", card, address));
  }

  private static Attempt attempt(
      String payment, String merchant, String card, @Nullable String address) {
    return new Attempt(payment, merchant, Mode.LIVE, address, card, null);
  }
}
