package io.openvpos.sandbox.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.openvpos.sandbox.bench.CardNumbers;
import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.Reply;
import io.openvpos.sandbox.platform.DemoCredentials;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.platform.Endpoints;
import io.openvpos.sandbox.scenario.Shop.Order;
import io.openvpos.sandbox.system.RunningPlatform;
import io.openvpos.sandbox.system.RunningPlatform.Bank;
import io.openvpos.sandbox.threeds.Otp;
import io.openvpos.sandbox.verify.Evidence;
import io.openvpos.sandbox.verify.books.Books;
import io.openvpos.sandbox.verify.checks.CardScan;
import io.openvpos.sandbox.verify.reading.BookKeeping;
import io.openvpos.sandbox.verify.reading.Sources;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// Goal: no card number comes out anywhere, whatever way it went in. Method: numbers that nobody
/// else uses go in by every path, right and wrong; then everything that was answered, stored, told,
/// logged, measured and shown is searched for them, in every form of [CardScan]. The heap of a
/// process is not searched: a number is in there while it is used.
@ExtendWith(RunningPlatform.class)
class CanaryIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Map<String, String> FORM =
      Map.of("Content-Type", "application/x-www-form-urlencoded");

  /// Cards of the sandbox's issuers: what is paid with.
  private static final List<String> PAID =
      List.of(
          CardNumbers.of("41556501", 7_310_731),
          CardNumbers.of("55287900", 9_731_073),
          CardNumbers.of("97920300", 7_310_732),
          CardNumbers.of("55287900", 9_731_074));

  /// Valid numbers of other schemes, which nobody issues here: what is put where no card belongs.
  private static final List<String> MISPLACED =
      List.of("4929716354280191", "5105105105105100", "378282246310005", "3530111333300000");

  private static final List<String> NUMBERS =
      Stream.concat(PAID.stream(), MISPLACED.stream()).toList();

  private final Bank bank;
  private final DemoMerchants.Shop merchant;
  private final Endpoints at;
  private final Api edge;
  private final List<String> said = new ArrayList<>();
  private final List<String> hooks = new CopyOnWriteArrayList<>();
  private final TreeSet<String> found = new TreeSet<>();
  private String shop = "";

  CanaryIT(Bank bank) {
    this.bank = bank;
    merchant = bank.newShop("Kanarya Kuşçuluk");
    at = bank.platform().endpoints();
    edge = Api.of(at.authorization()).as(merchant.secretKey());
  }

  @Test
  void noCardNumberComesOutOfAnySink() throws IOException {
    HttpServer server = hooks();
    String day = bank.days().open();
    try {
      List<String> payments = new ArrayList<>();
      payments.add(paidByApi());
      payments.add(paidByToken());
      payments.add(paidOnThePage());
      payments.add(authenticated());
      misplaced();
      onPages();
      await()
          .atMost(PATIENCE)
          .until(() -> hooks.stream().anyMatch(body -> body.contains(payments.getFirst())));
      bank.days().close(day);
      files(day);
      pages(day, payments);
      search(payments);
    } finally {
      server.stop(0);
    }
    assertThat(found).isEmpty();
  }

  private HttpServer hooks() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          hooks.add(
              exchange.getRequestHeaders().entrySet()
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
    server.start();
    shop = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    said(edge.post("/v1/webhook-endpoints", Map.of("url", shop, "events", List.of("*"))))
        .expect(201);
    return server;
  }

  private String paidByApi() {
    Reply paid = said(edge.post("/v1/payments", body(PAID.get(1), "K-1"), key()));
    String id = paid.expect(201).path("id").asString();
    said(edge.post("/v1/payments/" + id + "/refunds", Map.of("amount", 100), key())).expect(201);
    return id;
  }

  private String paidByToken() {
    String publishable =
        bank.ops()
            .post(
                "/v1/merchants/" + merchant.merchantId() + "/api-keys",
                Map.of("mode", "test", "scope", "publishable"))
            .expect(201)
            .path("key")
            .asString();
    Api page = Api.of(at.authorization()).as(publishable);
    await().atMost(PATIENCE).until(() -> token(page).status() == 201);
    Map<String, Object> body = new LinkedHashMap<>(body(PAID.get(3), "K-2"));
    body.remove("card");
    body.put("token", said(token(page)).string("token"));
    return said(edge.post("/v1/payments", body, key())).expect(201).path("id").asString();
  }

  private static Reply token(Api page) {
    return page.post("/v1/tokens", Map.of("card", card(PAID.get(3))));
  }

  private String paidOnThePage() {
    JsonNode session = session("K-3");
    try (Browser payer = Browser.withoutScript("")) {
      payer.go(session.path("url").asString());
      type(payer, MISPLACED.getFirst(), "1");
      said(payer.source());
      Reply points = askedForPoints(session, PAID.get(1));
      assertThat(said(points).text()).contains("Kırlangıç");
      type(payer, PAID.get(1), "12/30");
      said(payer.source());
    }
    String path = "/v1/checkout/sessions/" + session.path("id").asString();
    return said(edge.get(path)).body().path("payment_id").asString();
  }

  private static Reply askedForPoints(JsonNode session, String number) {
    String form = "number=" + number + "&expiry=12/30&cvc=731&holder_name=Kanarya";
    return Api.of(session.path("url").asString()).send("POST", "/points", form, FORM);
  }

  private static void type(Browser payer, String number, String expiry) {
    payer.type("number", number);
    payer.type("expiry", expiry);
    payer.type("cvc", "731");
    payer.type("holder_name", "Kanarya");
    payer.press("#submit");
  }

  private String authenticated() {
    Map<String, Object> body = new LinkedHashMap<>(body(PAID.getFirst(), "K-4"));
    body.put("three_d_secure", Map.of("return_url", shop + "back"));
    JsonNode waiting = said(edge.post("/v1/payments", body, key())).expect(201);
    try (Browser holder = Browser.withoutScript("")) {
      holder.go(waiting.path("next_action").path("url").asString());
      holder.reach("input[name=otp]", "#browser button, #challenge button");
      holder.type("otp", Otp.NOT_AUTHENTICATED.code());
      holder.press("form button");
    }
    return waiting.path("id").asString();
  }

  /// Where no card belongs, each answered by a refusal.
  private void misplaced() {
    int turn = 0;
    for (String path :
        List.of(
            "/v1/payments",
            "/v1/tokens",
            "/v1/card-verifications",
            "/v1/checkout/sessions",
            "/v1/payment-links",
            "/v1/webhook-endpoints")) {
      for (String field :
          List.of(
              "order_id",
              "description",
              "currency",
              "locale",
              "success_url",
              "url",
              "token",
              "capture_method",
              "unheard_of")) {
        String number = MISPLACED.get(turn++ % MISPLACED.size());
        Map<String, Object> body = new LinkedHashMap<>(body(PAID.getFirst(), "K-9"));
        body.put(field, field.endsWith("url") ? "https://x.test/?n=" + number : number);
        refused(edge.post(path, body, key()));
        refused(edge.post(path, Map.of("metadata", Map.of("note", number)), key()));
        refused(edge.post(path, Map.of("metadata", Map.of(number, "note")), key()));
        refused(edge.post(path, Map.of("customer", Map.of("email", number)), key()));
        refused(edge.post(path, Map.of("customer", Map.of("device_id", number)), key()));
        refused(edge.post(path, Map.of(number, 1), key()));
      }
    }
    broken();
    elsewhere();
  }

  private void broken() {
    String number = MISPLACED.getFirst();
    for (String body :
        List.of(
            "{\"card\":{\"number\":" + number + "}}",
            "{\"card\":{\"number\":\"" + number + "\"",
            "{\"card\":\"" + number + "\"}",
            "[\"" + number + "\"]",
            number,
            "card=" + number,
            "{\"card\":{\"number\":[\"" + number + "\"],\"cvc\":731}}",
            "{\"amount\":" + number + ",\"currency\":\"TRY\"}",
            "{\"amount\":1.0,\"card\":{\"number\":\"" + number + "\",\"number\":\"1\"}}")) {
      for (String path :
          List.of(
              "/v1/payments", "/v1/tokens", "/v1/card-verifications", "/v1/checkout/sessions")) {
        refused(edge.send("POST", path, body, Map.of("Idempotency-Key", key())));
      }
      refused(Api.of(at.authorization()).send("POST", "/3ds/results", body, Map.of()));
    }
  }

  /// In addresses and headers.
  private void elsewhere() {
    String number = MISPLACED.get(1);
    String spaced = number.replaceAll("(.{4})", "$1%20");
    for (String base : List.of(at.authorization(), at.merchant(), at.settlement(), at.fraud())) {
      for (Api api :
          List.of(Api.of(base), Api.of(base).as(merchant.secretKey()), Api.of(base).as(token()))) {
        for (String path :
            List.of(
                "/v1/payments/",
                "/v1/payments?order_id=",
                "/v1/merchants/",
                "/v1/batches?date=",
                "/v1/payouts?starting_after=",
                "/v1/lists/",
                "/portal/",
                "/checkout/",
                "/3ds/",
                "/l/",
                "/portal/payments?last4=",
                "/nowhere/")) {
          said(api.get(path + number));
          said(api.get(path + spaced));
        }
      }
      said(Api.of(base).as(number).get("/v1/payments"));
      Map<String, String> headers =
          Map.of(
              "Idempotency-Key",
              number,
              "X-Request-Id",
              number,
              "traceparent",
              "00-" + number + number + "-" + number + "-01",
              "User-Agent",
              number,
              "Referer",
              "https://x.test/" + number,
              "Cookie",
              "session=" + number,
              "Authorization",
              "Basic "
                  + Base64.getEncoder().encodeToString(number.getBytes(StandardCharsets.UTF_8)));
      said(Api.of(base).send("GET", "/v1/payments", null, headers));
    }
    Map<String, String> keyed = Map.of("Idempotency-Key", number);
    refused(edge.send("POST", "/v1/payments", "{\"amount\":1}", keyed));
  }

  private String token() {
    DemoCredentials people = bank.platform().credentials();
    return DemoMerchants.token(at, people.opsEmail(), people.opsPassword());
  }

  /// Forms of pages, with a number in each field that is no number's.
  private void onPages() {
    String page = session("K-5").path("url").asString();
    String number = MISPLACED.get(2);
    Api payer = Api.of(page);
    said(payer.get("?bin=" + number));
    said(payer.get("/installments?bin=" + number));
    said(payer.get("?lang=" + number));
    said(payer.get("/points?bin=" + number));
    for (String field :
        List.of("number", "expiry", "cvc", "holder_name", "installments", "attempt", "cres")) {
      String body = field + "=" + URLEncoder.encode(number, StandardCharsets.UTF_8);
      said(payer.send("POST", "", body, FORM));
      said(payer.send("POST", "/points", body, FORM));
      said(Api.of(at.authorization()).send("POST", "/3ds/none/challenge-result", body, FORM));
      said(Api.of(at.merchant()).send("POST", "/portal/sign-in", body, FORM));
    }
  }

  /// Of the day on which the cards were paid with.
  private void files(String day) throws IOException {
    DayFiles files = new DayFiles(bank);
    Map<String, String> details = files.detailsOf(batch(day));
    String shown = PAID.get(1).substring(PAID.get(1).length() - 4);
    assertThat(details.values()).as("they name the card").allMatch(text -> text.contains(shown));
    details.forEach(this::look);
    files.of(day, merchant.merchantId()).forEach(this::look);
    String cleared = "/v1/reconciliation/" + day;
    await().atMost(PATIENCE).until(() -> bank.settlement().get(cleared).status() == 200);
    said(bank.settlement().get(cleared));
    Map<String, String> elsewhere = files.elsewhere();
    assertThat(elsewhere).as("presented, cleared, and the bank's log").hasSizeGreaterThan(2);
    elsewhere.forEach(this::look);
  }

  private void pages(String day, List<String> payments) {
    PortalPages pages = new PortalPages(bank);
    pages.ofOperations(merchant.merchantId()).forEach(this::look);
    pages.ofFinance(day, batch(day)).forEach(this::look);
    pages.ofFraud().forEach(this::look);
    pages.ofTheShop(merchant, payments).forEach(this::look);
  }

  private String batch(String day) {
    String path = "/v1/batches?date=" + day + "&merchant=" + merchant.merchantId();
    return bank.settlement().get(path).expect(200).path("data").path(0).path("id").asString("");
  }

  private void search(List<String> payments) {
    payments.forEach(id -> said(edge.get("/v1/payments/" + id)));
    payments.forEach(id -> said(edge.get("/v1/payments/" + id + "/events")));
    said(edge.get("/v1/payments?limit=100"));
    for (String base : List.of(at.authorization(), at.merchant(), at.settlement(), at.fraud())) {
      said(Api.of(base).as(token()).get("/actuator/prometheus"));
    }
    said.forEach(text -> look("an answer", text));
    hooks.forEach(text -> look("a webhook", text));
    Evidence evidence = bank.platform().evidence();
    Sources sources =
        new Sources(
            evidence.mongoUri(),
            evidence.bootstrapServers(),
            evidence.registryUrl(),
            evidence.networkLog(),
            evidence.logs(),
            evidence.bankLog());
    try (BookKeeping keeping = new BookKeeping(sources, Clock.systemUTC())) {
      Books books = keeping.books(PATIENCE);
      books.documents().forEach(one -> look(one.name(), one.document().toJson()));
      books
          .topics()
          .forEach(told ->
              look(
                  told.topic(),
                  told.key()
                      + new String(told.value(), StandardCharsets.ISO_8859_1)
                      + told.record()));
      books.logs().forEach(line -> look(line.file(), line.text()));
      books.network().forEach(message -> look("the network's log", message.toString()));
    }
  }

  private void look(String place, String text) {
    List<String> readings = CardScan.readings(text);
    for (String number : NUMBERS) {
      if (readings.stream().anyMatch(reading -> reading.contains(number))) {
        int from = Math.max(0, text.indexOf(number) - 120);
        found.add(place + ": " + text.substring(from, Math.min(text.length(), from + 260)));
      }
    }
  }

  private JsonNode session(String order) {
    Map<String, Object> body =
        Map.of(
            "amount", 7_310, "currency", "TRY", "order_id", order, "success_url", shop + "tamam");
    return said(edge.post("/v1/checkout/sessions", body, key())).expect(201);
  }

  private void refused(Reply reply) {
    if (said(reply).status() / 100 != 4) {
      found.add("taken: " + reply.status() + " " + reply.text());
    }
  }

  private Reply said(Reply reply) {
    Map<String, List<String>> headers = new LinkedHashMap<>(reply.headers().map());
    // The way to the sign-in repeats to a browser the address that it has just asked for.
    headers.remove("location");
    said.add(headers + reply.text());
    return reply;
  }

  private void said(String page) {
    said.add(page);
  }

  private static Map<String, Object> body(String card, String order) {
    return Order.of(7_310, card).body(order);
  }

  private static Map<String, Object> card(String number) {
    return Map.of("number", number, "expiry_month", 12, "expiry_year", 2030);
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
