package io.openvpos.sandbox.verify.checks;

import io.openvpos.sandbox.bank.PaymentFile;
import io.openvpos.sandbox.network.NetworkRecord;
import io.openvpos.sandbox.verify.books.AuthorizationReading;
import io.openvpos.sandbox.verify.books.BankDays;
import io.openvpos.sandbox.verify.books.BookedEntry;
import io.openvpos.sandbox.verify.books.Books;
import io.openvpos.sandbox.verify.books.Figures;
import io.openvpos.sandbox.verify.books.LogLine;
import io.openvpos.sandbox.verify.books.MerchantReading;
import io.openvpos.sandbox.verify.books.SettlementReading;
import io.openvpos.sandbox.verify.books.Stored;
import io.openvpos.sandbox.verify.books.Told;
import io.openvpos.schemas.Mode;
import io.openvpos.schemas.merchant.DayTotal;
import io.openvpos.schemas.merchant.JournalEntryPosted;
import io.openvpos.schemas.merchant.LedgerDayClosed;
import io.openvpos.schemas.merchant.Posting;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Two business days of one merchant, the first of them closed and paid. Entries are posted one by
/// one, so that a fault can be planted at its origin with everything behind it consistent; or into
/// the finished documents.
final class SmallBooks {

  static final LocalDate CLOSED = LocalDate.of(2026, 11, 23);
  static final LocalDate OPEN = LocalDate.of(2026, 11, 24);
  static final String HEAD = "m_1|test|TRY";
  static final String BATCH = CLOSED + ".m_1.test.TRY";
  static final String PAYMENTS = "authorization.payments.v1";
  static final String ADJUSTMENTS = "merchant.adjustments.v1";

  /// The report of the closed day, written out by hand.
  private static final String REPORT =
      """
      batch_id,sales_day,carried_over_from,type,payment_id,refund_id,order_id,entry_id,\
      captured_at,card_brand,last4,installments,rrn,authorization_code,currency,gross,\
      commission,tax,net,value_date
      2026-11-23.m_1.test.TRY,2026-11-23,,capture,pay_1,,"A,1",m_1|test|TRY|pay_1:2,\
      2026-11-23T13:00:00.000+03:00,visa,6111,1,RRN000000001,123456,TRY,100.00,\
      -2.00,-0.10,97.90,2026-11-24
      2026-11-23.m_1.test.TRY,2026-11-23,,refund,pay_1,ref_1,"A,1",m_1|test|TRY|pay_1:3,\
      2026-11-23T13:00:00.000+03:00,visa,6111,1,RRN000000002,123456,TRY,-50.00,\
      1.00,0.05,-48.95,2026-11-24
      2026-11-23.m_1.test.TRY,2026-11-23,,capture,pay_2,,'=A,m_1|test|TRY|pay_2:2,\
      2026-11-23T13:00:00.000+03:00,visa,6111,1,RRN000000003,123456,TRY,200.00,\
      -4.00,-0.20,195.80,2026-11-24
      2026-11-23.m_1.test.TRY,2026-11-23,,void,pay_2,,'=A,m_1|test|TRY|pay_2:3,\
      2026-11-23T13:00:00.000+03:00,visa,6111,1,RRN000000003,123456,TRY,-200.00,\
      4.00,0.20,-195.80,2026-11-24
      """
          .replace("\n", "\r\n");

  final Map<String, List<Document>> documents = new LinkedHashMap<>();
  final List<Told> topics = new ArrayList<>();
  final List<NetworkRecord> network = new ArrayList<>();
  final List<PaymentFile> bank = new ArrayList<>();
  final List<LogLine> logs = new ArrayList<>();
  String digest = new Sha256().add(REPORT).hex();
  @Nullable String nextPreviousHash;
  private final Map<String, Long> offsets = new HashMap<>();
  private String lastHash = "0".repeat(64);

  /// The documents of a collection, named `database.collection`.
  List<Document> rows(String place) {
    return documents.computeIfAbsent(place, _ -> new ArrayList<>());
  }

  private SmallBooks() {
    documents.put(AuthorizationReading.PAYMENTS, new ArrayList<>());
    documents.put(MerchantReading.ADJUSTMENTS, new ArrayList<>());
    documents.put(MerchantReading.ENTRIES, new ArrayList<>());
    documents.put(MerchantReading.HEADS, new ArrayList<>());
    documents.put(MerchantReading.DAYS, new ArrayList<>());
    documents.put(SettlementReading.LINES, new ArrayList<>());
    documents.put(SettlementReading.BATCHES, new ArrayList<>());
    documents.put(SettlementReading.BUSINESS_DAYS, new ArrayList<>());
    documents.put(SettlementReading.PAYOUTS, new ArrayList<>());
    documents.put(SettlementReading.PAYOUT_FILES, new ArrayList<>());
    documents.put(SettlementReading.PAYABLES, new ArrayList<>());
  }

