package io.openvpos.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.Reply;
import io.openvpos.sandbox.ground.OnChosenGround;
import io.openvpos.sandbox.network.NetworkLog;
import io.openvpos.sandbox.network.NetworkRecord;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.platform.Platform;
import io.openvpos.sandbox.scenario.BusinessDay;
import io.openvpos.sandbox.scenario.SandboxCards;
import io.openvpos.sandbox.scenario.Shop;
import io.openvpos.sandbox.scenario.Shop.Order;
import io.openvpos.sandbox.system.Storm.Answered;
import io.openvpos.sandbox.system.Storm.Request;
import io.openvpos.sandbox.verify.Verdict;
import io.openvpos.sandbox.verify.Verify;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Goal: however many requests meet on one payment or under one key, on whichever instance, each is
/// answered as the contract says and the money is right. Method: two instances of
/// authorization-service on one store; storms of requests from as many connections, half to each;
/// then every stored answer asked for again, the card network's own log, the payment's document,
/// and at the end a closed day and all invariants.
@TestInstance(Lifecycle.PER_CLASS)
@OnChosenGround
class StormIT {

  private static final String CAPTURE = "capture";
  private static final String REFUNDS = "refunds";
  private static final String VOID = "void";
  private static final long SEED = Long.getLong("seed", 20_261_126L);

  private Platform platform;
  private Shop shop;
  private List<Api> edges;
  private int keys;

  @BeforeAll
  void start(@TempDir Path data) {
    platform = PatientPlatform.start(data, Map.of("vpos.issuer.answer-timeout", "60s"));
    DemoMerchants.Shop merchant =
        DemoMerchants.open(
                data.resolve("merchants.json"), platform.endpoints(), platform.credentials())
            .first();
    String other = platform.startAnotherEdge();
    shop = new Shop(platform.endpoints().authorization(), merchant.secretKey());
    edges =
        Stream.of(platform.endpoints().authorization(), other)
            .map(edge -> Api.of(edge).as(merchant.secretKey()).waiting(PatientPlatform.PATIENCE))
            .toList();
  }

  @AfterAll
  void theBooksOfAllStormsAreRight() {
    try (Platform still = platform) {
      BusinessDay days = new BusinessDay(still.settlementAsFinance());
      days.close(days.open());
      assertThat(Verify.run(still.evidence(), PatientPlatform.PATIENCE))
          .hasSize(12)
          .allMatch(Verdict::ok);
    }
  }

  @Test
  void twoHundredOperationsOnOneHold() throws Exception {
    String id = held(100_000);
    List<Answered> answers =
        storm(0, List.of(many(100, () -> capture(id, 1_500)), many(95, () -> refund(id, 700))));

    Reply payment = shop.payment(id);
    assertAnswersOfTheContract(answers);
    assertOneOrder(answers, payment);
    assertThat(payment.number("amount_captured")).isEqualTo(66 * 1_500);
    assertThat(refused(answers, CAPTURE, "capture_exceeds_authorized")).isEqualTo(34);
    assertReplayed(answers, id);
  }

  @Test
  void twoHundredOperationsOnOneSale() throws Exception {
    String id = sold(100_000);
    List<Answered> answers =
        storm(1, List.of(many(190, () -> refund(id, 1_500)), many(10, () -> voiding(id))));

    Reply payment = shop.payment(id);
    assertAnswersOfTheContract(answers);
    assertOneOrder(answers, payment);
    if (!"voided".equals(payment.string("status"))) {
      assertThat(payment.number("amount_refunded")).isEqualTo(66 * 1_500);
    }
    assertReplayed(answers, id);
  }

  @Test
  void oneKeyCreatesOnePayment() throws Exception {
    long amount = 77_700;
    Request request = new Request("/v1/payments", order(amount), key());

    Reply first = assertOneExecution(request);

    assertThat(first.status()).isEqualTo(201);
    assertThat(sent("0100", amount)).isOne();
    assertReused(new Request(request.path(), order(amount + 100), request.key()));
  }

  @Test
  void oneKeyCapturesOnce() throws Exception {
    String id = held(50_000);
    Request request = capture(id, 2_000);

    assertOneExecution(request);

    assertThat(shop.payment(id).number("amount_captured")).isEqualTo(2_000);
    assertReused(new Request(request.path(), amount(2_100), request.key()));
  }

  @Test
  void oneKeyRefundsOnce() throws Exception {
    String id = sold(50_000);
    Request request = refund(id, 33_300);

    assertOneExecution(request);

    assertThat(shop.payment(id).number("amount_refunded")).isEqualTo(33_300);
    assertThat(sent("0200", 33_300)).isOne();
    assertReused(new Request(request.path(), amount(33_400), request.key()));
  }

