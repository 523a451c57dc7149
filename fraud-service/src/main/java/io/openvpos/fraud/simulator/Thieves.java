package io.openvpos.fraud.simulator;

import io.openvpos.fraud.history.Attempt.CardKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Attacks that last minutes or hours: card testing, enumeration of a BIN, account takeover; and
/// cardholders who for weeks have the money back for what they buy.
final class Thieves {

  private static final double TESTING_A_DAY = 0.5;
  private static final double ENUMERATIONS_A_DAY = 0.3;
  private static final int HOUR_MILLIS = 3_600_000;
  private static final int DAY_HOURS = 24;
  private static final int ABUSE_DAYS = 14;
  private static final int ABUSE_PATIENCE_DAYS = 3;

  /// Who has money back again and again.
  ///
  /// @param until the day on which it ends
  private record Abuser(Cardholder holder, String merchant, int until) {}

  private final Random random;
  private final Town town;
  private final Simulation.PaymentLog log;
  private final List<Abuser> abusers = new ArrayList<>();
  private int stolen;

  Thieves(Random random, Town town, Simulation.PaymentLog log) {
    this.random = random;
    this.town = town;
    this.log = log;
  }

  void day(long start, int day) {
    if (random.nextDouble() < TESTING_A_DAY) {
      testCards(start + hour(), null, Pattern.CARD_TESTING);
    }
    if (random.nextDouble() < ENUMERATIONS_A_DAY) {
      testCards(start + hour(), "4155" + random.nextInt(40), Pattern.BIN_ENUMERATION);
    }
    int holders = town.cardholders().size();
    for (int i = 0; i < 1 + holders / 1_000; i++) {
      takeOver(start + hour(), victim(day));
    }
    if (random.nextDouble() < holders / 2_000.0) {
      String merchant = town.merchants().get(random.nextInt(town.merchants().size()));
      int until = day + ABUSE_DAYS + random.nextInt(ABUSE_DAYS);
      abusers.add(new Abuser(victim(day), merchant, until));
    }
    abuseRefunds(start, day);
  }

  /// @param bin the one attacked; null takes cards of all kinds
  private void testCards(long start, @Nullable String bin, Pattern pattern) {
    String merchant = town.merchants().get(random.nextInt(town.merchants().size()));
    int addresses = 1 + random.nextInt(3);
    boolean hidesAddress = random.nextInt(4) == 0;
    boolean hidesDevice = random.nextInt(2) == 0;
    String device = "thief-" + stolen;
    int tries = 30 + random.nextInt(120);
    int apart = 2_000 + random.nextInt(20_000);
    long at = start;
    for (int i = 0; i < tries; i++) {
      int card = stolen++;
      Cardholder thief =
          new Cardholder(
              "stolen-" + card,
              bin == null ? "4155" + random.nextInt(40) : bin,
              0,
              0,
              0,
              0,
              List.of(),
              hidesAddress ? null : "172.16." + stolen / 10_000 + "." + i % addresses + device,
              random.nextBoolean() ? null : "x" + card / 10 + "@example.net",
              hidesDevice ? null : device,
              new CardKind(random.nextInt(3) == 0, random.nextInt(6) == 0, false));
      at += random.nextInt(apart);
      log.add(at, thief, merchant, 100 + random.nextInt(2_000), pattern, null);
    }
  }

  private void takeOver(long start, Cardholder holder) {
    Cardholder stranger =
        new Cardholder(
            holder.card(),
            holder.bin(),
            holder.meanAmount(),
            0,
            0,
            0,
            List.of(),
            "192.168.9." + random.nextInt(60),
            holder.email(),
            "stranger-" + random.nextInt(60),
            holder.kind());
    long at = start;
    int payments = 3 + random.nextInt(6);
    for (int i = 0; i < payments; i++) {
      at += 60_000 + random.nextInt(900_000);
      String merchant = town.merchants().get(random.nextInt(town.merchants().size()));
      double amount = holder.meanAmount() * (2 + random.nextDouble() * 4);
      log.add(at, stranger, merchant, amount, Pattern.ACCOUNT_TAKEOVER, null);
    }
  }

  /// Everything bought is asked back; what the merchant does not give is disputed.
  private void abuseRefunds(long start, int day) {
    abusers.removeIf(each -> each.until() <= day);
    for (Abuser each : abusers) {
      if (random.nextInt(2) == 0) {
        long at = start + hour() / 2;
        double amount = each.holder().meanAmount() * (1.5 + random.nextDouble() * 2);
        Long refundedAt =
            random.nextInt(5) == 0 ? null : at + Simulation.daysLater(random, ABUSE_PATIENCE_DAYS);
        log.add(at, each.holder(), each.merchant(), amount, Pattern.REFUND_ABUSE, refundedAt);
      }
    }
  }

  private Cardholder victim(int day) {
    Cardholder holder = town.cardholders().get(random.nextInt(town.cardholders().size()));
    return holder.firstDay() <= day ? holder : victim(day);
  }

  private long hour() {
    return random.nextInt(DAY_HOURS) * (long) HOUR_MILLIS + random.nextInt(HOUR_MILLIS);
  }
}