  static SmallBooks consistent() {
    return with(_ -> {});
  }

  /// The same, with something done on the open day before the head is written.
  static SmallBooks with(Consumer<SmallBooks> onTheOpenDay) {
    return with(_ -> {}, onTheOpenDay);
  }

  static SmallBooks with(Consumer<SmallBooks> before, Consumer<SmallBooks> onTheOpenDay) {
    SmallBooks books = new SmallBooks();
    before.accept(books);
    books.closedDay();
    books.sale("pay_3", OPEN, 7_000);
    onTheOpenDay.accept(books);
    books.head();
    return books;
  }

  private void closedDay() {
    Document first = payment("pay_1", "CAPTURED", 10_000, "RRN000000001", CLOSED);
    capture("pay_1", CLOSED, 10_000, "A,1", "RRN000000001");
    refund(first);
    Document second = payment("pay_2", "VOIDED", 20_000, "RRN000000003", CLOSED);
    capture("pay_2", CLOSED, 20_000, "=A", "RRN000000003");
    cancel(second);
    tell(PAYMENTS, WireFacts.ended(PAYMENTS, CLOSED));
    rows(MerchantReading.DAYS)
        .add(new Document("_id", PAYMENTS + "|0").append("ended", new Document("2026-11-23", 4L)));
    tell("merchant.ledger-entries.v1", dayClosed());
    close();
  }

  private void refund(Document payment) {
    payment.append(
        "refunds",
        List.of(
            new Document("id", "ref_1")
                .append("amount", 5_000L)
                .append("status", "SUCCEEDED")
                .append("attempt", new Document("rrn", "RRN000000002"))
                .append("seq", 3L)
                .append("sales_day", CLOSED.toString())
                .append(
                    "portions",
                    List.of(
                        new Document("capture_seq", 2L)
                            .append("captured", 10_000L)
                            .append("refunded_before", 0L)
                            .append("refunded_after", 5_000L)))));
    payment.append(
        "operations",
        List.of(
            new Document("key", "k1")
                .append("begun_id", "ref_1")
                .append("rejection", false)
                .append(
                    "answer",
                    answer(
                        201,
                        "{'object':'refund','id':'ref_1','status':'succeeded','amount':5000}"))));
    payment.getList("captures", Document.class).getFirst().put("refunded", 5_000L);
    payment.put("amount_refunded", 5_000L);
    network.add(message("0200", "RRN000000002", 5_000, "00"));
    tell(PAYMENTS, WireFacts.refunded("pay_1:3", CLOSED, 10_000, 5_000));
    post("pay_1:3", "refund", CLOSED, detail("pay_1", "ref_1", "A,1", "RRN000000002"))
        .leg("scheme_receivable", -5_000)
        .leg("merchant_pending", 4_895)
        .leg("commission_income", 100)
        .leg("bsmv_payable", 5)
        .done();
  }

  private void cancel(Document payment) {
    payment.append("voided", new Document("seq", 3L).append("sales_day", CLOSED.toString()));
    payment.put("amount_captured", 0L);
    network.add(reversal("RRN000000003", 20_000, 0));
    tell(PAYMENTS, WireFacts.voided("pay_2:3", CLOSED, 20_000));
    post("pay_2:3", "void", CLOSED, detail("pay_2", null, "=A", "RRN000000003"))
        .leg("scheme_receivable", -20_000)
        .leg("merchant_pending", 19_580)
        .leg("commission_income", 400)
        .leg("bsmv_payable", 20)
        .done();
  }

  /// A captured payment of the day with its fact and its entry, at 2 % and tax on top.
  void sale(String id, LocalDate day, long amount) {
    String rrn = "RRN00000" + id;
    payment(id, "CAPTURED", amount, rrn, day);
    capture(id, day, amount, "A-9", rrn);
  }

  private void capture(String id, LocalDate day, long amount, String order, String rrn) {
    long commission = amount / 50;
    long tax = commission / 20;
    tell(PAYMENTS, WireFacts.captured(id + ":2", day, amount));
    post(id + ":2", "capture", day, detail(id, null, order, rrn))
        .leg("scheme_receivable", amount)
        .leg("merchant_pending", -(amount - commission - tax))
        .leg("commission_income", -commission)
        .leg("bsmv_payable", -tax)
        .done();
  }

