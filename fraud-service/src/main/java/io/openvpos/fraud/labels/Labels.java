package io.openvpos.fraud.labels;

import java.util.List;
import java.util.Map;

/// All labels there are.
public interface Labels {

  /// False if it was known.
  boolean add(Label label);

  List<Label> ofPayment(String paymentId);

  List<Label> ofCard(String card);

  /// What is held of every labelled payment: fraud or not.
  Map<String, Boolean> verdicts();
}
