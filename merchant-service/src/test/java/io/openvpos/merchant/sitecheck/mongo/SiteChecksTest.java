package io.openvpos.merchant.sitecheck.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.audit.AuditRecords;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.fakes.MemoryStore;
import io.openvpos.merchant.sitecheck.SiteChecks;
import io.openvpos.merchant.sitecheck.SiteChecks.Decided;
import io.openvpos.merchant.sitecheck.SiteChecks.Opinion;
import io.openvpos.merchant.sitecheck.crawl.Crawled;
import io.openvpos.merchant.sitecheck.domain.Audience;
import io.openvpos.merchant.sitecheck.domain.Criterion;
import io.openvpos.merchant.sitecheck.domain.Login;
import io.openvpos.merchant.sitecheck.domain.SiteCheck;
import io.openvpos.merchant.sitecheck.domain.SiteToCheck;
import io.openvpos.merchant.sitecheck.domain.Verdict;
import io.openvpos.merchant.sitecheck.domain.seen.SignedIn;
import io.openvpos.merchant.sitecheck.domain.seen.SiteSeen;
import io.openvpos.merchant.sitecheck.domain.seen.Tls;
import io.openvpos.merchant.sitecheck.domain.seen.Visit;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/// The use cases on a store of the real wire protocol; runs wait until a test lets them go.
class SiteChecksTest {

  private static final Duration LEASE = Duration.ofMinutes(3);
  private static final Actor OPS = new Actor("ops@example.com", "10.0.0.1");
  private static final SiteToCheck SITE =
      new SiteToCheck(
          "app_1",
          URI.create("https://xn--nar-6la41k.com.tr/"),
          URI.create("https://test.example/"),
          Audience.DEALERS,
          new Login("bayi", "v1.sealed"));

  private final MemoryStore memory = new MemoryStore();
  private final AuditRecords audit = new AuditRecords(memory.database());
  private final MongoSiteChecks store = new MongoSiteChecks(memory.database(), audit);
  private final MongoSiteEvidence evidence = new MongoSiteEvidence(memory.database());
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-26T12:00:00Z"));
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final List<SiteToCheck> walked = new ArrayList<>();

  @AfterEach
  void close() {
    memory.close();
  }

  private SiteChecks checks(int atOnce, Function<SiteToCheck, Crawled> walk) {
    return new SiteChecks(
        new SiteChecks.Parts(store, evidence, walk, new HeldClock(now), waiting::add),
        atOnce,
        LEASE);
  }

  private SiteChecks checks() {
    return checks(2, this::walk);
  }

  private Crawled walk(SiteToCheck site) {
    walked.add(site);
    Tls tls = new Tls("TLSv1.3", "X", 128, "CN=a", "CN=b", now.get(), now.get(), true, "", "ff");
    Visit visit =
        new Visit(
            site.start(),
            true,
            List.of(site.address()),
            200,
            "text/html",
            5,
            true,
            "abcd",
            tls,
            null,
            "",
            null);
    SiteSeen seen =
        new SiteSeen(site.address(), site.audience(), visit, null, List.of(), SignedIn.DONE, false);
    return new Crawled(seen, Map.of("abcd", new byte[] {1, 2, 3, 4, 5}));
  }

  private void letRun() {
    while (!waiting.isEmpty()) {
      waiting.poll().run();
    }
  }

  @Test
  void aCheckIsRunAndKeptWithWhatWasSeen() {
    SiteChecks checks = checks();

    SiteCheck asked = checks.run(SITE, OPS);
    assertThat(asked.ended()).isFalse();
    assertThat(asked.verdict()).isEqualTo(Verdict.NEEDS_PERSON);
    letRun();

    SiteCheck ended = checks.find("app_1", 1).orElseThrow();
    assertThat(ended.ended()).isTrue();
    assertThat(ended.findings()).hasSize(Criterion.values().length);
    assertThat(ended.visits()).isEqualTo(walk(SITE).seen().all());
    assertThat(checks.evidence("app_1", 1, "abcd")).contains(new byte[] {1, 2, 3, 4, 5});
    assertThat(checks.evidence("app_2", 1, "abcd")).isEmpty();
    assertThat(audit.of("site_check:app_1|1"))
        .extracting(record -> record.action().name())
        .containsExactly("site_check.asked", "site_check.begun", "site_check.ended");
  }

  @Test
  void theLoginIsGoneOnceACheckHasEnded() {
    SiteChecks checks = checks();
    checks.run(SITE, OPS);
    assertThat(checks.latest("app_1").orElseThrow().site()).isEqualTo(SITE);
    letRun();

    assertThat(checks.latest("app_1").orElseThrow().site()).isEqualTo(SITE.withoutLogin());
    Document stored =
        Mono.from(memory.database().getCollection("site_checks").find().first())
            .blockOptional()
            .orElseThrow();
    assertThat(stored.toJson()).doesNotContain("v1.sealed");
  }