  @Test
  void oneKeyVoidsOnce() throws Exception {
    String id = sold(50_000);

    assertOneExecution(voiding(id));

    Reply payment = shop.payment(id);
    assertThat(payment.string("status")).isEqualTo("voided");
    String rrn = payment.body().path("authorization").path("rrn").asString("");
    Api.await("the void is acknowledged", () -> log().anyMatch(m -> reverses(m, rrn)));
    assertThat(log().filter(message -> reverses(message, rrn) && message.counted())).hasSize(1);
  }

  @Test
  void twoBodiesUnderOneKeyAreOneExecution() throws Exception {
    String id = sold(50_000);
    Request one = refund(id, 22_200);
    Request other = new Request(one.path(), amount(22_300), one.key());
    List<Request> requests = new ArrayList<>(Collections.nCopies(25, one));
    requests.addAll(Collections.nCopies(25, other));
    Collections.shuffle(requests, new Random(SEED));

    List<Answered> answers = Storm.of(requests, edges);

    List<Answered> executed = answers.stream().filter(answer -> answer.reply().ok()).toList();
    assertThat(executed).isNotEmpty();
    Answered winner = executed.getFirst();
    assertThat(executed).allMatch(answer -> answer.request().equals(winner.request()));
    assertThat(executed).allMatch(answer -> answer.reply().text().equals(winner.reply().text()));
    // Which body an instance was busy with decides which of the two it says meanwhile.
    assertThat(answers.stream().map(Answered::reply).filter(reply -> !reply.ok()))
        .allMatch(reply -> isInProgress(reply) || isReused(reply));
    assertThat(sent("0200", 22_200) + sent("0200", 22_300)).isOne();
    assertThat(edges).allMatch(edge -> replays(winner, edge));
    assertReused(winner.request().equals(one) ? other : one);
  }

  @Test
  void oneMinorUnitMoreIsRefusedAndExactlyTheRestIsNot() {
    String hold = held(10_000);
    assertRefused(capture(hold, 10_001), "capture_exceeds_authorized");
    assertThat(shop.capture(hold, 4_000L, false).status()).isEqualTo(200);
    assertRefused(capture(hold, 6_001), "capture_exceeds_authorized");
    assertThat(shop.capture(hold, 6_000L, false).string("status")).isEqualTo("captured");
    assertRefused(capture(hold, 1), "capture_exceeds_authorized");

    assertRefused(refund(hold, 10_001), "refund_exceeds_captured");
    assertThat(shop.refund(hold, 3_000L).status()).isEqualTo(201);
    assertRefused(refund(hold, 7_001), "refund_exceeds_captured");
    assertThat(shop.refund(hold, 7_000L).status()).isEqualTo(201);
    assertRefused(refund(hold, 1), "refund_exceeds_captured");
    assertThat(shop.payment(hold).number("amount_refunded")).isEqualTo(10_000);
  }

  @Test
  void ofTwoThatDoNotFitTogetherOneSucceeds() throws Exception {
    for (int round = 0; round < 10; round++) {
      String hold = held(10_000);
      assertOneOf(List.of(capture(hold, 6_000), capture(hold, 6_000)), "capture_exceeds");
      assertOneOf(List.of(capture(hold, 4_000), capture(hold, 4_000)), "capture_exceeds");
      assertOneOf(List.of(refund(hold, 6_000), refund(hold, 6_000)), "refund_exceeds");
      assertOneOf(List.of(refund(hold, 4_000), refund(hold, 4_001)), "refund_exceeds");

      Reply payment = shop.payment(hold);
      assertThat(payment.number("amount_captured")).isEqualTo(10_000);
      assertThat(payment.number("amount_refunded")).isEqualTo(10_000);
    }
  }

  @Test
  void thePaymentsDocumentStaysSmallWhateverIsAsked() throws Exception {
    String id = held(100_000);
    List<Answered> over = inStorms(4, 80, () -> capture(id, 100_001));
    List<Answered> captures = inStorms(3, 70, () -> capture(id, 10));

    assertThat(over).allMatch(answered -> answered.reply().status() == 422);
    assertThat(over.stream().filter(refused -> replays(refused, edges.getLast()))).hasSize(300);
    assertThat(captures.stream().filter(answered -> answered.reply().ok())).hasSize(200);
    assertThat(captures.stream().map(Answered::reply).filter(reply -> !reply.ok()))
        .hasSize(10)
        .allMatch(reply -> reply.status() == 429)
        .allMatch(reply -> "too_many_operations".equals(reply.string("code")))
        .allMatch(StormIT::saysWhen);
    assertThat(captures.stream().filter(Answered::stored))
        .allMatch(stored -> replays(stored, edges.getFirst()));
    assertThat(shop.payment(id).number("amount_captured")).isEqualTo(2_000);
    RawBsonDocument document = document(id);
    int bytes = document.getByteBuffer().remaining();
    System.out.printf("storm: a payment with 500 stored operations is %,d bytes%n", bytes);
    assertThat(document.getArray("operations")).hasSize(500);
    assertThat(bytes).isLessThan(1_000_000);
  }

