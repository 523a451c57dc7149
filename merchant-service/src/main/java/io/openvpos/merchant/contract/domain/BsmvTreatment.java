package io.openvpos.merchant.contract.domain;

/// How the banking tax (BSMV) relates to the agreed commission.
public enum BsmvTreatment {
  /// The merchant pays the tax on top of the commission: T = K * rate.
  ON_TOP,
  /// The agreed commission contains the tax: T = K * rate / (1 + rate).
  INSIDE
}
