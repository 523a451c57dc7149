package io.openvpos.sandbox.chaos.reconcile;

import io.openvpos.sandbox.chaos.load.Told;
import io.openvpos.sandbox.chaos.reconcile.PaymentStory.Moved;
import io.openvpos.sandbox.network.NetworkPosition;
import io.openvpos.sandbox.network.NetworkRecord;
import io.openvpos.sandbox.verify.Verdict;
import io.openvpos.sandbox.verify.books.AuthorizationReading;
import io.openvpos.sandbox.verify.books.BookedEntry;
import io.openvpos.sandbox.verify.books.BookedPayment;
import io.openvpos.sandbox.verify.books.BookedPayment.Refund;
import io.openvpos.sandbox.verify.books.Books;
import io.openvpos.sandbox.verify.books.MerchantReading;
import io.openvpos.sandbox.verify.books.PaymentStatuses;
import io.openvpos.sandbox.verify.books.Stored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/// Compares the stories of the shops with the books, in nine lines.
public final class Reconciliation {

  private final Line answers = new Line(1, "one answer per key, however often it was asked");
  private final Line definite = new Line(2, "what was never answered got one definite answer");
  private final Line payments = new Line(3, "what was told is in the payment");
  private final Line none = new Line(4, "no payment that nobody was told, none twice");
  private final Line ledger = new Line(5, "each told movement is in the ledger exactly once");
  private final Line issuer = new Line(6, "the issuer was asked once and holds what was told");
  private final Line totals = new Line(7, "per shop, the ledger's totals are those told");

  private final Stories stories;
  private final HeardFacts heard;
  private final Map<String, String> statuses = new HashMap<>();
  private final List<String> merchants;
  private final Map<String, NetworkPosition> positions;
  private final Set<String> found = new HashSet<>();
  private final Map<String, Moved> booked = new HashMap<>();
  private final Set<String> eventIds = new HashSet<>();
  private final Map<String, Moved> bookedTotals = new TreeMap<>();

  private Reconciliation(
      Stories stories,
      List<String> merchants,
      HeardFacts heard,
      Map<String, NetworkPosition> positions) {
    this.stories = stories;
    this.heard = heard;
    this.merchants = List.copyOf(merchants);
    this.positions = positions;
  }

  /// Compares, and gives the verdict of each line.
  ///
  /// @param merchants ids of the shops, in their order
  /// @param heard what the shops' servers were told
  public static List<Verdict> of(
      Stories stories, List<String> merchants, HeardFacts heard, Books books) {
    List<NetworkRecord> log = new ArrayList<>();
    books.network().forEach(log::add);
    Reconciliation reconciliation =
        new Reconciliation(stories, merchants, heard, NetworkPosition.of(log));
    books.documents().forEach(reconciliation::stored);
    books.topics().forEach(told -> reconciliation.fact(told.record()));
    return reconciliation.judge();
  }

  private void stored(Stored stored) {
    switch (stored.place()) {
      case AuthorizationReading.PAYMENTS ->
          payment(AuthorizationReading.payment(stored.document()));
      case MerchantReading.ENTRIES -> entry(MerchantReading.entry(stored.document()));
      default -> {
        // Not what shops are told about.
      }
    }
  }

  private void fact(@Nullable SpecificRecord record) {
    if (record != null) {
      heard.told(record);
    }
  }

  private void payment(BookedPayment booked) {
    statuses.put(booked.id(), booked.status());
    PaymentStory story = stories.payments().get(booked.id());
    none.expect(story != null, booked.id() + " is there and nobody was told so");
    if (story != null) {
      found.add(booked.id());
      compare(story, booked);
      issuer(story, booked);
    }
  }

  private void compare(PaymentStory story, BookedPayment now) {
    Long asked = story.asked().amount();
    boolean same =
        asked != null
            && now.amount() == asked
            && story.created().amount() == asked
            && now.currency().equals(story.asked().currency())
            && now.merchantId().equals(merchants.get(story.asked().shop()));
    payments.expect(same, now.id() + " is another amount, currency or merchant than asked");
    for (String told : story.statuses()) {
      payments.expect(
          PaymentStatuses.mayBecome(told, now.status()),
          now.id() + " was told to be " + told + " and is " + now.status());
    }
    Moved captured = Moved.NONE;
    for (BookedPayment.Capture capture : now.captures()) {
      captured = captured.plus(capture.amount());
    }
    payments.expect(
        captured.equals(story.captured()),
        now.id() + " was told captures " + story.captured() + " and has " + captured);
    payments.expect(
        (now.voided() != null) == story.isVoided(), now.id() + " differs in being voided");
    payments.expect(
        refunds(now).equals(refunds(story)),
        now.id() + " was told refunds " + refunds(story) + " and has " + refunds(now));
  }

