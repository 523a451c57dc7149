package io.openvpos.sandbox.bench.ledger;

import io.openvpos.merchant.MerchantApplication;
import io.openvpos.merchant.ledger.Ledger;
import io.openvpos.merchant.ledger.domain.journal.EntryDraft;
import io.openvpos.sandbox.bench.Machine;
import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.platform.DataFolder;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.platform.EmbeddedServers;
import io.openvpos.sandbox.platform.Servers;
import io.openvpos.sandbox.process.FreePorts;
import io.openvpos.sandbox.verify.LedgerChains;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;

/// Posts through merchant-service's own ledger: read the head, look for the events, one
/// compare-and-set, store, tell and await the broker, take out of the head. Then reads statements
/// over HTTP, and verifies every chain of hashes.
public final class LedgerBench {

  private static final int[] BATCHES = {1, 10, 100, 500};
  private static final int FILL = 500;
  private static final int ROUNDS = 3;
  private static final int LEGS = 4;
  private static final String EMAIL = "ops@bench.test";
  private static final String PASSWORD = "Olcum-Parolasi-2026!";

  private final LedgerPlan plan;
  private final PrintStream out;
  private final Drafts drafts;

  public LedgerBench(LedgerPlan plan, PrintStream out) {
    this.plan = plan;
    this.out = out;
    drafts = new Drafts(plan.seed());
  }

  /// Measures and prints; true if every chain of hashes holds afterwards.
  public boolean run() {
    out.printf(Locale.ROOT, "machine     %s%n", Machine.here());
    out.printf(Locale.ROOT, "seed        %d%n", plan.seed());
    new DataFolder(plan.data()).open(true);
    System.setProperty("sandbox.logs", plan.data().resolve("logs").toString());
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    try (Servers servers = EmbeddedServers.start(plan.data())) {
      int port = FreePorts.take();
      try (ConfigurableApplicationContext service =
          MerchantApplication.start(arguments(servers, port))) {
        String base = "http://127.0.0.1:" + port;
        Api.awaitReady(base);
        measure(service.getBean(Ledger.class), base);
      }
      try (LedgerChains chains = new LedgerChains(servers.mongoUri())) {
        return chains.print(null, 0, out);
      }
    }
  }

  private static String[] arguments(Servers servers, int port) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("server.port", String.valueOf(port));
    settings.put("server.address", "127.0.0.1");
    settings.put("vpos.kafka.bootstrap-servers", servers.bootstrapServers());
    settings.put("vpos.kafka.single-broker", "true");
    settings.put("vpos.kafka.registry-url", servers.registryUrl());
    settings.put("vpos.mongo.uri", servers.mongoUri());
    settings.put("vpos.mongo.database", "merchant");
    settings.put("vpos.pages.plain-http", "true");
    settings.put("vpos.merchant.second-factor", "offered");
    settings.put("vpos.merchant.bootstrap-users[0].email", EMAIL);
    settings.put("vpos.merchant.bootstrap-users[0].password", PASSWORD);
    settings.put("vpos.merchant.bootstrap-users[0].roles", "acquirer_ops");
    return settings.entrySet().stream()
        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
        .toArray(String[]::new);
  }

  private void measure(Ledger ledger, String base) {
    String token =
        Api.of(base)
            .post("/v1/sessions", Map.of("email", EMAIL, "password", PASSWORD))
            .expect(201)
            .path("access_token")
            .asString("");
    String hot =
        DemoMerchants.shop(
                Api.of(base).as(token), "Çok Satan Market", "5411", "TR330006100519786457841326")
            .merchantId();
    out.printf(Locale.ROOT, "%nmaking %,d heads%n", plan.merchants());
    for (int made = 0; made < plan.merchants(); made += FILL) {
      int[] next = {made};
      post(ledger, drafts.batch(FILL, () -> Drafts.merchant(next[0]++ % plan.merchants())));
    }
    out.println("entries/s and postings/s (4 legs), median of 3, by batch size");
    rates("spread", ledger, () -> drafts.anyOf(plan.merchants()));
    long posted = rates("hot", ledger, () -> hot);
    for (long there = posted; there < plan.entries(); there += FILL) {
      post(ledger, drafts.batch((int) Math.min(FILL, plan.entries() - there), () -> hot));
    }
    new StatementReader(base, token, hot, out).read(Math.max(posted, plan.entries()));
  }

  /// Returns how many entries were posted.
  private long rates(String name, Ledger ledger, Supplier<String> whose) {
    long posted = 0;
    double one = 0;
    for (int size : BATCHES) {
      List<Double> rounds = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        long from = System.nanoTime();
        long until = from + plan.seconds() * 1_000_000_000L;
        long entries = 0;
        while (System.nanoTime() - until < 0) {
          post(ledger, drafts.batch(size, whose));
          entries += size;
        }
        posted += entries;
        rounds.add(entries / ((System.nanoTime() - from) / 1e9));
      }
      Collections.sort(rounds);
      double median = rounds.get(ROUNDS / 2);
      one = size == 1 ? median : one;
      out.printf(
          Locale.ROOT,
          "%-8s batch %3d  %8.0f entries/s %9.0f postings/s  %6.1f x%n",
          name,
          size,
          median,
          median * LEGS,
          median / one);
    }
    return posted;
  }

  private static void post(Ledger ledger, List<EntryDraft> batch) {
    ledger.release().release(ledger.posting().post(batch));
  }
}