  /// A payment's document and its approval at the issuer.
  Document payment(String id, String state, long amount, String rrn, LocalDate day) {
    network.add(message("0100", rrn, amount, "00"));
    String told =
        "{'object':'payment','id':'%s','status':'captured','amount':%d,'currency':'TRY',"
            .formatted(id, amount);
    Document payment =
        new Document("_id", id)
            .append("merchant_id", "m_1")
            .append("mode", "test")
            .append("currency", "TRY")
            .append("state", state)
            .append("status", state.toLowerCase(Locale.ROOT))
            .append("amount", amount)
            .append("amount_authorized", amount)
            .append("amount_capturable", 0L)
            .append("amount_captured", amount)
            .append("amount_refunded", 0L)
            .append("seq", 3L)
            .append("attempt", new Document("rrn", rrn))
            .append(
                "captures",
                List.of(
                    new Document("seq", 2L)
                        .append("amount", amount)
                        .append("sales_day", day.toString())
                        .append("contract_version", 1)
                        .append("refunded", 0L)))
            .append("answer", answer(201, told + "'amount_captured':%d}".formatted(amount)))
            .append("outbox", List.of());
    rows(AuthorizationReading.PAYMENTS).add(payment);
    return payment;
  }

  private static Document answer(int status, String body) {
    return new Document("status", status).append("body", body.replace('\'', '"'));
  }

  private void close() {
    rows(SettlementReading.BATCHES)
        .add(
            new Document("_id", BATCH)
                .append("day", CLOSED.toString())
                .append("merchant_id", "m_1")
                .append("mode", "test")
                .append("currency", "TRY")
                .append("lines", 4L)
                .append("gross", 5_000L)
                .append("commission", -100L)
                .append("tax", -5L)
                .append("net", 4_895L)
                .append(
                    "dues",
                    List.of(new Document("value_date", "2026-11-24").append("amount", 4_895L)))
                .append("entries", List.of(new Document("from", 1L).append("to", 4L)))
                .append("calendar_version", "none")
                .append("digest", digest)
                .append("outbox", List.of()));
    tell("settlement.batches.v1", WireFacts.batchClosed(CLOSED, 4_895, 4, digest));
    post(BATCH + ":1", "batch_close", CLOSED, null)
        .leg("merchant_pending", 4_895)
        .leg("merchant_available", -4_895)
        .done();
    pay();
    rows(SettlementReading.BUSINESS_DAYS)
        .add(
            new Document("_id", CLOSED.toString())
                .append("batches", 1)
                .append("payouts", 1)
                .append("terms", new Document("calendar_version", "none"))
                .append("closed_at", Date.from(Instant.EPOCH))
                .append("digest", new Sha256().add(digest).hex()));
    rows(SettlementReading.BUSINESS_DAYS).add(new Document("_id", OPEN.toString()));
  }

  private void pay() {
    Document payout =
        new Document("_id", "payout1")
            .append("merchant_id", "m_1")
            .append("mode", "test")
            .append("currency", "TRY")
            .append("day", CLOSED.toString())
            .append("number", 0)
            .append("amount", 4_895L)
            .append("execution_date", "2026-11-24");
    rows(SettlementReading.PAYOUTS).add(payout);
    rows(SettlementReading.PAYABLES)
        .add(
            new Document("_id", HEAD)
                .append("folded_day", CLOSED.toString())
                .append("dues", List.of())
                .append("open_payouts", List.of(payout)));
    rows(SettlementReading.PAYOUT_FILES)
        .add(
            new Document("_id", "VPOS-2026-11-23-test-TRY")
                .append("day", CLOSED.toString())
                .append("mode", "test")
                .append("currency", "TRY")
                .append("payout_id", null)
                .append("payouts", 1)
                .append("control_sum", 4_895L));
    bank.add(
        new PaymentFile(
            "2026-11-24T00:00:00Z",
            "VPOS-2026-11-23-test-TRY",
            "",
            List.of(new PaymentFile.Payment("payout1", 4_895, "TRY", "TR33", "2026-11-24"))));
    tell("settlement.payouts.v1", WireFacts.instructed(CLOSED, 4_895));
    post("payout1:1", "payout_instructed", CLOSED, null)
        .leg("merchant_available", 4_895)
        .leg("payout_in_transit", -4_895)
        .done();
    tell("settlement.payouts.v1", WireFacts.confirmed(OPEN, 4_895));
    post("payout1:2", "payout_confirmed", OPEN, null)
        .leg("payout_in_transit", 4_895)
        .leg("bank_account", -4_895)
        .done();
  }

