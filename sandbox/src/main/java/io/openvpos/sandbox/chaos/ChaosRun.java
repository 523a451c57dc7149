package io.openvpos.sandbox.chaos;

import io.openvpos.sandbox.chaos.fault.Campaign;
import io.openvpos.sandbox.chaos.fault.FaultPlan;
import io.openvpos.sandbox.chaos.fault.FaultRecord;
import io.openvpos.sandbox.chaos.hooks.Hooks;
import io.openvpos.sandbox.chaos.load.AskedAgain;
import io.openvpos.sandbox.chaos.load.Client;
import io.openvpos.sandbox.chaos.load.ClientLoad;
import io.openvpos.sandbox.chaos.load.Journal;
import io.openvpos.sandbox.chaos.load.Timeline;
import io.openvpos.sandbox.chaos.process.Landscape;
import io.openvpos.sandbox.chaos.process.ServiceKind;
import io.openvpos.sandbox.chaos.process.Waiting;
import io.openvpos.sandbox.chaos.reconcile.HeardFacts;
import io.openvpos.sandbox.chaos.reconcile.Reconciliation;
import io.openvpos.sandbox.chaos.reconcile.Stories;
import io.openvpos.sandbox.platform.DataFolder;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.platform.Endpoints;
import io.openvpos.sandbox.verify.Evidence;
import io.openvpos.sandbox.verify.Verdict;
import io.openvpos.sandbox.verify.Verify;
import io.openvpos.sandbox.verify.reading.BookKeeping;
import io.openvpos.sandbox.verify.reading.Sources;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One run: start everything, let the shops buy, break things, let it come to rest, and judge.
public final class ChaosRun {

  private static final Duration QUIET_WITHIN = Duration.ofMinutes(4);
  private static final Duration FIRST_ANSWERS_WITHIN = Duration.ofMinutes(1);
  private static final int DAYS = 4;
  private static final String RECONCILED =
      "What the shops were told, against payments, ledger and the card network's log";

  private final ChaosPlan plan;
  private final ChaosReport report;
  private final Path journalFile;

  public ChaosRun(ChaosPlan plan, PrintStream out) {
    this.plan = plan;
    this.report = new ChaosReport(out);
    this.journalFile = plan.data().resolve("journal.jsonl");
  }

  /// True if every planned fault fired and everything that must hold holds.
  public boolean run() {
    FaultPlan faults = new FaultPlan(plan.seed(), plan.minutes(), plan.atLeast());
    report.head(plan, faults.size());
    new DataFolder(plan.data()).open(true);
    System.setProperty("sandbox.logs", plan.data().resolve("logs").toString());
    try (Landscape landscape = new Landscape(plan.data());
        Hooks hooks = new Hooks(plan.seed());
        Journal journal = new Journal(journalFile)) {
      long start = System.nanoTime();
      landscape.start();
      DemoMerchants shops = openShops(landscape);
      report.line("everything is up after %d s".formatted(since(start).toSeconds()));
      listen(hooks, landscape, shops);
      return run(landscape, shops, hooks, journal, faults);
    }
  }

  private DemoMerchants openShops(Landscape landscape) {
    Endpoints endpoints = landscape.endpoints();
    DemoMerchants shops =
        DemoMerchants.open(
            plan.data().resolve("merchants.json"), endpoints, landscape.credentials());
    for (String edge : landscape.urls(ServiceKind.AUTHORIZATION)) {
      Endpoints by =
          new Endpoints(edge, endpoints.merchant(), endpoints.settlement(), endpoints.fraud());
      DemoMerchants.awaitKnown(by, shops.first());
      DemoMerchants.awaitKnown(by, shops.second());
    }
    return shops;
  }

  private static void listen(Hooks hooks, Landscape landscape, DemoMerchants shops) {
    String edge = landscape.endpoints().authorization();
    hooks.add(edge, shops.first(), "/first", List.of("payment.*"));
    hooks.add(edge, shops.first(), "/first/refunds", List.of("payment.refunded"));
    hooks.add(edge, shops.second(), "/second", List.of("*"));
  }

  private boolean run(
      Landscape landscape, DemoMerchants shops, Hooks hooks, Journal journal, FaultPlan faults) {
    Timeline timeline = new Timeline();
    Client client =
        new Client(
            landscape.urls(ServiceKind.AUTHORIZATION),
            List.of(shops.first().secretKey(), shops.second().secretKey()),
            journal,
            timeline,
            Clock.systemUTC());
    ClientLoad load = new ClientLoad(client, plan.seed(), plan.rate());
    DayCloses days = new DayCloses(landscape, plan.length().dividedBy(DAYS));
    long begun = System.nanoTime();
    load.start();
    Waiting.until(
        FIRST_ANSWERS_WITHIN, () -> timeline.everyEdgeAnsweredSince(begun, ServiceKind.INSTANCES));
    days.start();
    List<FaultRecord> records =
        new Campaign(landscape, timeline, report::fault).run(faults, plan.length());
    load.stop();
    boolean sound = settle(landscape, load, days);
    boolean fired = report.faults(records);
    report.operations(client.outcomes(), load.visits(), load.turnedAway());
    report.line("%d business days closed".formatted(days.closed()));
    report.line(
        "%d times a process ended by itself and was started again".formatted(landscape.revived()));
    boolean holds = judge(landscape, shops, hooks);
    return holds && sound && fired;
  }

  private boolean settle(Landscape landscape, ClientLoad load, DayCloses days) {
    long stopped = System.nanoTime();
    List<String> restless = awaitRest(landscape.evidence());
    report.quiet(since(stopped), restless);
    AskedAgain asked = load.askAgain();
    Stories stories = Stories.of(journalFile);
    List<String> unsettled = new ArrayList<>(load.readSettled(stories.openedSessions()));
    load.readPayments(stories.openedSessions());
    unsettled.addAll(load.readSettled(Stories.of(journalFile).unsettled()));
    days.closeTheLast();
    boolean definite = report.askedAgain(asked, unsettled);
    return definite && restless.isEmpty();
  }

  private static List<String> awaitRest(Evidence evidence) {
    try (BookKeeping keeping = new BookKeeping(sources(evidence), Clock.systemUTC())) {
      return keeping.books(QUIET_WITHIN).restless();
    }
  }

  private boolean judge(Landscape landscape, DemoMerchants shops, Hooks hooks) {
    long left = hooks.drain(landscape.endpoints().authorization());
    HeardFacts heard = new HeardFacts(hooks.subscribers(), hooks.heard());
    hooks.faults().forEach(heard::fault);
    if (left > 0) {
      heard.fault(left + " deliveries are still to be made");
    }
    boolean holds =
        report.verdicts(
            "What was found of the twelve invariants",
            Verify.run(landscape.evidence(), QUIET_WITHIN));
    try (BookKeeping keeping = new BookKeeping(sources(landscape.evidence()), Clock.systemUTC())) {
      List<Verdict> verdicts =
          Reconciliation.of(
              Stories.of(journalFile),
              List.of(shops.first().merchantId(), shops.second().merchantId()),
              heard,
              keeping.books(QUIET_WITHIN));
      boolean reconciled = report.verdicts(RECONCILED, verdicts);
      return reconciled && holds;
    }
  }

  private static Sources sources(Evidence evidence) {
    return new Sources(
        evidence.mongoUri(),
        evidence.bootstrapServers(),
        evidence.registryUrl(),
        evidence.networkLog(),
        evidence.logs(),
        evidence.bankLog());
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