  private static Map<String, String> refunds(BookedPayment now) {
    return now.refunds().stream()
        .collect(
            Collectors.toMap(
                Refund::id, one -> one.status().toLowerCase(Locale.ROOT) + one.amount()));
  }

  private static Map<String, String> refunds(PaymentStory story) {
    return story.refunds().values().stream()
        .collect(Collectors.toMap(Told::id, one -> one.status() + one.amount()));
  }

  private void issuer(PaymentStory story, BookedPayment now) {
    String rrn = now.rrn();
    issuer.expect(
        story.created().rrn().isEmpty() || story.created().rrn().equals(rrn),
        now.id() + " was told another RRN than it has");
    long held =
        switch (now.status()) {
          case "authorized", "captured" -> now.amounts().captured() + now.amounts().capturable();
          default -> 0;
        };
    holds(rrn == null ? "" : rrn, story.isApproved(), held, now.id());
    for (Refund refund : now.refunds()) {
      long amount = refund.succeeded() ? refund.amount() : 0;
      holds(refund.rrn(), refund.succeeded(), amount, refund.id());
    }
  }

  private void holds(String rrn, boolean approved, long amount, String what) {
    NetworkPosition position = positions.get(rrn);
    int approvals = position == null ? 0 : position.approvals();
    long held = position == null ? 0 : position.outstanding();
    issuer.expect(
        approvals <= 1 && (approvals == 1 || !approved) && held == amount,
        "%s: the issuer approved %d times and holds %d instead of %d"
            .formatted(what, approvals, held, amount));
  }

  private void entry(BookedEntry entry) {
    switch (entry.type()) {
      case "capture", "void", "refund" -> {
        String paymentId = entry.eventId().substring(0, entry.eventId().indexOf(':'));
        long amount = entry.on("scheme_receivable");
        ledger.expect(eventIds.add(entry.eventId()), "two entries of " + entry.eventId());
        booked.merge(paymentId + entry.type(), Moved.NONE.plus(amount), Moved::plus);
        bookedTotals.merge(total(entry.head(), entry.type()), Moved.NONE.plus(amount), Moved::plus);
      }
      default -> {
        // Batch closes and payouts: verify's, not the shops'.
      }
    }
  }

  private static String total(String head, String type) {
    String[] parts = head.split("\\|", -1);
    return parts[0] + " " + parts[2] + " " + type;
  }

  private List<Verdict> judge() {
    stories.faults().forEach(answers::fault);
    long asked = 0;
    long unanswered = 0;
    for (KeyStory key : stories.keys()) {
      asked += key.answers();
      unanswered += key.unanswered() > 0 ? 1 : 0;
      definite.expect(key.isDefinite(), "key " + key.asked().key() + " has no answer to the end");
    }
    Map<String, Moved> toldTotals = new TreeMap<>();
    for (PaymentStory story : stories.payments().values()) {
      story.trouble().ifPresent(answers::fault);
      payments.expect(found.contains(story.id()), story.id() + " was told and is not there");
      movement(story, "capture", story.captured(), toldTotals);
      movement(story, "void", story.voided(), toldTotals);
      movement(story, "refund", story.refunded(), toldTotals);
    }
    booked.forEach((what, moved) -> ledger.fault(what + " " + moved + " was told to nobody"));
    totals.expect(
        toldTotals.equals(bookedTotals), "told " + toldTotals + ", booked " + bookedTotals);
    return List.of(
        answers.verdict("%d keys, %d answers".formatted(stories.keys().size(), asked)),
        definite.verdict(unanswered + " keys were left unanswered at least once"),
        payments.verdict(stories.payments().size() + " payments"),
        none.verdict(none.checked() + " payments in the store"),
        ledger.verdict(eventIds.size() + " entries"),
        issuer.verdict(positions.size() + " RRNs at the issuer"),
        totals.verdict(figures(toldTotals)),
        new PaidSessions(stories).verdict(statuses),
        heard.verdict());
  }

  private void movement(
      PaymentStory story, String type, Moved told, Map<String, Moved> toldTotals) {
    Moved entries = booked.remove(story.id() + type);
    Moved posted = entries == null ? Moved.NONE : entries;
    ledger.expect(
        posted.equals(told),
        "%s: %s told %s, in the ledger %s".formatted(story.id(), type, told, posted));
    if (told.count() > 0) {
      String merchant = merchants.get(story.asked().shop());
      toldTotals.merge(merchant + " " + story.asked().currency() + " " + type, told, Moved::plus);
    }
  }

  private static String figures(Map<String, Moved> totals) {
    return totals.entrySet().stream()
        .map(one -> one.getKey() + " " + one.getValue().count() + ": " + one.getValue().amount())
        .collect(Collectors.joining("; "));
  }
}