  private static Document detail(
      String paymentId, @Nullable String refundId, String order, String rrn) {
    return new Document("payment_id", paymentId)
        .append("refund_id", refundId)
        .append("order_id", order)
        .append("captured_at", "2026-11-23T10:00:00Z")
        .append("card_brand", "visa")
        .append("last4", "6111")
        .append("installments", 1)
        .append("rrn", rrn)
        .append("authorization_code", "123456")
        .append("value_days", 1);
  }

  /// Begins an entry; its fact is told by the caller, or not.
  Draft post(String eventId, String type, LocalDate day, @Nullable Document detail) {
    return new Draft(eventId, type, day, detail);
  }

  private static String sourceOf(String type) {
    return switch (type) {
      case "adjustment" -> ADJUSTMENTS;
      case "batch_close" -> "settlement.batches.v1";
      default -> type.startsWith("payout") ? "settlement.payouts.v1" : PAYMENTS;
    };
  }

  /// A fee of the open day that two people agreed on, stored only.
  Document fee(String id, long amount) {
    Document stored =
        new Document("_id", id)
            .append("version", 2L)
            .append("merchant_id", "m_1")
            .append("mode", "test")
            .append("currency", "TRY")
            .append("amount", -amount)
            .append("kind", "fee")
            .append("status", "approved")
            .append("asked_by", "ayse")
            .append("decided_by", "umut")
            .append("sales_day", OPEN.toString())
            .append("outbox", List.of());
    rows(MerchantReading.ADJUSTMENTS).add(stored);
    return stored;
  }

  /// Its fact, and its entry with 5 % on top.
  void tellAndPostFee(String id, long amount) {
    tell(ADJUSTMENTS, WireFacts.fee(id, OPEN, -amount));
    post(id + ":2", "adjustment", OPEN, detail("", null, "", "RRN000000009"))
        .leg("merchant_pending", amount + amount / 20)
        .leg("commission_income", -amount)
        .leg("bsmv_payable", -amount / 20)
        .done();
  }

  /// Begins an entry that is a batch line.
  Draft line(String eventId, String type, LocalDate day) {
    return post(eventId, type, day, detail("pay_9", null, "", "RRN000000009"));
  }

  /// An entry that is being posted.
  final class Draft {
    private final Document entry = new Document();
    private final List<Document> legs = new ArrayList<>();
    private final @Nullable Document detail;

    private Draft(String eventId, String type, LocalDate day, @Nullable Document detail) {
      this.detail = detail;
      String source = sourceOf(type);
      entry
          .append("_id", HEAD + "|" + eventId)
          .append("head", HEAD)
          .append("seq", rows(MerchantReading.ENTRIES).size() + 1L)
          .append("event_id", eventId)
          .append("type", type)
          .append("sales_day", day.toString())
          .append("carried_over_from", null)
          .append("contract_version", detail == null ? null : 1)
          .append("source_topic", source)
          .append("source_partition", 0)
          .append("line", detail);
    }

    Draft leg(String account, long amount) {
      legs.add(new Document("account", account).append("amount", amount));
      return this;
    }

    Draft carriedOverFrom(LocalDate day) {
      entry.put("carried_over_from", day.toString());
      return this;
    }

    /// Chains it, stores it, tells it and lets settlement store its line.
    void done() {
      String previous = nextPreviousHash == null ? lastHash : nextPreviousHash;
      nextPreviousHash = null;
      entry.append("postings", legs).append("previous_hash", previous).append("hash", "");
      BookedEntry booked = MerchantReading.entry(entry);
      lastHash = HashChains.hash(booked);
      entry.put("hash", lastHash);
      rows(MerchantReading.ENTRIES).add(entry);
      BookedEntry chained = MerchantReading.entry(entry);
      tell("merchant.ledger-entries.v1", posted(chained));
      if (detail != null) {
        rows(SettlementReading.LINES).add(settlementLine(chained, detail));
      }
    }
  }

  private static Document settlementLine(BookedEntry entry, Document detail) {
    Document line = new Document(detail);
    line.put("captured_at", Date.from(Instant.parse(detail.getString("captured_at"))));
    return line.append("_id", HEAD + "|" + entry.seq())
        .append("head", HEAD)
        .append("seq", entry.seq())
        .append("batch_id", entry.salesDay() + ".m_1.test.TRY")
        .append("entry_id", entry.id())
        .append("type", entry.type())
        .append("sales_day", entry.salesDay().toString())
        .append(
            "carried_over_from",
            entry.carriedOverFrom() == null ? null : entry.carriedOverFrom().toString())
        .append("gross", Figures.of(entry).gross())
        .append("commission", entry.on("commission_income"))
        .append("tax", entry.on("bsmv_payable"))
        .append("net", -entry.on("merchant_pending"))
        .append("hash", entry.hash());
  }

