package io.openvpos.fraud.simulator;

import io.openvpos.fraud.history.Attempt;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Plays the town day by day. The same setting gives the same payments, in time order.
public final class Simulation {

  /// What is simulated.
  ///
  /// @param cards honest cards; thieves bring more
  /// @param merchants shops, the large ones included
  public record Setting(long seed, LocalDate from, int days, int cards, int merchants) {

    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);

    public Setting {
      if (days < 1 || days > 3_650 || cards < 1 || merchants < 10) {
        throw new IllegalArgumentException(
            "days " + days + ", cards " + cards + ", merchants " + merchants);
      }
    }

    /// As a model's card tells it.
    public String described() {
      return "seed=%d from=%s days=%d cards=%d merchants=%d"
          .formatted(seed, from, days, cards, merchants);
    }
  }

  private static final long DAY_MILLIS = 86_400_000L;
  private static final int DAY_SECONDS = 86_400;
  private static final double SPREAD_SECONDS = 20_000;
  private static final int MERCHANT_COMPROMISE_DAYS = 28;
  private static final int CARD_COMPROMISE_DAYS = 14;

  private final Setting setting;
  private final Random random;
  private final Town town;
  private final PaymentLog log = new PaymentLog();
  private final Map<String, Integer> compromisedMerchants = new HashMap<>();
  private final Map<Cardholder, Integer> compromisedCards = new HashMap<>();

  private Simulation(Setting setting) {
    this.setting = setting;
    this.random = new Random(setting.seed());
    this.town = Town.built(random, setting.cards(), setting.merchants(), setting.days());
  }

  public static List<SimulatedPayment> play(Setting setting) {
    Simulation simulation = new Simulation(setting);
    Thieves thieves = new Thieves(simulation.random, simulation.town, simulation.log);
    for (int day = 0; day < setting.days(); day++) {
      simulation.day(day);
      thieves.day(simulation.start(day), day);
    }
    return simulation.log.inTimeOrder();
  }

  private long start(int day) {
    return setting.from().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()
        + day * DAY_MILLIS;
  }

  private void day(int day) {
    compromise(day);
    for (Cardholder holder : town.cardholders()) {
      if (day >= holder.firstDay()) {
        int payments = poisson(holder.paymentsPerDay());
        for (int i = 0; i < payments; i++) {
          double second = DAY_SECONDS / 2.0 + random.nextGaussian() * SPREAD_SECONDS;
          if (second >= 0 && second < DAY_SECONDS) {
            pay(holder, start(day) + (long) (second * 1000));
          }
        }
      }
    }
  }

  /// Per 5,000 cards and 10,000 merchants the handbook compromises 3 and 2 a day; this town is
  /// smaller and keeps the share of fraud.
  private void compromise(int day) {
    compromisedMerchants.values().removeIf(until -> until <= day);
    compromisedCards.values().removeIf(until -> until <= day);
    if (random.nextDouble() < town.merchants().size() * 2 / 10_000.0) {
      int small = 5 + random.nextInt(town.merchants().size() - 5);
      compromisedMerchants.put(town.merchants().get(small), day + MERCHANT_COMPROMISE_DAYS);
    }
    if (random.nextDouble() < town.cardholders().size() * 3 / 5_000.0) {
      compromisedCards.put(
          town.cardholders().get(random.nextInt(town.cardholders().size())),
          day + CARD_COMPROMISE_DAYS);
    }
  }

  private void pay(Cardholder holder, long at) {
    String merchant = holder.merchants().get(random.nextInt(holder.merchants().size()));
    double amount = holder.meanAmount() * (1 + random.nextGaussian() / 2);
    if (amount < 0) {
      amount = random.nextDouble() * 2 * holder.meanAmount();
    }
    Pattern pattern = Pattern.HONEST;
    if (compromisedCards.containsKey(holder) && random.nextInt(3) == 0) {
      pattern = Pattern.CARD_COMPROMISED;
      amount *= 5;
    } else if (compromisedMerchants.containsKey(merchant)) {
      pattern = Pattern.MERCHANT_COMPROMISED;
    } else if (random.nextInt(150) == 0) {
      // An honest treat.
      amount *= 2 + random.nextInt(3);
    }
    boolean goesBack = random.nextDouble() < holder.refunds() && pattern == Pattern.HONEST;
    log.add(at, holder, merchant, amount, pattern, goesBack ? at + daysLater(random, 14) : null);
    if (random.nextInt(40) == 0) {
      // A wrong code, tried again at once.
      log.add(at + 20_000 + random.nextInt(60_000), holder, merchant, amount, pattern, null);
    }
  }

  /// Within so many days, a day later at least.
  static long daysLater(Random random, int most) {
    return DAY_MILLIS + random.nextInt(most - 1) * DAY_MILLIS + random.nextInt((int) DAY_MILLIS);
  }

  private int poisson(double mean) {
    double limit = StrictMath.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  /// The payments made so far.
  static final class PaymentLog {

    private final List<SimulatedPayment> payments = new ArrayList<>();

    void add(
        long at,
        Cardholder holder,
        String merchant,
        double amount,
        Pattern pattern,
        @Nullable Long refundedAt) {
      payments.add(
          new SimulatedPayment(
              new Attempt(
                  at,
                  payments.size() + 1L,
                  holder.card(),
                  merchant,
                  Math.max(100, Math.round(amount)),
                  holder.bin(),
                  holder.ip(),
                  holder.email(),
                  holder.device(),
                  holder.kind(),
                  1),
              pattern,
              refundedAt));
    }

    List<SimulatedPayment> inTimeOrder() {
      payments.sort(Comparator.comparingLong(SimulatedPayment::atMillis));
      return payments;
    }
  }
}
