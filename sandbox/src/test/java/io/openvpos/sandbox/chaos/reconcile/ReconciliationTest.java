package io.openvpos.sandbox.chaos.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.sandbox.chaos.hooks.Heard;
import io.openvpos.sandbox.chaos.hooks.Subscriber;
import io.openvpos.sandbox.chaos.load.JournalLine;
import io.openvpos.sandbox.network.NetworkRecord;
import io.openvpos.sandbox.verify.Verdict;
import io.openvpos.sandbox.verify.books.BankDays;
import io.openvpos.sandbox.verify.books.Books;
import io.openvpos.sandbox.verify.books.Stored;
import io.openvpos.sandbox.verify.books.Told;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Mode;
import io.openvpos.schemas.Money;
import io.openvpos.schemas.authorization.Card;
import io.openvpos.schemas.authorization.PaymentCaptured;
import io.openvpos.schemas.authorization.PaymentFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// One payment of 100.90, captured and refunded in part; then a fault is planted and the line that
/// must see it is the one that does.
class ReconciliationTest {

  private static final String CREATED =
      "{\"object\":\"payment\",\"id\":\"pay_1\",\"status\":\"captured\",\"currency\":\"TRY\","
          + "\"amount\":10090,\"amount_captured\":10090,"
          + "\"authorization\":{\"rrn\":\"RRN000000001\"}}";
  private static final String REFUNDED =
      "{\"object\":\"refund\",\"id\":\"ref_1\",\"status\":\"succeeded\",\"amount\":5000}";

  private static final String SESSION =
      "{\"object\":\"checkout_session\",\"id\":\"cs_1\",\"status\":\"open\",\"payment_id\":null}";
  private static final Subscriber SUBSCRIBER =
      new Subscriber("/hooks", "m_1", List.of("payment.captured"));

  @TempDir Path folder;
  private final List<JournalLine> journal = new ArrayList<>();
  private final List<Document> payments = new ArrayList<>();
  private final List<Document> entries = new ArrayList<>();
  private final List<NetworkRecord> network = new ArrayList<>();
  private final List<Told> facts = new ArrayList<>();
  private final List<Heard> heard = new ArrayList<>();

  @BeforeEach
  void aPaymentAndItsRefund() {
    journal.add(told("CREATE", "k1", "", 10_090L, 0, ""));
    journal.add(told("CREATE", "k1", "", 10_090L, 201, CREATED));
    journal.add(told("REFUND", "k2", "pay_1", 5_000L, 201, REFUNDED));
    payments.add(payment());
    entries.add(entry("pay_1:2", "capture", 10_090));
    entries.add(entry("pay_1:3", "refund", -5_000));
    network.add(message("0100", "RRN000000001", 10_090));
    network.add(message("0200", "RRN000000002", 5_000));
    facts.add(captured());
    heard.add(arrival("msg_1", 2, true));
  }

  @Test
  void whatFitsIsSound() throws IOException {
    journal.add(replayed("CREATE", "k1", CREATED));
    assertThat(verdicts()).hasSize(9).allMatch(Verdict::ok);
  }

  @Test
  void anotherAnswerToTheSameKeyIsSeen() throws IOException {
    journal.add(replayed("CREATE", "k1", CREATED.replace("captured\"", "declined\"")));
    assertOnly(1);
  }

  @Test
  void aKeyThatIsDoneAgainInsteadOfRepeatedIsSeen() throws IOException {
    journal.add(told("CREATE", "k1", "", 10_090L, 201, CREATED));
    assertOnly(1);
  }

  @Test
  void aRefusalThatWasDoneAllTheSameIsSeen() throws IOException {
    journal.add(2, refused("REFUND", "k2", "pay_1", 5_000L));
    assertOnly(1);
  }

  @Test
  void aKeyWithoutAnAnswerIsSeen() throws IOException {
    journal.add(told("CREATE", "k3", "", 10_090L, 0, ""));
    assertOnly(2);
  }

  @Test
  void aLostPaymentIsSeen() throws IOException {
    payments.clear();
    assertOnly(3);
  }

  @Test
  void anotherStatusThanToldIsSeen() throws IOException {
    payments.getFirst().append("status", "declined");
    assertOnly(3, 6);
  }

  @Test
  void aPaymentReadWhileTheIssuerIsAskedMayBecomeAnything() throws IOException {
    journal.set(1, told("CREATE", "k1", "", 10_090L, 201, yetToMove("requires_action")));
    journal.add(2, told("READ", "", "pay_1", 10_090L, 200, yetToMove("processing")));
    journal.add(3, told("READ", "", "pay_1", 10_090L, 200, CREATED));
    assertThat(verdicts()).allMatch(Verdict::ok);
  }

