package io.openvpos.authorization.issuer.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.solab.iso8583.IsoMessage;
import com.solab.iso8583.IsoType;
import io.openvpos.authorization.issuer.AdviceAnswer;
import io.openvpos.authorization.issuer.IssuerAnswer;
import io.openvpos.authorization.issuer.IssuerAnswer.Approved;
import io.openvpos.authorization.issuer.IssuerAnswer.Declined;
import io.openvpos.authorization.issuer.IssuerAnswer.NoAnswer;
import io.openvpos.authorization.issuer.IssuerAnswer.NotSent;
import io.openvpos.authorization.issuer.IssuerRequest;
import io.openvpos.authorization.issuer.IssuerSettings;
import io.openvpos.authorization.issuer.IssuerSlot;
import io.openvpos.authorization.issuer.LateAnswer;
import io.openvpos.authorization.issuer.Reservation;
import io.openvpos.authorization.issuer.ReversalAdvice;
import io.openvpos.authorization.vault.OpenedCards;
import io.openvpos.authorization.vault.SubmittedCard;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The client against real sockets: every way in which an answer comes, comes wrong or stays out.
@Timeout(240)
class TcpIssuerNetworkTest {

  private static final Instant SENT_AT = Instant.parse("2026-03-01T21:30:15Z");
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofSeconds(2);

  private final IsoServer server = new IsoServer();
  private final List<LateAnswer> late = new CopyOnWriteArrayList<>();
  private final List<TcpIssuerNetwork> open = new ArrayList<>();
  private TcpIssuerNetwork network = network(settings(1, 1_024, Duration.ofMinutes(5)));

  @BeforeEach
  void signOn() {
    awaitUp(network, 1);
  }

  @AfterEach
  void close() {
    open.forEach(TcpIssuerNetwork::close);
    server.close();
  }

  @Test
  void anApprovalCarriesItsCode() {
    IssuerAnswer answer = authorize("RRN000000001", LONG, OpenedCards.typed());

    assertThat(answer).isEqualTo(new Approved("00", "A12345"));
  }

  @Test
  void theMessageIsThatOfTheDialect() {
    authorize("RRN000000001", LONG, OpenedCards.typed());

    IsoMessage message = server.received.getLast();
    assertThat(server.raw.getLast())
        .isEqualTo(
            "0100"
                + "723C448108C18000"
                + "164155650100416111"
                + "000000"
                + "000000012990"
                + "0301213015"
                + message.getObjectValue(11)
                + "003015"
                + "0302"
                + "3012"
                + "5411"
                + "010"
                + "59"
                + "06990001"
                + "RRN000000001"
                + "TERM0001"
                + "mrc_1          "
                + "015INST=03;CVC=123"
                + "949");
  }

  @Test
  void byTokenTheCardComesFromTheVaultWithoutItsCode() {
    authorize("RRN000000001", LONG, null);

    assertThat(server.received.getLast().<String>getObjectValue(2)).isEqualTo("4155650100416111");
    assertThat(server.received.getLast().<String>getObjectValue(48)).isEqualTo("INST=03");
  }

  @Test
  void anyOtherCodeIsADecline() {
    server.behaviour = (request, line) -> line.answer(request, "51");

    assertThat(authorize("RRN000000001", LONG)).isEqualTo(new Declined("51"));
  }

  @Test
  void aRefundNamesItsOriginal() {
    try (IssuerSlot slot = slot(network)) {
      IssuerAnswer answer =
          network.refund(request(slot, "RRN000000002", deadline(LONG), null), "RRN000000001");

      assertThat(answer).isEqualTo(new Approved("00", "A12345"));
    }
    IsoMessage message = server.received.getLast();
    assertThat(message.getType()).isEqualTo(0x0200);
    assertThat(message.<String>getObjectValue(3)).isEqualTo("200000");
    assertThat(message.<String>getObjectValue(37)).isEqualTo("RRN000000002");
    assertThat(message.<String>getObjectValue(48)).isEqualTo("INST=03;ORIG=RRN000000001");
  }

