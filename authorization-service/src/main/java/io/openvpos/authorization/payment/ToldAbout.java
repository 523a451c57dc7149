package io.openvpos.authorization.payment;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a merchant's own servers were told about a payment, for its timeline.
public interface ToldAbout {

  List<Line> payment(String paymentId);

  /// One line of the timeline.
  ///
  /// @param data strings and whole numbers
  record Line(String id, String type, Instant at, Map<String, Object> data) {}
}