  @Test
  void askingTwiceChecksOnceAndAskingAgainChecksAgain() {
    SiteChecks checks = checks();

    assertThat(checks.run(SITE, OPS).number()).isEqualTo(1);
    assertThat(checks.run(SITE, OPS).number()).isEqualTo(1);
    letRun();
    assertThat(walked).hasSize(1);
    assertThat(checks.run(SITE, OPS).number()).isEqualTo(2);
    letRun();
    assertThat(checks.of("app_1")).extracting(SiteCheck::number).containsExactly(2, 1);
  }

  @Test
  void manyWhoAskAtOnceGetOneCheck() throws Exception {
    SiteChecks checks = checks(0, this::walk);
    List<Callable<Integer>> asking = new ArrayList<>();
    for (int one = 0; one < 8; one++) {
      asking.add(() -> checks.run(SITE, OPS).number());
    }
    try (ExecutorService side = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> number : side.invokeAll(asking)) {
        assertThat(number.get()).isEqualTo(1);
      }
    }
  }

  @Test
  void noMoreThanTheRoomRunsAtATimeAndTheRestFollows() {
    SiteChecks checks = checks(2, this::walk);
    for (int one = 1; one <= 5; one++) {
      checks.run(subject("app_" + one), OPS);
    }

    assertThat(waiting).hasSize(2);
    letRun();
    assertThat(walked).extracting(SiteToCheck::subjectId).hasSize(5).doesNotHaveDuplicates();
  }

  private static SiteToCheck subject(String id) {
    return new SiteToCheck(id, SITE.address(), null, Audience.CONSUMERS, null);
  }

  @Test
  void aCheckThatACrashLeftIsBegunAgainAfterItsLease() {
    checks().run(SITE, OPS);
    waiting.clear();
    SiteChecks afterRestart = checks();

    afterRestart.work();
    assertThat(waiting).isEmpty();
    now.set(now.get().plus(LEASE));
    afterRestart.work();
    letRun();

    SiteCheck ended = afterRestart.find("app_1", 1).orElseThrow();
    assertThat(ended.ended()).isTrue();
    assertThat(ended.tries()).isEqualTo(2);
  }

  @Test
  void whoComesTooLateChangesNothing() {
    SiteChecks slow = checks();
    slow.run(SITE, OPS);
    Runnable late = waiting.poll();
    now.set(now.get().plus(LEASE));
    checks().work();
    letRun();
    SiteCheck ended = slow.find("app_1", 1).orElseThrow();

    now.set(now.get().plusSeconds(60));
    late.run();

    assertThat(slow.find("app_1", 1)).contains(ended);
  }

  @Test
  void aCheckThatBreaksOffThreeTimesIsForAPerson() {
    SiteChecks broken =
        checks(
            2,
            _ -> {
              throw new IllegalStateException("on purpose");
            });
    broken.run(SITE, OPS);
    for (int round = 0; round < 4; round++) {
      letRun();
      now.set(now.get().plus(LEASE));
      broken.work();
    }

    SiteCheck ended = broken.find("app_1", 1).orElseThrow();
    assertThat(ended.ended()).isTrue();
    assertThat(ended.verdict()).isEqualTo(Verdict.NEEDS_PERSON);
    assertThat(ended.findings()).allMatch(found -> found.reason().equals("check_broke_off"));
  }

  @Test
  void aPersonsWordStandsBesideTheMachines() {
    SiteChecks checks = checks();
    checks.run(SITE, OPS);
    Opinion passed = new Opinion(Criterion.PRIVACY, true, "PDF olarak gördüm");
    assertThat(checks.decide("app_1", 1, passed, OPS)).isEqualTo(Decided.NOT_ENDED);
    assertThat(checks.decide("app_1", 2, passed, OPS)).isEqualTo(Decided.NO_SUCH_CHECK);
    letRun();

    assertThat(checks.decide("app_1", 1, passed, OPS)).isEqualTo(Decided.DONE);

    SiteCheck check = checks.find("app_1", 1).orElseThrow();
    assertThat(check.findings())
        .filteredOn(found -> found.criterion() == Criterion.PRIVACY)
        .allSatisfy(found -> {
          assertThat(found.verdict()).isEqualTo(Verdict.FAILED);
          assertThat(check.verdict(found)).isEqualTo(Verdict.PASSED);
        });
    assertThat(check.ruling(Criterion.PRIVACY).orElseThrow().by()).isEqualTo(OPS.who());
    checks.decide("app_1", 1, new Opinion(Criterion.PRIVACY, false, "eksikmiş"), OPS);
    assertThat(checks.find("app_1", 1).orElseThrow().rulings()).hasSize(2);
    assertThat(audit.of("site_check:app_1|1").getLast().action().name())
        .isEqualTo("site_check.decided");
  }

  @Test
  void theKeyOfTheSecretsIsMadeOnce() {
    byte[] first = MongoSecretKey.load(memory.database(), Clock.systemUTC());

    assertThat(first).hasSize(32);
    assertThat(MongoSecretKey.load(memory.database(), Clock.systemUTC())).isEqualTo(first);
  }

  private static final class HeldClock extends Clock {
    private final AtomicReference<Instant> now;

    HeldClock(AtomicReference<Instant> now) {
      this.now = now;
    }

    @Override
    public Instant instant() {
      return now.get();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