  private List<Answered> inStorms(int storms, int size, Supplier<Request> each) throws Exception {
    List<Answered> answers = new ArrayList<>();
    for (int storm = 0; storm < storms; storm++) {
      answers.addAll(Storm.of(many(size, each), edges));
    }
    return answers;
  }

  /// All of the lists at once, mixed by the seed.
  private List<Answered> storm(int round, List<List<Request>> kinds) throws Exception {
    List<Request> mixed = kinds.stream().flatMap(List::stream).collect(Collectors.toList());
    System.out.printf("storm: %d requests, -Dseed=%d%n", mixed.size(), SEED);
    Collections.shuffle(mixed, new Random(SEED + round));
    List<Answered> answers = Storm.of(mixed, edges);
    Map<String, Long> counts =
        answers.stream()
            .collect(
                Collectors.groupingBy(
                    answered ->
                        String.join(
                            " ",
                            answered.request().call(),
                            String.valueOf(answered.reply().status()),
                            answered.reply().string("code")),
                    TreeMap::new,
                    Collectors.counting()));
    System.out.println("storm: " + counts);
    return answers;
  }

  private static void assertAnswersOfTheContract(List<Answered> answers) {
    assertThat(answers)
        .allSatisfy(answered -> {
          Reply reply = answered.reply();
          String outcome = reply.status() + " " + reply.string("code");
          switch (answered.request().call()) {
            case CAPTURE ->
                assertThat(outcome)
                    .isIn("200 ", "409 payment_not_capturable", "422 capture_exceeds_authorized");
            case REFUNDS ->
                assertThat(outcome)
                    .isIn("201 ", "409 payment_not_refundable", "422 refund_exceeds_captured");
            default ->
                assertThat(outcome)
                    .isIn("200 ", "409 payment_not_voidable", "409 payment_processing");
          }
        });
  }

