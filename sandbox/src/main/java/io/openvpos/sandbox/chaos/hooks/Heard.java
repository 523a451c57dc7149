package io.openvpos.sandbox.chaos.hooks;

/// One arrival of a webhook.
///
/// @param accepted false if the server answered that it could not take it now
public record Heard(
    Subscriber by, String webhookId, String type, String object, long sequence, boolean accepted) {

  /// `pay_…:3 payment.captured`: the fact that it tells of.
  public String fact() {
    return fact(object, sequence, type);
  }

  public static String fact(String object, long sequence, String type) {
    return object + ":" + sequence + " " + type;
  }
}
