package io.openvpos.authorization.vault;

/// Why a stored card number is read.
///
/// @param reference what it is read for: a payment's id, a retrieval reference number, ...
public record UseReason(Purpose purpose, String reference) {

  /// What for.
  public enum Purpose {
    /// A payment names the token: brand, class and fingerprint are told.
    PAYMENT("payment"),
    /// A request to the issuer names the number.
    ISSUER_REQUEST("issuer_request"),
    /// A reversal advice names the number.
    REVERSAL("reversal"),
    /// The directory server is asked about the number.
    AUTHENTICATION("authentication"),
    /// A new look-up key names the row.
    KEY_ROTATION("key_rotation");

    private final String code;

    Purpose(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  public static UseReason payment(String paymentId) {
    return new UseReason(Purpose.PAYMENT, paymentId);
  }

  public static UseReason issuerRequest(String reference) {
    return new UseReason(Purpose.ISSUER_REQUEST, reference);
  }

  public static UseReason reversal(String rrn) {
    return new UseReason(Purpose.REVERSAL, rrn);
  }

  public static UseReason authentication(String reference) {
    return new UseReason(Purpose.AUTHENTICATION, reference);
  }

  static UseReason keyRotation() {
    return new UseReason(Purpose.KEY_ROTATION, "rotate-keys");
  }
}
