package io.openvpos.sandbox.attack;

import io.openvpos.sandbox.scenario.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// One attack at some shops, mixed at random with the sales of honest customers.
public final class Attack {

  /// Checkouts at once.
  private static final int AT_ONCE = 6;

  private static final int SALES_OF_A_HISTORY = 6;
  private static final Duration A_MINUTE = Duration.ofSeconds(61);

  private final AttackPlan plan;
  private final List<Shop> attacked;
  private final List<Shop> usual;

  /// @param attacked the shops where the attack is; the first of them alone where it has one
  /// @param usual where the customers of account takeovers have always bought
  public Attack(AttackPlan plan, List<Shop> attacked, List<Shop> usual) {
    this.plan = plan;
    this.attacked = List.copyOf(attacked);
    this.usual = List.copyOf(usual);
  }

  /// Runs it.
  ///
  /// @param rules whether rules are in force; it only chooses cards and addresses that no run of
  ///   the other kind has used, and names the outcome
  public Outcome run(AttackKind kind, boolean rules) {
    int world = kind.world() * 2 + (rules ? 1 : 0);
    Random random = new Random(plan.seed() * 31 + world);
    Crowd crowd = new Crowd(Math.max(1, plan.goodSales() / 2), world, random);
    List<Visit> tries = tries(kind, world, random);
    List<Visit> good = good(kind, crowd);
    List<Visit> all = mixed(tries, good, random);
    if (kind == AttackKind.ACCOUNT_TAKEOVER) {
      aMinutePasses();
    }
    Answers answers = new Answers();
    pay(all, attacked, answers);
    return answers.outcome(kind, rules);
  }

  /// Six sales within a minute would look like a card being tested: the histories come first, and
  /// then a minute passes, because services take their time from their own clock.
  private static void aMinutePasses() {
    try {
      Thread.sleep(A_MINUTE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted between history and attack", e);
    }
  }

  private List<Visit> tries(AttackKind kind, int world, Random random) {
    Thieves thieves = new Thieves(world, random);
    return switch (kind) {
      case CARD_TESTING -> thieves.testing(plan.cards());
      case BIN_ENUMERATION -> thieves.enumeration(plan.cards() * 2, attacked.size());
      case ACCOUNT_TAKEOVER -> {
        Crowd victims = new Crowd(plan.accounts(), world + 100, random);
        history(victims, random);
        yield thieves.takeovers(victims.customers(), attacked.size());
      }
    };
  }

  /// Of honest customers; where the thieves look like old customers, the honest ones are, too.
  private List<Visit> good(AttackKind kind, Crowd crowd) {
    if (kind == AttackKind.ACCOUNT_TAKEOVER) {
      history(crowd, new Random(plan.seed()));
    }
    int shops = kind == AttackKind.CARD_TESTING ? 1 : attacked.size();
    List<Visit> good = new ArrayList<>();
    for (int i = 0; i < plan.goodSales(); i++) {
      good.add(crowd.visit(shops));
    }
    return good;
  }

  /// What the customers bought before, each at one usual shop and of usual size. The history is
  /// minutes old, where a real one is weeks: at more shops, it alone would fill the hour in which
  /// rules count a card's shops.
  private void history(Crowd crowd, Random random) {
    List<Crowd.Customer> customers = crowd.customers();
    List<Visit> before = new ArrayList<>();
    for (int i = 0; i < SALES_OF_A_HISTORY; i++) {
      for (int number = 0; number < customers.size(); number++) {
        long amount = (50 + random.nextInt(450)) * 100L + 90;
        before.add(crowd.visit(customers.get(number), number % usual.size(), amount));
      }
    }
    pay(before, usual, new Answers());
  }

  /// In their own order each, at random between each other.
  private static List<Visit> mixed(List<Visit> tries, List<Visit> good, Random random) {
    List<Visit> all = new ArrayList<>();
    int tried = 0;
    int sold = 0;
    while (tried + sold < tries.size() + good.size()) {
      int left = tries.size() - tried + good.size() - sold;
      boolean attack = random.nextInt(left) < tries.size() - tried;
      all.add(attack ? tries.get(tried++) : good.get(sold++));
    }
    return all;
  }

  private static void pay(List<Visit> visits, List<Shop> shops, Answers answers) {
    List<Future<?>> made = new ArrayList<>();
    try (ExecutorService checkouts = Executors.newFixedThreadPool(AT_ONCE)) {
      int tries = 0;
      for (Visit visit : visits) {
        tries += visit.attack() ? 1 : 0;
        int so = tries;
        made.add(
            checkouts.submit(() -> {
              Shop shop = shops.get(visit.shop());
              String key = UUID.randomUUID().toString();
              answers.add(visit, so, shop.api().post("/v1/payments", visit.body("A-" + so), key));
            }));
      }
    }
    made.forEach(Attack::done);
  }

  private static void done(Future<?> sale) {
    if (sale.state() == Future.State.FAILED) {
      throw new IllegalStateException("a sale had no answer", sale.exceptionNow());
    }
  }
}
