package io.openvpos.sandbox.simulation;

import java.util.List;

/// The known-bad variants. Where the rule lives in an adapter that the simulation replaces (a
/// version filter, the loop of a consumer, the check before the socket), its own counterpart is
/// mutated, and the name says so.
@SuppressWarnings("StringConcatToTextBlock") // Error Prone 2.52 breaks on these literals.
final class Mutants {

  private static final String LEDGER =
      "merchant-service/src/main/java/io/openvpos/merchant/ledger/";
  private static final String WORLD = "sandbox/src/main/java/io/openvpos/sandbox/simulation/world/";

  private Mutants() {}

  static List<Mutant> all() {
    return List.of(
        checkOrderSwapped(),
        batchNotDistinct(),
        pulledBeforeInserted(),
        pulledBeforeAcknowledged(),
        relayPullsBeforeAcknowledged(),
        noVersionFilterOfPayments(),
        noVersionFilterOfHeads(),
        committedBeforeApplied(),
        markerBeforeItsEntries(),
        poisonSkipped());
  }

  private static Mutant checkOrderSwapped() {
    return Mutant.of(
            "entries looked up before the head is read",
            LEDGER + "EntryPosting.java",
            "      Head head = heads.find(key).orElseGet(() -> Head.empty(key));\n",
            """
                  Set<String> early = entries.stored(key, wanted.keySet());
                  Head head = heads.find(key).orElseGet(() -> Head.empty(key));
            """,
            "an entry pulled in between is in neither place and is posted twice")
        .and("Set<String> stored = entries.stored(key, wanted.keySet());", "var stored = early;");
  }

  private static Mutant batchNotDistinct() {
    return new Mutant(
        "batch not reduced to distinct ids",
        LEDGER + "domain/journal/Head.java",
        List.of(
            new Mutant.Patch(
                "    for (EntryDraft draft : drafts) {\n",
                """
                    List<EntryDraft> twice = new ArrayList<>(drafts);
                    twice.addAll(drafts);
                    for (EntryDraft draft : twice) {
                """),
            new Mutant.Patch(
                "if (done.add(draft.eventId())) {", "if (!done.contains(draft.eventId())) {")),
        "a fact that one poll brings twice is posted twice");
  }

  private static Mutant pulledBeforeInserted() {
    return Mutant.of(
            "entry pulled from its head before it is inserted",
            LEDGER + "EntryRelease.java",
            "    entries.insert(pending);\n",
            "    heads.released(holders);\n    entries.insert(pending);\n",
            "a crash in between loses the entry")
        .and(
            "    feed.publish(pending);\n    heads.released(holders);\n",
            "    feed.publish(pending);\n");
  }

  private static Mutant pulledBeforeAcknowledged() {
    return Mutant.of(
        "entry pulled from its head before the broker acknowledged it",
        LEDGER + "EntryRelease.java",
        "    feed.publish(pending);\n    heads.released(holders);\n",
        "    heads.released(holders);\n    feed.publish(pending);\n",
        "a crash in between loses the line");
  }

  private static Mutant relayPullsBeforeAcknowledged() {
    return Mutant.of(
        "relay pulls an event before the broker acknowledged it",
        "messaging/src/main/java/io/openvpos/messaging/outbox/OutboxRelay.java",
        "    if (lane == null || next == null) {\n      return;\n    }\n",
        """
            if (lane == null || next == null) {
              return;
            }
            acknowledged
                .computeIfAbsent(documentId, _ -> ConcurrentHashMap.newKeySet())
                .add(next.eventId());
        """,
        "an event that is not appended is never sent again");
  }

  private static Mutant noVersionFilterOfPayments() {
    return Mutant.of(
        "no version filter on payments (simulated store)",
        WORLD + "PaymentStore.java",
        "current == null || current.version() != before.version()",
        "current == null",
        "of two changes at once one is lost");
  }

  private static Mutant noVersionFilterOfHeads() {
    return Mutant.of(
        "no version filter on heads (simulated store)",
        WORLD + "LedgerStore.java",
        "      if (stored.version() != changed.version() - 1) {\n",
        "      if (stored.version() < 0) {\n",
        "of two appends at once one is lost");
  }

  private static Mutant committedBeforeApplied() {
    return Mutant.of(
        "offsets committed before the records are applied (simulated consumer loop)",
        WORLD + "ConsumerGroup.java",
        "      int done = polled.size();\n",
        "      int done = polled.size();\n      commit(polled);\n",
        "a crash in between loses the records");
  }

  private static Mutant markerBeforeItsEntries() {
    return Mutant.of(
        "marker forwarded before its entries",
        LEDGER + "PartitionIntake.java",
        "    post();\n    ledger.dayClose().ended(day, source, offset, at);\n",
        "    ledger.dayClose().ended(day, source, offset, at);\n    post();\n",
        "entries come behind the mark of their day");
  }

  private static Mutant poisonSkipped() {
    return Mutant.of(
        "undecodable record skipped",
        "messaging/src/main/java/io/openvpos/messaging/parking/kafka/MoneyIntake.java",
        "        if (failure.isPresent()) {\n",
        "        if (failure.isPresent() && failure.get().getMessage() == null) {\n",
        "a fact has no entry");
  }
}
