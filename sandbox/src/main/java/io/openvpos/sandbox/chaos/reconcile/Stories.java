package io.openvpos.sandbox.chaos.reconcile;

import io.openvpos.sandbox.chaos.load.Call;
import io.openvpos.sandbox.chaos.load.ClientLoad.Unsettled;
import io.openvpos.sandbox.chaos.load.Journal;
import io.openvpos.sandbox.chaos.load.JournalLine;
import io.openvpos.sandbox.chaos.load.Told;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The journal, sorted: by key, and by payment.
public final class Stories {

  private final Map<String, KeyStory> keys = new LinkedHashMap<>();
  private final Map<String, PaymentStory> payments = new LinkedHashMap<>();
  private final Map<String, SessionStory> sessions = new LinkedHashMap<>();
  private final Map<String, String> lastRead = new HashMap<>();
  private final List<String> faults = new ArrayList<>();

  private Stories() {}

  /// What the shop knows of a session.
  ///
  /// @param asked the request that opened it
  /// @param now the last that was told of it
  record SessionStory(JournalLine asked, Told now) {}

  /// Reads the whole journal.
  public static Stories of(Path journal) {
    Stories stories = new Stories();
    Journal.forEach(journal, stories::add);
    return stories;
  }

  private void add(JournalLine line) {
    if (line.kind().equals(JournalLine.READ)) {
      Told.of(line).ifPresent(told -> read(line, told));
      return;
    }
    KeyStory story = keys.computeIfAbsent(line.key(), _ -> new KeyStory(line));
    boolean news = story.told().isEmpty();
    story.add(line).ifPresent(faults::add);
    if (news) {
      story.told().ifPresent(told -> told(line, told));
    }
  }

  private void told(JournalLine line, Told told) {
    if (line.kind().equals(Call.Kind.SESSION.name())) {
      sessions.put(line.order(), new SessionStory(line, told));
    } else if (line.kind().equals(Call.Kind.CREATE.name())) {
      if (payments.put(told.id(), new PaymentStory(line, told)) != null) {
        faults.add("two keys were told the payment " + told.id());
      }
    } else {
      about(line, told);
    }
  }

  private void read(JournalLine line, Told told) {
    lastRead.put(told.id(), told.status());
    SessionStory session = sessions.get(line.order());
    if (session != null && told.isSession()) {
      sessions.put(line.order(), new SessionStory(session.asked(), told));
    } else if (session != null && !told.isRefund() && !payments.containsKey(told.id())) {
      payments.put(told.id(), new PaymentStory(line, told));
    } else {
      about(line, told);
    }
  }

  private void about(JournalLine line, Told told) {
    PaymentStory payment = payments.get(line.payment());
    if (payment == null) {
      faults.add("an answer about " + line.payment() + ", which nobody made");
    } else {
      payment.told(line, told);
    }
  }

  Collection<KeyStory> keys() {
    return keys.values();
  }

  Map<String, PaymentStory> payments() {
    return payments;
  }

  /// By the order that each is for.
  Map<String, SessionStory> sessions() {
    return sessions;
  }

  /// The calls that opened the sessions, to be read to their ends.
  public List<Unsettled> openedSessions() {
    return sessions.values().stream()
        .map(
            one -> new Unsettled(about(one.asked(), ""), "/v1/checkout/sessions/" + one.now().id()))
        .toList();
  }

  /// Answers that contradict each other or what was asked.
  List<String> faults() {
    return faults;
  }

  /// What was told to be under way and has not been read as settled since.
  public List<Unsettled> unsettled() {
    List<Unsettled> unsettled = new ArrayList<>();
    for (PaymentStory payment : payments.values()) {
      if (isUnsettled(payment.created())) {
        unsettled.add(
            new Unsettled(about(payment.asked(), payment.id()), "/v1/payments/" + payment.id()));
      }
      payment.refunds().values().stream()
          .filter(this::isUnsettled)
          .forEach(refund ->
              unsettled.add(
                  new Unsettled(
                      about(payment.asked(), payment.id()), "/v1/refunds/" + refund.id())));
    }
    return unsettled;
  }

  private boolean isUnsettled(Told told) {
    String now = lastRead.getOrDefault(told.id(), told.status());
    return now.equals("processing") || now.equals("pending") || now.equals("requires_action");
  }

  private static Call about(JournalLine asked, String paymentId) {
    return new Call(
        asked.shop(),
        Call.Kind.VOID,
        "",
        paymentId,
        asked.order(),
        asked.amount(),
        asked.currency(),
        Map.of());
  }
}
