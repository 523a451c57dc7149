package io.openvpos.fraud.assessment;

import java.util.List;

/// The first assessment of each payment request.
public interface Assessments {

  /// Keeps those whose request has none yet, and returns for each, in the order given, the one that
  /// is kept. When this returns they are stored.
  List<Assessment> keepFirst(List<Assessment> made);

  /// All assessments of a payment, the oldest first: usually one. A payment that the asker forgot
  /// in a crash and that came again with another body has several.
  List<Assessment> ofPayment(String paymentId);
}
