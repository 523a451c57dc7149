package io.openvpos.fraud.assessment;

import io.openvpos.money.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The first assessment of each payment request.
public interface Assessments {

  /// Keeps those whose request has none yet, and returns for each, in the order given, the one that
  /// is kept. When this returns they are stored.
  List<Assessment> keepFirst(List<Assessment> made);

  /// All assessments of a payment, the oldest first: usually one. A payment that the asker forgot
  /// in a crash and that came again with another body has several.
  List<Assessment> ofPayment(String paymentId);

  /// The first assessment of each payment requested from `from` on, the newest first, one after
  /// another.
  ///
  /// @param mode only those of that mode; null for both
  /// @param each false ends it
  void newest(Instant from, @Nullable Mode mode, Predicate<Assessment> each);

  /// The same in no order, of those requested before `to`.
  void between(Instant from, Instant to, Predicate<Assessment> each);

  /// The hours that late ones ([Assessment#isLate]) were requested in, each with when the newest of
  /// them was assessed, if from `from` on.
  Map<Instant, Instant> lateHours(Instant from);

  /// When the first of all was requested; empty if there is none.
  Optional<Instant> oldest();

  /// Of one card, address, e-mail or device in one mode, the newest first.
  List<Assessment> linked(LinkedBy link, String value, Mode mode, int limit);

  /// What payments may have in common.
  enum LinkedBy {
    CARD,
    IP,
    EMAIL,
    DEVICE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