  @Test
  void silenceIsNoAnswerAndALateOneIsReported() {
    CompletableFuture<Runnable> answering = new CompletableFuture<>();
    server.behaviour = (request, line) -> answering.complete(() -> line.answer(request, "00"));

    assertThat(authorize("RRN000000001", SHORT)).isEqualTo(new NoAnswer());
    answering.join().run();

    await()
        .untilAsserted(() ->
            assertThat(late).containsExactly(new LateAnswer("RRN000000001", true, "00", "A12345")));
    assertThat(network.connectionsUp()).isEqualTo(1);
  }

  @Test
  void anAnswerWithAnotherTraceNumberIsNotOurs() {
    server.behaviour =
        (request, line) -> {
          IsoMessage answer = line.response(request, "00");
          answer.setValue(11, "999998", IsoType.NUMERIC, 6);
          line.send(answer);
        };

    assertThat(authorize("RRN000000001", SHORT)).isEqualTo(new NoAnswer());
    await()
        .untilAsserted(
            () -> assertThat(late).extracting(LateAnswer::rrn).containsExactly("RRN000000001"));
  }

  @Test
  void anAnswerWithAnotherReferenceIsNotOurs() {
    server.behaviour =
        (request, line) -> {
          IsoMessage other = line.response(request, "00");
          other.setValue(37, "RRN999999999", IsoType.ALPHA, 12);
          line.send(other);
          line.answer(request, "05");
        };

    assertThat(authorize("RRN000000001", LONG)).isEqualTo(new Declined("05"));
    await()
        .untilAsserted(() ->
            assertThat(late).containsExactly(new LateAnswer("RRN999999999", true, "00", "A12345")));
  }

  @Test
  void aSecondAnswerIsALateOne() {
    server.behaviour =
        (request, line) -> {
          line.answer(request, "00");
          line.answer(request, "00");
        };

    assertThat(authorize("RRN000000001", LONG)).isInstanceOf(Approved.class);
    await().untilAsserted(() -> assertThat(late).hasSize(1));
  }

  @Test
  void garbageEndsTheConnectionAndTheNextOneWorks() {
    server.behaviour = (request, line) -> line.write(frame("9999 no message"));

    assertThat(authorize("RRN000000001", LONG)).isEqualTo(new NoAnswer());

    server.behaviour = (request, line) -> line.answer(request, "00");
    await().until(() -> server.count(0x0800) == 2);
    awaitUp(network, 1);
    assertThat(authorize("RRN000000002", LONG)).isInstanceOf(Approved.class);
  }

  @Test
  void noFrameIsTooOddToEndItsConnectionAtOnce() {
    List<byte[]> odd =
        List.of(
            new byte[] {0, 0},
            new byte[] {(byte) 0xFF, (byte) 0xFF, 1},
            Frames.frame(new byte[] {1}),
            frame("0110"),
            frame("01100000000000000000"),
            frame("01100020000000000000000001X"),
            frame("01108020000000000000ZZZZZZZZZZZZZZZZ000001"),
            frame("0110ZZZZZZZZZZZZZZZZ"),
            frame("0110FFFFFFFFFFFFFFFF"),
            frame("01104000000000000000 9"),
            frame("01104000000000000000-9"));
    int sessions = 1;
    for (byte[] bytes : odd) {
      server.behaviour = (request, line) -> line.write(bytes);
      assertThat(authorize("RRN000000001", LONG)).isEqualTo(new NoAnswer());
      int expected = ++sessions;
      await().until(() -> server.count(0x0800) == expected);
      awaitUp(network, 1);
    }
  }

