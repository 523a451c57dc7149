package io.openvpos.sandbox.chaos.reconcile;

import io.openvpos.sandbox.chaos.load.JournalLine;
import io.openvpos.sandbox.chaos.load.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the shop knows of one payment from its answers, in the order in which it asked. Amounts are
/// minor units.
final class PaymentStory {

  /// How much of a kind of money movement, in how many.
  record Moved(long count, long amount) {
    static final Moved NONE = new Moved(0, 0);

    Moved plus(long more) {
      return new Moved(count + 1, amount + more);
    }

    Moved plus(Moved other) {
      return new Moved(count + other.count, amount + other.amount);
    }
  }

  private final JournalLine asked;
  private final Told created;
  private final List<String> statuses = new ArrayList<>();
  private final Map<String, Told> refunds = new HashMap<>();
  private Moved captured = Moved.NONE;
  private Moved voided = Moved.NONE;
  private boolean isVoided;
  private @Nullable String trouble;

  PaymentStory(JournalLine asked, Told created) {
    this.asked = asked;
    this.created = created;
    status(asked, created);
    if (created.captured() > 0) {
      captured = captured.plus(created.captured());
    }
  }

  /// A success that the shop was told about this payment.
  void told(JournalLine line, Told told) {
    if (told.isRefund()) {
      refund(line, told);
      return;
    }
    status(line, told);
    switch (line.kind()) {
      case "CAPTURE" -> capture(line, told);
      case "VOID" -> {
        isVoided = true;
        voided = captured.amount() > 0 ? voided.plus(-captured.amount()) : voided;
      }
      default -> {
        // A read tells of no movement of its own, but of what a payer brought about.
        if (created.isWaiting() && captured.count() == 0 && told.captured() > 0) {
          captured = captured.plus(told.captured());
        }
      }
    }
  }

  /// Who reads a payment while the issuer is asked sees it under way, and anything may come of it.
  /// Only as the answer to a request does it say that no answer came and that it ends reversed.
  private void status(JournalLine line, Told told) {
    boolean isRead = line.kind().equals(JournalLine.READ);
    if (!isRead || !told.status().equals("processing")) {
      statuses.add(told.status());
    }
  }

  private void capture(JournalLine line, Told told) {
    long more = told.captured() - captured.amount();
    Long wanted = line.amount();
    if (more <= 0 || (wanted != null && wanted != more)) {
      trouble = "a capture of " + wanted + " was told as " + more;
    }
    captured = captured.plus(more);
  }

  private void refund(JournalLine line, Told told) {
    Long wanted = line.kind().equals(JournalLine.READ) ? null : line.amount();
    if (wanted != null && wanted != told.amount()) {
      trouble = "a refund of " + wanted + " was told as " + told.amount();
    }
    refunds.merge(told.id(), told, (before, now) -> before.isUnsettled() ? now : before);
  }

  JournalLine asked() {
    return asked;
  }

  Told created() {
    return created;
  }

  String id() {
    return created.id();
  }

  /// Whether the shop was ever told that the issuer approved it.
  boolean isApproved() {
    return statuses.contains("authorized") || statuses.contains("captured");
  }

  List<String> statuses() {
    return statuses;
  }

  Moved captured() {
    return captured;
  }

  /// Negative: what a void took back.
  Moved voided() {
    return voided;
  }

  boolean isVoided() {
    return isVoided;
  }

  /// By refund id, the last that was told of it.
  Map<String, Told> refunds() {
    return refunds;
  }

  /// Negative, of those that succeeded.
  Moved refunded() {
    Moved all = Moved.NONE;
    for (Told refund : refunds.values()) {
      all = refund.status().equals("succeeded") ? all.plus(-refund.amount()) : all;
    }
    return all;
  }

  /// An answer that does not fit what was asked.
  Optional<String> trouble() {
    return Optional.ofNullable(trouble).map(what -> id() + ": " + Objects.requireNonNull(what));
  }
}
