package io.openvpos.sandbox.chaos.reconcile;

import io.openvpos.sandbox.chaos.load.JournalLine;
import io.openvpos.sandbox.chaos.load.Told;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All that was told about one idempotency key, in the order told.
final class KeyStory {

  private final JournalLine asked;
  private @Nullable JournalLine first;
  private @Nullable Told told;
  private boolean refused;
  private int answers;
  private int unanswered;

  KeyStory(JournalLine asked) {
    this.asked = asked;
  }

  /// What is wrong with one more answer, if anything.
  Optional<String> add(JournalLine next) {
    if (!next.request().equals(asked.request())) {
      return fault(next, "was asked another thing");
    }
    if (next.isFinal()) {
      return answered(next);
    }
    if (next.isRefusal()) {
      refused = true;
      return first == null ? Optional.empty() : fault(next, "was answered before");
    }
    if (next.isOpen()) {
      unanswered++;
      boolean forgotten = first != null && next.status() == 409;
      return forgotten ? fault(next, "was answered before") : Optional.empty();
    }
    return fault(next, "is no answer to expect");
  }

  private Optional<String> answered(JournalLine next) {
    answers++;
    JournalLine before = first;
    if (before == null) {
      first = next;
      told = Told.of(next).orElse(null);
      return refused ? fault(next, "was refused before") : Optional.empty();
    }
    boolean same = before.status() == next.status() && before.digest().equals(next.digest());
    if (!same) {
      return fault(next, "was answered " + before.status() + " and other bytes before");
    }
    return next.replayed() ? Optional.empty() : fault(next, "does not say that it is a repeat");
  }

  private Optional<String> fault(JournalLine next, String what) {
    return Optional.of(
        "key %s: %s %s from instance %d %s"
            .formatted(asked.key(), next.status(), next.code(), next.edge(), what));
  }

  JournalLine asked() {
    return asked;
  }

  /// The success that was told, if one was.
  Optional<Told> told() {
    return Optional.ofNullable(told);
  }

  /// Whether there was an answer for good: a success, a stored rejection or a refusal.
  boolean isDefinite() {
    return first != null || refused;
  }

  int answers() {
    return answers;
  }

  int unanswered() {
    return unanswered;
  }
}
