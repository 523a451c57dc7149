package io.openvpos.fraud.labels;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Something that became known of a payment.
///
/// @param id of the fact it comes from: the same fact again is the same label
/// @param card the payment's fingerprint; empty if no assessment of it is known
/// @param source `chargeback`, `chargeback_reversed`, `network_report` or `case`
/// @param reason the network's code or an analyst's words
/// @param knownAt when it became known, not when the payment was made
public record Label(
    String id,
    String paymentId,
    String card,
    boolean fraud,
    String source,
    String reason,
    Instant knownAt,
    String by) {

  /// The label of these that stands: the newest word; of two at once, fraud.
  public static Optional<Label> standing(List<Label> labels) {
    return labels.stream().max(Comparator.comparing(Label::knownAt).thenComparing(Label::fraud));
  }

  /// What is held of a payment with these labels.
  public static Optional<Boolean> verdict(List<Label> labels) {
    return standing(labels).map(Label::fraud);
  }
}
