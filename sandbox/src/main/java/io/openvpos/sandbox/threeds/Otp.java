package io.openvpos.sandbox.threeds;

import java.util.Arrays;
import java.util.Optional;

/// What a code typed on the challenge page brings about. Any other code is wrong; the third wrong
/// one ends the challenge.
public enum Otp {
  RIGHT("123456", "Y"),
  NOT_AUTHENTICATED("111111", "N"),
  REJECTED("222222", "R"),
  UNAVAILABLE("333333", "U"),
  ATTEMPT("777777", "A"),
  /// The RReq is never sent; the browser says it went well.
  RESULT_LOST("444444", "Y"),
  /// The RReq is sent long after the browser is back.
  RESULT_LATE("555555", "Y"),
  /// The RReq names another issuer's transaction; the browser says it went well.
  IDS_SWAPPED("666666", "Y"),
  /// The RReq is sent twice.
  RESULT_TWICE("888888", "Y"),
  /// The challenge took too long at the issuer.
  SESSION_EXPIRED("000000", "N"),
  /// The browser brings back what is no CRes.
  BROKEN_RESPONSE("999999", "Y");

  private final String code;
  private final String status;

  Otp(String code, String status) {
    this.code = code;
    this.status = status;
  }

  static Optional<Otp> of(String typed) {
    return Arrays.stream(values()).filter(otp -> otp.code.equals(typed.strip())).findFirst();
  }

  public String code() {
    return code;
  }

  /// EMV `transStatus` of the RReq.
  String status() {
    return status;
  }
}