  private static JournalEntryPosted posted(BookedEntry entry) {
    return JournalEntryPosted.newBuilder()
        .setEnvelope(WireFacts.envelope(entry.id()))
        .setEntryId(entry.id())
        .setHead(entry.head())
        .setSeq(entry.seq())
        .setMerchantId("m_1")
        .setMode(Mode.TEST)
        .setCurrency("TRY")
        .setType(entry.type())
        .setCauseEventId(entry.eventId())
        .setSourceTopic(entry.sourceTopic())
        .setSourcePartition(0)
        .setSalesDay(entry.salesDay())
        .setCarriedOverFrom(entry.carriedOverFrom())
        .setContractVersion(entry.contractVersion())
        .setPostings(
            entry.postings().stream().map(leg -> new Posting(leg.account(), leg.amount())).toList())
        .setPreviousHash(entry.previousHash())
        .setHash(entry.hash())
        .build();
  }

  private static LedgerDayClosed dayClosed() {
    return LedgerDayClosed.newBuilder()
        .setEnvelope(WireFacts.envelope("ledger-day-closed:1"))
        .setDay(CLOSED)
        .setSourceTopic(PAYMENTS)
        .setPartition(0)
        .setTotals(List.of(new DayTotal(Mode.TEST, "TRY", 4L, 55_000L)))
        .build();
  }

  private void head() {
    Document balances = new Document();
    long paidOut = 0;
    for (Document found : rows(MerchantReading.ENTRIES)) {
      BookedEntry entry = MerchantReading.entry(found);
      paidOut += entry.paidOut();
      entry
          .postings()
          .forEach(
              leg -> balances.merge(leg.account(), leg.amount(), (a, b) -> (Long) a + (Long) b));
    }
    rows(MerchantReading.HEADS)
        .add(
            new Document("_id", HEAD)
                .append("seq", (long) rows(MerchantReading.ENTRIES).size())
                .append("balances", balances)
                .append("paid_out", paidOut)
                .append("last_hash", lastHash)
                .append("pending", List.of()));
  }

  void tell(String topic, SpecificRecord record) {
    long offset = offsets.merge(topic, 1L, Long::sum) - 1;
    byte[] value = record.toString().getBytes(StandardCharsets.UTF_8);
    topics.add(new Told(topic, 0, offset, "m_1", value, record));
  }

  static NetworkRecord message(String mti, String rrn, long amount, String responseCode) {
    return message(mti, mti.equals("0200") ? "200000" : "000000", rrn, amount, responseCode);
  }

  static NetworkRecord message(
      String mti, String processing, String rrn, long amount, String responseCode) {
    return new NetworkRecord(
        "2026-11-23T10:00:00Z",
        1,
        mti,
        processing,
        "000001",
        rrn,
        amount,
        "949",
        responseCode,
        null,
        null,
        false,
        false,
        "AT_ONCE",
        "415565******6111");
  }

  static NetworkRecord reversal(String rrn, long amount, long remaining) {
    return new NetworkRecord(
        "2026-11-23T10:00:01Z",
        1,
        "0420",
        "000000",
        "000002",
        rrn,
        amount,
        "949",
        "00",
        new NetworkRecord.Original("0100", "000001", "1123100000"),
        remaining,
        false,
        true,
        "AT_ONCE",
        "415565******6111");
  }

  Document entry(long seq) {
    return rows(MerchantReading.ENTRIES).get(Math.toIntExact(seq) - 1);
  }

  Document only(String place) {
    return rows(place).getFirst();
  }

  Books books() {
    return new Books(
        network::forEach,
        bank::forEach,
        each ->
            documents.forEach((place, found) -> {
              String[] names = place.split("\\.", -1);
              found.forEach(document -> each.accept(new Stored(names[0], names[1], document)));
            }),
        topics::forEach,
        logs::forEach,
        _ -> new BankDays(Set.of()),
        List.of());
  }

  /// The numbers of the invariants that do not hold.
  Set<Integer> broken() {
    return Audit.of(books()).stream()
        .filter(found -> !found.ok())
        .map(Finding::invariant)
        .collect(Collectors.toSet());
  }

  String detail(int invariant) {
    return Audit.of(books()).get(invariant - 1).detail();
  }
}
