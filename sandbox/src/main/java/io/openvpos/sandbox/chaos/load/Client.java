package io.openvpos.sandbox.chaos.load;

import io.openvpos.sandbox.chaos.process.Waiting;
import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.NoAnswerException;
import io.openvpos.sandbox.client.Reply;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/// How the shops' software talks to the edge: it picks an instance, waits a few seconds, asks
/// another one with the same key when there is no answer, and writes down whatever it is told.
public final class Client {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(25);
  private static final int PAUSE_MILLIS = 400;

  private final List<String> edges;
  private final List<String> secretKeys;
  private final Journal journal;
  private final Timeline timeline;
  private final Clock clock;
  private final Queue<Call> open = new ConcurrentLinkedQueue<>();
  private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();

  /// @param secretKeys of the shops, in their order
  public Client(
      List<String> edges,
      List<String> secretKeys,
      Journal journal,
      Timeline timeline,
      Clock clock) {
    this.edges = List.copyOf(edges);
    this.secretKeys = List.copyOf(secretKeys);
    this.journal = journal;
    this.timeline = timeline;
    this.clock = clock;
  }

  /// Asks until there is a definite answer, or for so long as a shopper would wait.
  ///
  /// @param random draws the instance to begin with and the pauses
  Optional<JournalLine> ask(Call call, Random random) {
    Optional<JournalLine> told = ask(call, random, PATIENCE);
    if (told.isEmpty()) {
      open.add(call);
    }
    return told;
  }

  private Optional<JournalLine> ask(Call call, Random random, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    int first = random.nextInt(edges.size());
    for (int tries = 0; tries == 0 || System.nanoTime() - end < 0; tries++) {
      JournalLine told = once(call, (first + tries) % edges.size());
      if (!told.isOpen()) {
        return Optional.of(told);
      }
      Waiting.pause(Duration.ofMillis(PAUSE_MILLIS).multipliedBy(Math.min(tries + 1, 5)));
    }
    return Optional.empty();
  }

  /// Asks one instance once.
  JournalLine once(Call call, int edge) {
    return attempt(
        call,
        call.kind().name(),
        edge,
        () -> api(call, edge).post(call.path(), call.body(), call.key()));
  }

  /// Reads the payment, or a refund of it.
  ///
  /// @param path behind `/v1`
  JournalLine read(Call about, String path, int edge) {
    return attempt(about, JournalLine.READ, edge, () -> api(about, edge).get(path));
  }

  private JournalLine attempt(Call call, String kind, int edge, Supplier<Reply> sending) {
    long sent = System.nanoTime();
    JournalLine told;
    try {
      told = told(call, kind, edge, Optional.of(sending.get()));
    } catch (NoAnswerException e) {
      told = told(call, kind, edge, Optional.empty());
    }
    timeline.add(edge + 1, !told.isOpen(), sent, System.nanoTime());
    journal.append(told);
    outcomes.computeIfAbsent(outcome(told), _ -> new LongAdder()).increment();
    return told;
  }

  private JournalLine told(Call call, String kind, int edge, Optional<Reply> reply) {
    boolean read = kind.equals(JournalLine.READ);
    String body = reply.map(Reply::text).orElse("");
    return new JournalLine(
        clock.instant().toString(),
        call.shop(),
        kind,
        read ? "" : call.key(),
        read ? "" : call.requestHash(),
        call.paymentId(),
        call.orderId(),
        call.amount(),
        call.currency(),
        edge + 1,
        reply.map(Reply::status).orElse(0),
        reply.filter(answer -> !answer.ok()).map(answer -> answer.string("code")).orElse(""),
        reply.isPresent() ? Call.sha256(body) : "",
        reply.map(Client::isReplay).orElse(false),
        body);
  }

  private static boolean isReplay(Reply reply) {
    return reply.headers().firstValue("Idempotent-Replayed").filter("true"::equals).isPresent();
  }

  private static String outcome(JournalLine told) {
    String answer = told.status() == 0 ? "no answer" : (told.status() + " " + told.code()).strip();
    return told.kind().toLowerCase(Locale.ROOT) + " " + answer;
  }

  private Api api(Call call, int edge) {
    return Api.of(edges.get(edge)).as(secretKeys.get(call.shop())).waiting(ANSWER_WITHIN);
  }

  /// Calls without a definite answer so far, which are forgotten here.
  List<Call> takeOpen() {
    List<Call> left = new ArrayList<>();
    for (Call call = open.poll(); call != null; call = open.poll()) {
      left.add(call);
    }
    return left;
  }

  /// The ids of the payments that the shop finds under the call's order; empty without an answer.
  Optional<List<String>> payments(Call call, int edge) {
    try {
      Reply found = api(call, edge).get("/v1/payments?order_id=" + call.orderId());
      return found.status() == 200
          ? Optional.of(
              found
                  .body()
                  .path("data")
                  .valueStream()
                  .map(one -> one.path("id").asString())
                  .toList())
          : Optional.empty();
    } catch (NoAnswerException e) {
      return Optional.empty();
    }
  }

  int edges() {
    return edges.size();
  }

  /// How often each kind of request ended in which way.
  public Map<String, Long> outcomes() {
    Map<String, Long> counts = new TreeMap<>();
    outcomes.forEach((name, count) -> counts.put(name, count.sum()));
    return counts;
  }
}
