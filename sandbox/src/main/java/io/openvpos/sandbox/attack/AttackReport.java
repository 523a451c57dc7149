package io.openvpos.sandbox.attack;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.platform.Endpoints;
import io.openvpos.sandbox.platform.Platform;
import io.openvpos.sandbox.platform.Ports;
import io.openvpos.sandbox.scenario.Shop;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All attacks on two new platforms, one where nothing that may decide is in force and one with the
/// starter rules: two platforms, so that nothing of the first run is remembered in the second.
public final class AttackReport {

  private static final String PASSWORD = "Kart-Denemesi-2027!";
  private static final List<String> ANALYSTS = List.of("ada@fraud.test", "bora@fraud.test");

  /// No time runs out because a machine is slow: silence would be decided by the floor.
  private static final Map<String, String> PATIENT =
      Map.of("vpos.issuer.answer-timeout", "20s", "vpos.risk.budget", "5s");

  private final AttackPlan plan;
  private final List<AttackKind> kinds;
  private final PrintStream out;

  /// @param kinds in the order in which they are played
  public AttackReport(AttackPlan plan, List<AttackKind> kinds, PrintStream out) {
    this.plan = plan;
    this.kinds = List.copyOf(kinds);
    this.out = out;
  }

  /// Runs both and prints a line for each attack.
  ///
  /// @param data takes a new folder for each platform
  public List<Outcome> run(Path data) {
    out.printf(
        "%d cards, %d good sales an attack, seed %d; figures per 1,000%n",
        plan.cards(), plan.goodSales(), plan.seed());
    out.println(Outcome.heading());
    List<Outcome> outcomes = new ArrayList<>();
    for (boolean rules : List.of(false, true)) {
      Path folder = data.resolve(rules ? "on" : "off");
      try (Platform platform = Platform.start(folder, Ports.free(), settings())) {
        if (rules) {
          Endpoints at = platform.endpoints();
          new RuleDesk(analyst(at, 0), analyst(at, 1)).activate(RuleDesk.STARTER);
        }
        outcomes.addAll(attacks(platform, rules));
      }
    }
    return outcomes;
  }

  private List<Outcome> attacks(Platform platform, boolean rules) {
    List<Outcome> outcomes = new ArrayList<>();
    for (AttackKind kind : kinds) {
      List<Shop> attacked = shops(platform, kind + " A", kind + " B", kind + " C");
      List<Shop> usual = shops(platform, kind + " ev", kind + " pazar");
      Outcome outcome = new Attack(plan, attacked, usual).run(kind, rules);
      out.println(outcome.line());
      outcomes.add(outcome);
    }
    return outcomes;
  }

  /// Merchants as everybody gets them: with the platform's limits on tries of one card.
  private static List<Shop> shops(Platform platform, String... names) {
    Endpoints at = platform.endpoints();
    Api ops =
        Api.of(at.merchant())
            .as(
                DemoMerchants.token(
                    at, platform.credentials().opsEmail(), platform.credentials().opsPassword()));
    return AttackShops.open(at, ops, List.of(names));
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(PATIENT);
    for (int i = 0; i < ANALYSTS.size(); i++) {
      String prefix = "vpos.merchant.bootstrap-users[" + (3 + i) + "].";
      settings.put(prefix + "email", ANALYSTS.get(i));
      settings.put(prefix + "password", PASSWORD);
      settings.put(prefix + "roles", "fraud_analyst");
    }
    return settings;
  }

  private static Api analyst(Endpoints at, int number) {
    return Api.of(at.fraud()).as(DemoMerchants.token(at, ANALYSTS.get(number), PASSWORD));
  }
}
