package io.openvpos.fraud.assessment;

/// Where payments wait that a person is to look at.
public interface ReviewQueue {

  /// Puts a payment there, once however often it is asked. When this returns it is stored.
  void open(Assessment assessment);
}
