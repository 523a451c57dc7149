package io.openvpos.sandbox.chaos;

import io.openvpos.sandbox.chaos.process.Landscape;
import io.openvpos.sandbox.chaos.process.ServiceKind;
import io.openvpos.sandbox.chaos.process.Waiting;
import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.NoAnswerException;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.platform.Endpoints;
import io.openvpos.sandbox.scenario.BusinessDay;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The acquirer's finance team, which closes a business day every so often, among the faults. It
/// does not insist: whoever does not answer is asked again later.
final class DayCloses {

  private static final Logger LOGGER = LoggerFactory.getLogger(DayCloses.class);
  private static final Duration TRY_AGAIN = Duration.ofSeconds(3);
  private static final Duration ENDS_WITHIN = Duration.ofMinutes(1);

  private final Landscape landscape;
  private final Duration every;
  private final AtomicInteger closed = new AtomicInteger();
  private final AtomicInteger tries = new AtomicInteger();
  private final Thread thread =
      Thread.ofPlatform().name("day-closes").daemon().unstarted(this::closeAndClose);
  private final CountDownLatch stopped = new CountDownLatch(1);

  DayCloses(Landscape landscape, Duration every) {
    this.landscape = landscape;
    this.every = every;
  }

  void start() {
    thread.start();
  }

  /// Days whose close was accepted.
  int closed() {
    return closed.get();
  }

  private void closeAndClose() {
    Duration pause = every.dividedBy(2);
    while (!isStoppedWithin(pause)) {
      boolean accepted = askForClose();
      closed.addAndGet(accepted ? 1 : 0);
      pause = accepted ? every : TRY_AGAIN;
    }
  }

  private boolean isStoppedWithin(Duration pause) {
    try {
      return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private boolean askForClose() {
    try {
      Api settlement = signedIn();
      String day = new BusinessDay(settlement).open();
      return settlement.post("/v1/business-days/" + day + "/close", null).status() == 202;
    } catch (NoAnswerException | IllegalStateException e) {
      LOGGER.info("no close of the day now: {}", e.toString());
      return false;
    }
  }

  /// Closes the open day and waits for it, once all faults are over.
  void closeTheLast() {
    stopped.countDown();
    Waiting.until(ENDS_WITHIN, () -> !thread.isAlive());
    BusinessDay days = new BusinessDay(signedIn());
    Api.await("the day before is closed", this::nothingIsClosing);
    days.close(days.open());
    closed.incrementAndGet();
  }

  private boolean nothingIsClosing() {
    return signedIn().get("/v1/business-days?status=closing").expect(200).path("data").isEmpty();
  }

  /// settlement-service as finance, another instance of both services each time.
  private Api signedIn() {
    int turn = tries.getAndIncrement() % ServiceKind.INSTANCES;
    Endpoints first = landscape.endpoints();
    Endpoints now =
        new Endpoints(
            first.authorization(),
            landscape.urls(ServiceKind.MERCHANT).get(turn),
            landscape.urls(ServiceKind.SETTLEMENT).get(turn),
            first.fraud());
    String token =
        DemoMerchants.token(
            now, landscape.credentials().financeEmail(), landscape.credentials().financePassword());
    return Api.of(now.settlement()).as(token).waiting(Duration.ofSeconds(10));
  }
}
