package io.openvpos.sandbox.simulation;

import java.util.List;

/// The known-bad variants. Where the rule lives in an adapter that the simulation replaces (a
/// version filter, the loop of a consumer, the check before the socket), its own counterpart is
/// mutated, and the name says so.
@SuppressWarnings("StringConcatToTextBlock") // Error Prone 2.52 breaks on these literals.
final class Mutants {

  private static final String LEDGER =
      "merchant-service/src/main/java/io/openvpos/merchant/ledger/";
  private static final String PAYMENT =
      "authorization-service/src/main/java/io/openvpos/authorization/payment/";
  private static final String SETTLEMENT =
      "settlement-service/src/main/java/io/openvpos/settlement/";
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
        poisonSkipped(),
        holdCountedByRecord(),
        financialRequestSentAgain(),
        deadlineNotChecked(),
        lateApprovalNotReversed(),
        refundNotReserved(),
        ownKeyNotRead(),
        dayFoldedTwice(),
        confirmedTwice());
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

  private static Mutant holdCountedByRecord() {
    return Mutant.of(
        "holds counted by record, not by event",
        LEDGER + "hold/HoldCount.java",
        "first.merge(placed.fact().eventId(), placed, PlacedHold::first));",
        "first.merge(placed.fact().eventId() + placed.offset(), placed, PlacedHold::first));",
        "a fact that its relay repeats is authorized twice");
  }

  private static Mutant financialRequestSentAgain() {
    return Mutant.of(
        "financial request sent by who only found the attempt",
        PAYMENT + "AuthorizePayment.java",
        "      if (!written.writer().equals(received.writer())) {\n",
        "      if (written.writer().isEmpty()) {\n",
        "the shopper is charged twice");
  }

  private static Mutant deadlineNotChecked() {
    return Mutant.of(
        "deadline not checked before the socket (simulated connection)",
        WORLD + "CardNetwork.java",
        "      if (!scheduler.clock().instant().isBefore(request.deadline())) {\n",
        "      if (request.rrn().isEmpty()) {\n",
        "a request goes out that somebody has reversed");
  }

  private static Mutant lateApprovalNotReversed() {
    return Mutant.of(
        "late approval does not make its reversal due again",
        PAYMENT + "domain/PaymentEvolution.java",
        "advice.dueAgain() : advice",
        "advice : advice",
        "the shopper stays charged");
  }

  private static Mutant refundNotReserved() {
    return Mutant.of(
        "refund not reserved before it is sent",
        PAYMENT + "domain/Refund.java",
        "    return status != Status.FAILED;\n",
        "    return status == Status.SUCCEEDED;\n",
        "two refunds together exceed the capture");
  }

  private static Mutant ownKeyNotRead() {
    return Mutant.of(
        "own operation key not read again after a lost acknowledgement",
        PAYMENT + "OperationChange.java",
        "    if (used.isPresent()) {\n",
        "    if (used.isPresent() && !used.get().writer().equals(writer)) {\n",
        "one request captures twice");
  }

  private static Mutant dayFoldedTwice() {
    return Mutant.of(
        "a day folded into payables twice",
        SETTLEMENT + "payout/domain/Payables.java",
        "    return hasFolded(closing.day())\n",
        "    return closing.day() == null\n",
        "a merchant is paid twice");
  }

  private static Mutant confirmedTwice() {
    return Mutant.of(
        "a payout confirmed by every answer of the bank",
        SETTLEMENT + "payout/domain/Payables.java",
        "one.payout().id().equals(payoutId) && one.confirmation().isEmpty()",
        "one.payout().id().equals(payoutId)",
        "a hand-over that is repeated is booked again");
  }
}