  @Test
  void anAnswerOfProcessingThatDidNotEndReversedIsSeen() throws IOException {
    journal.set(1, told("CREATE", "k1", "", 10_090L, 202, yetToMove("processing")));
    assertThat(broken()).contains(3);
  }

  @Test
  void aLostRefundIsSeen() throws IOException {
    payments.getFirst().append("refunds", List.of());
    assertOnly(3);
  }

  @Test
  void aPaymentThatNobodyWasToldIsSeen() throws IOException {
    payments.add(payment().append("_id", "pay_2"));
    assertOnly(4);
  }

  @Test
  void aLostEntryIsSeen() throws IOException {
    entries.removeLast();
    assertOnly(5, 7);
  }

  @Test
  void aDoubledEntryIsSeen() throws IOException {
    entries.add(entry("pay_1:4", "refund", -5_000));
    assertOnly(5, 7);
  }

  @Test
  void aSecondApprovalIsSeen() throws IOException {
    network.add(message("0100", "RRN000000001", 10_090));
    assertOnly(6);
  }

  @Test
  void aRefundThatTheIssuerNeverApprovedIsSeen() throws IOException {
    network.removeLast();
    assertOnly(6);
  }

  @Test
  void anEntryOfNobodyIsSeen() throws IOException {
    entries.add(entry("pay_9:2", "capture", 700));
    assertOnly(5, 7);
  }

  @Test
  void aSessionPaidByItsPaymentIsSound() throws IOException {
    aPaidSession();
    assertThat(verdicts()).allMatch(Verdict::ok);
  }

  @Test
  void aSessionPaidTwiceIsSeen() throws IOException {
    aPaidSession();
    payments.add(payment().append("_id", "pay_3").append("attempt", null));
    journal.add(session("READ", "", "pay_3", CREATED.replace("pay_1", "pay_3")));
    assertThat(broken()).contains(8);
  }

  @Test
  void aSessionThatSaysItIsOpenThoughPaidIsSeen() throws IOException {
    aPaidSession();
    journal.add(session("READ", "", "", SESSION));
    assertOnly(8);
  }

  @Test
  void aPayerWhoIsStillWaitedForIsSeen() throws IOException {
    payments.getFirst().append("status", "requires_action");
    assertThat(broken()).contains(8);
  }

  @Test
  void aFactThatWasNotHeardIsSeen() throws IOException {
    heard.clear();
    heard.add(arrival("msg_1", 2, false));
    assertOnly(9);
  }

  @Test
  void aFactHeardAgainUnderItsIdIsSoundAndUnderAnotherIsSeen() throws IOException {
    heard.add(arrival("msg_1", 2, true));
    assertThat(verdicts()).allMatch(Verdict::ok);
    heard.add(arrival("msg_2", 2, true));
    assertOnly(9);
  }

  @Test
  void anIdOfTwoFactsIsSeenAndSoIsAFactThatIsNone() throws IOException {
    heard.add(arrival("msg_1", 7, true));
    assertOnly(9);
  }

  /// The payment of the beginning is made by a session instead of the shop.
  private void aPaidSession() {
    journal.removeIf(line -> line.kind().equals("CREATE"));
    journal.addFirst(session("READ", "", "pay_1", CREATED));
    journal.addFirst(
        session("READ", "", "", SESSION.replace("open", "paid").replace("null", "\"pay_1\"")));
    journal.addFirst(session("SESSION", "s1", "", SESSION));
  }

  private static String yetToMove(String status) {
    return CREATED
        .replace("\"captured\"", "\"" + status + "\"")
        .replace("\"amount_captured\":10090", "\"amount_captured\":0");
  }

  private static JournalLine session(String kind, String key, String payment, String body) {
    return line(kind, key, payment, 10_090L, kind.equals("READ") ? 200 : 201, "", false, body);
  }

  private static Heard arrival(String id, long sequence, boolean accepted) {
    return new Heard(SUBSCRIBER, id, "payment.captured", "pay_1", sequence, accepted);
  }

  private static Told captured() {
    PaymentCaptured fact =
        PaymentCaptured.newBuilder()
            .setEnvelope(
                Envelope.newBuilder()
                    .setEventId("pay_1:2")
                    .setOccurredAt(Instant.EPOCH)
                    .setAggregateVersion(2)
                    .build())
            .setPayment(
                PaymentFacts.newBuilder()
                    .setPaymentId("pay_1")
                    .setMerchantId("m_1")
                    .setMode(Mode.TEST)
                    .setOrderId("C-1")
                    .setCard(
                        Card.newBuilder()
                            .setBrand("visa")
                            .setBin("41556501")
                            .setLast4("6111")
                            .setFunding("credit")
                            .setIssuerCountry("TR")
                            .setCardClass("domestic_credit")
                            .build())
                    .setInstallments(1)
                    .build())
            .setAmount(new Money(10_090L, "TRY"))
            .setSalesDay(LocalDate.EPOCH)
            .setContractVersion(1)
            .setFinalCapture(true)
            .build();
    return new Told("authorization.payments.v1", 0, 0, "pay_1", new byte[0], fact);
  }