  @Test
  void aLostConnectionIsNoAnswerAtOnce() {
    server.behaviour = (request, line) -> line.drop();
    long started = System.nanoTime();

    assertThat(authorize("RRN000000001", LONG)).isEqualTo(new NoAnswer());

    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void withoutAConnectionNothingIsSent() {
    int port = server.port();
    IssuerSlot reservedBefore = slot(network);
    server.close();
    await().until(() -> network.connectionsUp() == 0);

    assertThat(network.reserve()).isEqualTo(new Reservation.Down());
    assertThat(network.authorize(request(reservedBefore, "RRN000000001", deadline(LONG), null)))
        .isEqualTo(new NotSent());
    assertThat(network.advise(advice(false))).isEqualTo(AdviceAnswer.NOT_SENT);
    reservedBefore.close();

    try (IsoServer again = new IsoServer(port)) {
      awaitUp(network, 1);
      assertThat(authorize("RRN000000002", LONG)).isInstanceOf(Approved.class);
      assertThat(again.count(0x0100)).isEqualTo(1);
    }
  }

  @Test
  void pastItsDeadlineNothingIsSent() {
    Instant now = Instant.now();
    TcpIssuerNetwork late =
        network(settings(1, 8, Duration.ofMinutes(5)), Clock.fixed(now, ZoneOffset.UTC));
    awaitUp(late, 1);

    for (Instant deadline : List.of(now, now.minusSeconds(5))) {
      try (IssuerSlot slot = slot(late)) {
        IssuerRequest request = request(slot, "RRN000000001", deadline, null);
        assertThat(late.authorize(request)).isEqualTo(new NotSent());
      }
    }
    try (IssuerSlot slot = slot(late)) {
      IssuerRequest request = request(slot, "RRN000000002", now.plusSeconds(5), null);
      assertThat(late.authorize(request)).isInstanceOf(Approved.class);
    }
    assertThat(server.count(0x0100)).isEqualTo(1);
  }

  @Test
  void manyInFlightAreAnsweredInAnyOrder() throws InterruptedException, ExecutionException {
    long seed = Long.getLong("seed", 20_261_123L);
    int requests = 400;
    List<Runnable> answers = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch allIn = new CountDownLatch(requests);
    server.behaviour =
        (request, line) -> {
          String rrn = request.getObjectValue(37);
          // The answer tells whose it is: even references are approved, odd ones declined.
          String code = rrn.charAt(11) % 2 == 0 ? "00" : "05";
          answers.add(() -> line.answer(request, code));
          allIn.countDown();
        };
    TcpIssuerNetwork two = network(settings(2, requests, Duration.ofMinutes(5)));
    awaitUp(two, 2);
    List<Callable<Boolean>> asking = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      String rrn = String.format(Locale.ROOT, "RRN%09d", i);
      boolean even = i % 2 == 0;
      asking.add(() -> authorize(two, rrn, LONG) instanceof Approved == even);
    }

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> all = asking.stream().map(threads::submit).toList();
      assertThat(allIn.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(two.reserve()).isEqualTo(new Reservation.Full());
      Collections.shuffle(answers, new Random(seed));
      answers.forEach(Runnable::run);
      for (Future<Boolean> each : all) {
        assertThat(each.get()).as("seed %d", seed).isTrue();
      }
    }

    assertThat(two.reserve()).isInstanceOf(Reservation.Reserved.class);
    assertThat(late).isEmpty();
  }

  @Test
  void theNumberInFlightIsBounded() {
    TcpIssuerNetwork small = network(settings(1, 2, Duration.ofMinutes(5)));
    awaitUp(small, 1);
    IssuerSlot first = slot(small);
    IssuerSlot second = slot(small);

    assertThat(small.reserve()).isEqualTo(new Reservation.Full());
    first.close();
    first.close();

    assertThat(small.reserve()).isInstanceOf(Reservation.Reserved.class);
    assertThat(small.reserve()).isEqualTo(new Reservation.Full());
    second.close();
    // Advices have places of their own.
    assertThat(small.advise(advice(false))).isEqualTo(AdviceAnswer.ACKNOWLEDGED);
  }

  @Test
  void traceNumbersAreUniqueAndASlotSendsOnce() {
    Set<String> stans = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      stans.add(slot(network).stan());
    }
    assertThat(stans).hasSize(1_000).allMatch(stan -> stan.matches("[0-9]{6}"));

