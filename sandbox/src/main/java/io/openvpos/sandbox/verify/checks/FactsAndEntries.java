package io.openvpos.sandbox.verify.checks;

import io.openvpos.sandbox.verify.books.BookedAdjustment;
import io.openvpos.sandbox.verify.books.BookedEntry;
import io.openvpos.sandbox.verify.books.BookedPayment;
import io.openvpos.sandbox.verify.books.BookedPayment.Capture;
import io.openvpos.sandbox.verify.books.BookedPayment.Refund;
import io.openvpos.sandbox.verify.books.BookedPayment.Voided;
import io.openvpos.sandbox.verify.books.PostingFact;
import io.openvpos.sandbox.verify.books.Told;
import io.openvpos.sandbox.verify.books.TopicReading;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/// 2. Facts of payments and adjustments are taken from their documents, those of chargebacks from
///    their topic. An adjustment told is one that two people agreed on.
final class FactsAndEntries extends Check {

  private static final Set<String> FROM_TOPICS = Set.of("chargeback", "chargeback_reversal");

  private final ToldStates states = new ToldStates(this);
  private final Map<String, PostingFact> facts = new HashMap<>();
  private final Map<String, BookedEntry> strays = new HashMap<>();
  private final Set<String> fromTopics = new HashSet<>();
  private final Map<String, PostingFact> approved = new HashMap<>();
  private long payments;
  private long matched;

  FactsAndEntries() {
    super(2, "approvals told are kept; facts and entries match");
  }

  @Override
  void payment(BookedPayment payment) {
    payments++;
    states.check(payment);
    long captured = 0;
    for (Capture capture : payment.captures()) {
      captured += capture.amount();
      expectEntry(payment, capture.seq(), "capture", capture.amount(), capture.salesDay());
    }
    Voided voided = payment.voided();
    if (voided != null && captured > 0) {
      expectEntry(payment, voided.seq(), "void", -captured, voided.salesDay());
    }
    for (Refund refund : payment.refunds()) {
      if (refund.succeeded()) {
        expectEntry(payment, refund.seq(), "refund", -refund.amount(), refund.salesDay());
      }
    }
  }

  @Override
  void adjustment(BookedAdjustment adjustment) {
    LocalDate day = adjustment.salesDay();
    if (!adjustment.approved()) {
      return;
    }
    expect(
        !adjustment.askedBy().equals(adjustment.decidedBy()),
        "adjustment " + adjustment.id() + " was approved by whoever asked for it");
    if (day == null) {
      fault("adjustment " + adjustment.id() + " has no business day");
      return;
    }
    PostingFact fact =
        new PostingFact(
            adjustment.eventId(), adjustment.head(), "adjustment", adjustment.amount(), day);
    facts.put(fact.eventId(), fact);
    approved.put(fact.eventId(), fact);
  }

  private void expectEntry(
      BookedPayment payment, long seq, String type, long amount, @Nullable LocalDate day) {
    String eventId = payment.id() + ":" + seq;
    if (day == null) {
      fault(type + " " + eventId + " has no business day");
      return;
    }
    PostingFact fact = new PostingFact(eventId, payment.head(), type, amount, day);
    expect(facts.put(eventId, fact) == null, "two facts have the event id " + eventId);
  }

  @Override
  void entry(BookedEntry entry) {
    if (!entry.batchLine()) {
      return;
    }
    PostingFact fact = facts.remove(entry.eventId());
    if (fact != null) {
      compare(fact, entry);
    } else if (!FROM_TOPICS.contains(entry.type())) {
      fault("entry " + entry.id() + " has no fact of its own in a payment or adjustment");
    } else if (strays.put(entry.eventId(), entry) != null) {
      fault("two entries have the event id " + entry.eventId());
    }
  }

  @Override
  void told(Told told) {
    SpecificRecord record = told.record();
    PostingFact fact = record == null ? null : TopicReading.posting(record);
    if (fact != null && fact.type().equals("adjustment")) {
      expect(
          fact.equals(approved.get(fact.eventId())),
          "adjustment " + fact.eventId() + " was told and is not approved like that");
      return;
    }
    if (fact == null || !FROM_TOPICS.contains(fact.type()) || !fromTopics.add(fact.entryId())) {
      return;
    }
    BookedEntry entry = strays.remove(fact.eventId());
    if (entry == null) {
      fault(fact.type() + " " + fact.eventId() + " has no entry");
    } else {
      compare(fact, entry);
    }
  }

  private void compare(PostingFact fact, BookedEntry entry) {
    matched++;
    boolean same =
        fact.head().equals(entry.head())
            && fact.type().equals(entry.type())
            && fact.isOf(entry.on(fact.account()), entry.on("bsmv_payable"))
            && fact.stampedDay().equals(entry.stampedDay());
    expect(
        same,
        "entry %s is %s %d of %s, its fact %s %d of %s in %s"
            .formatted(
                entry.id(),
                entry.type(),
                entry.on(fact.account()),
                entry.stampedDay(),
                fact.type(),
                fact.amount(),
                fact.stampedDay(),
                fact.head()));
  }

  @Override
  String judge() {
    facts.values().forEach(fact -> fault(fact.type() + " " + fact.eventId() + " has no entry"));
    strays.values().forEach(entry -> fault("entry " + entry.id() + " has no fact"));
    return "%d payments, %d answers, %d facts".formatted(payments, states.answers(), matched);
  }
}
