package io.openvpos.sandbox.chaos.reconcile;

import io.openvpos.sandbox.chaos.hooks.Heard;
import io.openvpos.sandbox.chaos.hooks.Subscriber;
import io.openvpos.sandbox.verify.Verdict;
import io.openvpos.sandbox.verify.books.WebhookFact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/// What the shops' servers heard, against the facts of the topic: each fact that an endpoint asked
/// for arrived there at least once, whatever was done to the platform, and always under one id,
/// which is no other fact's.
public final class HeardFacts {

  private final Line line = new Line(9, "each fact asked for was heard, always under its own id");
  private final List<Subscriber> subscribers;
  private final Map<Subscriber, Set<String>> heard = new HashMap<>();
  private final Map<String, String> idOfFact = new HashMap<>();
  private final Map<String, String> factOfId = new HashMap<>();
  private final Set<String> facts = new HashSet<>();
  private final List<Heard> arrivals;
  private long expected;

  /// @param arrivals in any order; those of which the server said that it cannot too
  public HeardFacts(List<Subscriber> subscribers, List<Heard> arrivals) {
    this.subscribers = List.copyOf(subscribers);
    this.arrivals = List.copyOf(arrivals);
    arrivals.stream()
        .filter(Heard::accepted)
        .forEach(one -> heard.computeIfAbsent(one.by(), _ -> new HashSet<>()).add(one.fact()));
  }

  /// An arrival that no server should believe.
  public void fault(String what) {
    line.fault(what);
  }

  void told(SpecificRecord record) {
    WebhookFact told = WebhookFact.of(record);
    if (told == null) {
      return;
    }
    String fact = Heard.fact(told.paymentId(), told.sequence(), told.type());
    if (!facts.add(fact)) {
      return;
    }
    for (Subscriber one : subscribers) {
      if (one.merchantId().equals(told.merchantId()) && one.wants(told.type())) {
        expected++;
        line.expect(
            heard.getOrDefault(one, Set.of()).contains(fact),
            fact + " was not heard at " + one.path());
      }
    }
  }

  Verdict verdict() {
    for (Heard one : arrivals) {
      String fact = one.fact();
      line.expect(one.by().wants(one.type()), one.by().path() + " heard " + fact + " unasked");
      if (one.type().startsWith("payment.")) {
        line.expect(facts.contains(fact), one.webhookId() + " tells " + fact + ", which is none");
      }
      String id = idOfFact.putIfAbsent(fact, one.webhookId());
      line.expect(id == null || id.equals(one.webhookId()), fact + " was told under two ids");
      String other = factOfId.putIfAbsent(one.webhookId(), fact);
      line.expect(
          other == null || other.equals(fact),
          one.webhookId() + " was told of " + fact + " and " + other);
    }
    return line.verdict(
        "%d facts for endpoints, %d arrivals, %d of them refused at first"
            .formatted(
                expected,
                arrivals.size(),
                arrivals.stream().filter(one -> !one.accepted()).count()));
  }
}