    try (IssuerSlot slot = slot(network)) {
      IssuerRequest request = request(slot, "RRN000000001", deadline(LONG), null);
      network.authorize(request);
      assertThatThrownBy(() -> network.authorize(request))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void anAdviceNamesItsOriginalAndWhatRemains() {
    assertThat(network.advise(advice(false))).isEqualTo(AdviceAnswer.ACKNOWLEDGED);
    assertThat(network.advise(advice(true))).isEqualTo(AdviceAnswer.ACKNOWLEDGED);

    List<IsoMessage> advices = server.received.subList(1, 3);
    assertThat(advices).extracting(IsoMessage::getType).containsExactly(0x0420, 0x0421);
    for (IsoMessage message : advices) {
      assertThat(message.<String>getObjectValue(2)).isEqualTo("4155650100416111");
      assertThat(message.<String>getObjectValue(4)).isEqualTo("000000012990");
      assertThat(message.<String>getObjectValue(37)).isEqualTo("RRN000000001");
      assertThat(message.<String>getObjectValue(90))
          .isEqualTo("0100" + "000042" + "0301213015" + "00000990001" + "00000000000");
      assertThat(message.<String>getObjectValue(95)).isEqualTo("000000002990" + "0".repeat(30));
    }
  }

  @Test
  void onlyAnAcknowledgementEndsAnAdvice() {
    server.behaviour = (request, line) -> line.answer(request, "96");
    assertThat(network.advise(advice(false))).isEqualTo(AdviceAnswer.UNACKNOWLEDGED);

    server.behaviour = (request, line) -> line.drop();
    assertThat(network.advise(advice(true))).isEqualTo(AdviceAnswer.UNACKNOWLEDGED);
  }

  @Test
  void aQuietConnectionIsTestedAndAnUnansweredEchoEndsIt() {
    TcpIssuerNetwork quick = network(settings(1, 8, Duration.ofMillis(100)));
    awaitUp(quick, 1);
    await()
        .untilAsserted(() ->
            assertThat(server.received)
                .anyMatch(message -> "301".equals(message.getObjectValue(70))));

    server.answersNetworkMessages = false;
    await().until(() -> quick.connectionsUp() == 0);
    server.answersNetworkMessages = true;
    awaitUp(quick, 1);
  }

  @Test
  void anUnansweredRequestIsFollowedByAnEchoAndSilenceThenCarriesNoMore() {
    server.behaviour = (request, line) -> {};
    server.answersNetworkMessages = false;

    assertThat(authorize("RRN000000001", SHORT)).isEqualTo(new NoAnswer());
    await().until(() -> network.reserve().equals(new Reservation.Down()));
    assertThat(server.received).anyMatch(message -> "301".equals(message.getObjectValue(70)));

    server.answersNetworkMessages = true;
    awaitUp(network, 1);
  }

  @Test
  void anEchoAloneDoesNotKeepTheCircuitClosed() throws Exception {
    TcpIssuerNetwork narrow = network(settings(1, 64, Duration.ofMinutes(5), 10));
    awaitUp(narrow, 1);
    server.behaviour = (request, line) -> {};
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<IssuerAnswer>> unanswered = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        String rrn = String.format(Locale.ROOT, "RRN%09d", i);
        unanswered.add(() -> authorize(narrow, rrn, SHORT));
      }
      for (Future<IssuerAnswer> answer : threads.invokeAll(unanswered)) {
        assertThat(answer.get()).isEqualTo(new NoAnswer());
      }
    }

    assertThat(narrow.connectionsUp()).isEqualTo(1);
    assertThat(narrow.circuitOpen()).isEqualTo(1);
    assertThat(narrow.reserve()).isEqualTo(new Reservation.Down());