  private int[] broken() throws IOException {
    return verdicts().stream()
        .filter(verdict -> !verdict.ok())
        .mapToInt(Verdict::invariant)
        .toArray();
  }

  private void assertOnly(int... broken) throws IOException {
    assertThat(verdicts().stream().filter(verdict -> !verdict.ok()).mapToInt(Verdict::invariant))
        .containsExactly(Arrays.stream(broken).boxed().toArray(Integer[]::new));
  }

  private List<Verdict> verdicts() throws IOException {
    JsonMapper json = new JsonMapper();
    Path file = folder.resolve("journal.jsonl");
    Files.write(file, journal.stream().map(json::writeValueAsString).toList());
    Books books =
        new Books(
            network::forEach,
            _ -> {},
            each -> {
              payments.forEach(one -> each.accept(new Stored("authorization", "payments", one)));
              entries.forEach(one -> each.accept(new Stored("merchant", "entries", one)));
            },
            facts::forEach,
            _ -> {},
            BankDays::ofVersion,
            List.of());
    return Reconciliation.of(
        Stories.of(file), List.of("m_1", "m_2"), new HeardFacts(List.of(SUBSCRIBER), heard), books);
  }

  private static JournalLine replayed(String kind, String key, String body) {
    return line(kind, key, "", 10_090L, 201, "", true, body);
  }

  private static JournalLine refused(String kind, String key, String payment, Long amount) {
    return line(kind, key, payment, amount, 409, "payment_not_refundable", false, "{}");
  }

  private static JournalLine told(
      String kind, String key, String payment, Long amount, int status, String body) {
    return line(kind, key, payment, amount, status, "", false, body);
  }

  private static JournalLine line(
      String kind,
      String key,
      String payment,
      Long amount,
      int status,
      String code,
      boolean replayed,
      String body) {
    return new JournalLine(
        "2026-11-26T12:00:00Z",
        0,
        kind,
        key,
        "hash of " + key,
        payment,
        "C-1",
        amount,
        "TRY",
        1,
        status,
        code,
        "digest of " + body,
        replayed,
        body);
  }

  private static Document payment() {
    return new Document("_id", "pay_1")
        .append("merchant_id", "m_1")
        .append("mode", "test")
        .append("currency", "TRY")
        .append("state", "CAPTURED")
        .append("status", "captured")
        .append("amount", 10_090L)
        .append("amount_authorized", 10_090L)
        .append("amount_capturable", 0L)
        .append("amount_captured", 10_090L)
        .append("amount_refunded", 5_000L)
        .append("seq", 3L)
        .append("attempt", new Document("rrn", "RRN000000001"))
        .append(
            "captures",
            List.of(
                new Document("amount", 10_090L)
                    .append("seq", 2L)
                    .append("sales_day", "2027-03-01")
                    .append("contract_version", 1L)
                    .append("refunded", 5_000L)))
        .append(
            "refunds",
            List.of(
                new Document("id", "ref_1")
                    .append("amount", 5_000L)
                    .append("status", "SUCCEEDED")
                    .append("attempt", new Document("rrn", "RRN000000002"))
                    .append("seq", 3L)
                    .append("sales_day", "2027-03-01")));
  }

  private static Document entry(String eventId, String type, long amount) {
    return new Document("_id", "m_1|test|TRY|" + eventId)
        .append("head", "m_1|test|TRY")
        .append("seq", 1L)
        .append("event_id", eventId)
        .append("type", type)
        .append("sales_day", "2027-03-01")
        .append(
            "postings",
            List.of(new Document("account", "scheme_receivable").append("amount", amount)))
        .append("previous_hash", "")
        .append("hash", "")
        .append("source_topic", "authorization.payments.v1")
        .append("source_partition", 0);
  }

  private static NetworkRecord message(String mti, String rrn, long amount) {
    return new NetworkRecord(
        "2026-11-26T12:00:00Z",
        1,
        mti,
        "000000",
        "000001",
        rrn,
        amount,
        "949",
        "00",
        null,
        null,
        false,
        false,
        "AT_ONCE",
        "415565******6111");
  }
}
