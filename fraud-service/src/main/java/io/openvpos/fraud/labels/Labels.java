package io.openvpos.fraud.labels;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// All labels there are.
public interface Labels {

  /// False if it was known.
  boolean add(Label label);

  Optional<Label> find(String id);

  List<Label> ofPayment(String paymentId);

  List<Label> ofCard(String card);

  /// What is held of those of these payments that have a label: fraud or not.
  Map<String, Boolean> verdicts(Collection<String> payments);

  /// What is held of every labelled payment, one after another.
  void verdicts(BiConsumer<String, Boolean> each);
}