    server.behaviour = (request, line) -> line.answer(request, "00");
    await().until(() -> narrow.reserve() instanceof Reservation.Reserved);
    assertThat(authorize(narrow, "RRN000000100", LONG)).isInstanceOf(Approved.class);
    assertThat(narrow.circuitOpen()).isZero();
  }

  @Test
  void aRefusedSignOnCarriesNoRequests() {
    server.answersNetworkMessages = false;
    TcpIssuerNetwork refused = network(settings(1, 8, Duration.ofMinutes(5)));
    await().until(() -> server.count(0x0800) >= 2);

    assertThat(refused.reserve()).isEqualTo(new Reservation.Down());
  }

  @Test
  void theNetworksOwnEchoIsAnswered() {
    server.behaviour =
        (request, line) -> {
          line.echo();
          line.answer(request, "00");
        };

    authorize("RRN000000001", LONG);

    await().until(() -> server.count(0x0810) == 1);
    IsoMessage answer = server.received.getLast();
    assertThat(answer.<String>getObjectValue(11)).isEqualTo("424242");
    assertThat(answer.<String>getObjectValue(39)).isEqualTo("00");
  }

  @Test
  void anInterruptDoesNotLoseTheAnswer()
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<Runnable> answering = new CompletableFuture<>();
    server.behaviour = (request, line) -> answering.complete(() -> line.answer(request, "00"));
    CompletableFuture<IssuerAnswer> answer = new CompletableFuture<>();
    CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
    Thread asker =
        Thread.ofVirtual()
            .start(() -> {
              answer.complete(authorize("RRN000000001", LONG));
              stillInterrupted.complete(Thread.currentThread().isInterrupted());
            });
    Runnable reply = answering.get(60, TimeUnit.SECONDS);

    asker.interrupt();
    reply.run();

    assertThat(answer.get(60, TimeUnit.SECONDS)).isInstanceOf(Approved.class);
    assertThat(stillInterrupted.get(60, TimeUnit.SECONDS)).isTrue();
  }

  private IssuerAnswer authorize(String rrn, Duration within) {
    return authorize(network, rrn, within);
  }

  private IssuerAnswer authorize(String rrn, Duration within, @Nullable SubmittedCard card) {
    try (IssuerSlot slot = slot(network)) {
      return network.authorize(request(slot, rrn, deadline(within), card));
    }
  }

  private static IssuerAnswer authorize(TcpIssuerNetwork by, String rrn, Duration within) {
    try (IssuerSlot slot = slot(by)) {
      return by.authorize(request(slot, rrn, deadline(within), null));
    }
  }

  private static byte[] frame(String text) {
    return Frames.frame(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static IssuerSlot slot(TcpIssuerNetwork of) {
    Reservation found = of.reserve(OpenedCards.use());
    assertThat(found).isInstanceOf(Reservation.Reserved.class);
    return ((Reservation.Reserved) found).slot();
  }

  private static Instant deadline(Duration within) {
    return Instant.now().plus(within);
  }

  private static IssuerRequest request(
      IssuerSlot slot, String rrn, Instant deadline, @Nullable SubmittedCard card) {
    return new IssuerRequest(
        slot,
        rrn,
        "mrc_1",
        card,
        Money.of(12_990, "TRY"),
        3,
        "TERM0001",
        "5411",
        SENT_AT,
        deadline,
        null,
        null);
  }

  private static ReversalAdvice advice(boolean repeat) {
    return new ReversalAdvice(
        "RRN000000001",
        "0100",
        "000042",
        SENT_AT,
        OpenedCards.TOKEN,
        "mrc_1",
        Mode.TEST,
        Money.of(12_990, "TRY"),
        Money.of(2_990, "TRY"),
        "TERM0001",
        repeat);
  }

  private IssuerSettings settings(int connections, int inFlight, Duration echoAfter) {
    return settings(connections, inFlight, echoAfter, 1_000);
  }

  private IssuerSettings settings(
      int connections, int inFlight, Duration echoAfter, int circuitWindow) {
    return new IssuerSettings(
        "127.0.0.1",
        server.port(),
        connections,
        inFlight,
        Duration.ofSeconds(5),
        "990001",
        Duration.ofSeconds(5),
        echoAfter,
        circuitWindow,
        false);
  }

  private TcpIssuerNetwork network(IssuerSettings settings) {
    return network(settings, Clock.systemUTC());
  }

  private TcpIssuerNetwork network(IssuerSettings settings, Clock clock) {
    TcpIssuerNetwork made = new TcpIssuerNetwork(settings, new OpenedCards(), clock);
    made.onLateAnswer(late::add);
    made.start();
    open.add(made);
    return made;
  }

  private static void awaitUp(TcpIssuerNetwork network, int connections) {
    await().until(() -> network.connectionsUp() == connections);
  }
}