  /// The answers fit one order of the operations: each capture saw the sum of those before it, a
  /// void came after the last capture and before any refund, and what is there is what was told.
  private static void assertOneOrder(List<Answered> answers, Reply payment) {
    List<Answered> captures = succeeded(answers, CAPTURE);
    long refunded = succeeded(answers, REFUNDS).stream().mapToLong(a -> a.request().amount()).sum();
    long voids = succeeded(answers, VOID).size();

    assertThat(captures.stream().map(capture -> capture.reply().number("amount_captured")))
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(1, captures.size()).mapToObj(i -> i * 1_500).toList());
    assertThat(voids).isEqualTo("voided".equals(payment.string("status")) ? 1 : 0);
    assertThat(payment.number("amount_refunded")).isEqualTo(refunded);
    if (voids == 1) {
      assertThat(refunded).isZero();
      assertThat(payment.number("amount_captured")).isZero();
    } else if (!captures.isEmpty()) {
      assertThat(payment.number("amount_captured")).isEqualTo(captures.size() * 1_500L);
    }
    assertThat(refunded).isLessThanOrEqualTo(payment.number("amount_captured"));
    assertThat(payment.number("amount_captured"))
        .isLessThanOrEqualTo(payment.number("amount_authorized"));
  }

  /// Every stored answer comes again byte for byte, from either instance; nothing else is stored,
  /// and nothing changes.
  private void assertReplayed(List<Answered> answers, String id) {
    List<Answered> stored = answers.stream().filter(Answered::stored).toList();
    Reply before = shop.payment(id);
    for (int i = 0; i < stored.size(); i++) {
      assertThat(replays(stored.get(i), edges.get(i % edges.size()))).isTrue();
    }
    assertThat(document(id).getArray("operations")).hasSize(stored.size());
    assertThat(shop.payment(id).text()).isEqualTo(before.text());
  }

  private static boolean replays(Answered first, Api edge) {
    Reply again = first.request().to(edge);
    return again.status() == first.reply().status()
        && again.text().equals(first.reply().text())
        && again.headers().firstValue("Idempotent-Replayed").isPresent();
  }

  /// Fifty connections send one request: it is executed once, and whoever comes meanwhile is told
  /// to come again. Returns the first answer.
  private Reply assertOneExecution(Request request) throws Exception {
    List<Answered> answers = Storm.of(Collections.nCopies(50, request), edges);

    List<Answered> executed = answers.stream().filter(answer -> answer.reply().ok()).toList();
    assertThat(executed.stream().filter(answer -> isFirstAnswer(answer.reply()))).hasSize(1);
    assertThat(executed.stream().map(answer -> answer.reply().text()).distinct()).hasSize(1);
    assertThat(answers.stream().map(Answered::reply).filter(reply -> !reply.ok()))
        .allMatch(StormIT::isInProgress);
    assertThat(edges).allMatch(edge -> replays(executed.getFirst(), edge));
    return executed.getFirst().reply();
  }

  /// Refused by both instances.
  private void assertReused(Request otherBody) {
    assertThat(edges).allMatch(edge -> isReused(otherBody.to(edge)));
  }

  private static boolean isReused(Reply reply) {
    return reply.status() == 422 && "idempotency_key_reused".equals(reply.string("code"));
  }

  private static boolean isInProgress(Reply reply) {
    return reply.status() == 409
        && "idempotency_in_progress".equals(reply.string("code"))
        && saysWhen(reply);
  }

  private static boolean isFirstAnswer(Reply reply) {
    return reply.ok() && reply.headers().firstValue("Idempotent-Replayed").isEmpty();
  }

  private static boolean saysWhen(Reply reply) {
    return reply.headers().firstValue("Retry-After").isPresent();
  }

  private void assertOneOf(List<Request> requests, String refusal) throws Exception {
    List<Answered> answers = Storm.of(requests, edges);
    List<Reply> refused =
        answers.stream().map(Answered::reply).filter(reply -> !reply.ok()).toList();
    assertThat(refused).hasSize(requests.size() - 1);
    assertThat(refused).allMatch(reply -> reply.status() == 422);
    assertThat(refused).allMatch(reply -> reply.string("code").startsWith(refusal));
  }

  private void assertRefused(Request request, String code) {
    Reply reply = request.to(edges.getLast());
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.string("code")).isEqualTo(code);
  }

  private static List<Answered> succeeded(List<Answered> answers, String call) {
    return answers.stream()
        .filter(answered -> answered.request().call().equals(call) && answered.reply().ok())
        .toList();
  }

  private static long refused(List<Answered> answers, String call, String code) {
    return answers.stream()
        .filter(answered -> answered.request().call().equals(call))
        .filter(answered -> answered.reply().string("code").equals(code))
        .count();
  }

  private String held(long amount) {
    return shop.pay(Order.of(amount, SandboxCards.VISA).manual(), "STORM")
        .expect(201)
        .path("id")
        .asString("");
  }

  private String sold(long amount) {
    return shop.pay(Order.of(amount, SandboxCards.TROY), "STORM")
        .expect(201)
        .path("id")
        .asString("");
  }

  private static Map<String, Object> order(long amount) {
    return Order.of(amount, SandboxCards.MASTERCARD).body("STORM");
  }

  private Request capture(String id, long amount) {
    return operation(id, CAPTURE, amount(amount));
  }

  private Request refund(String id, long amount) {
    return operation(id, REFUNDS, amount(amount));
  }

  private Request voiding(String id) {
    return operation(id, VOID, Map.of());
  }

  private Request operation(String id, String call, Map<String, Object> body) {
    return new Request("/v1/payments/" + id + "/" + call, body, key());
  }

  private static Map<String, Object> amount(long minorUnits) {
    return Map.of("amount", minorUnits);
  }

  private String key() {
    return "storm-" + keys++;
  }

  private static List<Request> many(int count, Supplier<Request> each) {
    return IntStream.range(0, count).mapToObj(i -> each.get()).toList();
  }

  private Stream<NetworkRecord> log() {
    return NetworkLog.read(platform.evidence().networkLog()).stream();
  }

  private long sent(String mti, long amount) {
    return log().filter(m -> m.mti().equals(mti) && m.amount() == amount).count();
  }

  private static boolean reverses(NetworkRecord message, String rrn) {
    return message.original() != null && message.rrn().equals(rrn);
  }

  private RawBsonDocument document(String id) {
    try (MongoClient store = MongoClients.create(platform.evidence().mongoUri())) {
      return Objects.requireNonNull(
          store
              .getDatabase("authorization")
              .getCollection("payments", RawBsonDocument.class)
              .find(new Document("_id", id))
              .first());
    }
  }
}
