package io.openvpos.fraud.outcomes;

import java.util.List;

/// What happened to payments.
public interface Outcomes {

  /// Keeps them. What is known already changes nothing. When this returns they are stored.
  void keep(List<Outcome> told);

  /// In the order of the payment's life; none where nothing is known.
  List<Outcome> of(Outcome.Subject payment);
}
