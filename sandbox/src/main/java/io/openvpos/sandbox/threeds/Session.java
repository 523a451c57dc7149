package io.openvpos.sandbox.threeds;

import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/// One transaction at the simulated schemes, in memory.
///
/// @param request the AReq
/// @param wrong how many wrong codes were typed
record Session(
    JsonNode request,
    String dsTransId,
    String acsTransId,
    AtomicInteger wrong,
    CardOutcome outcome) {

  String text(String name) {
    return request.path(name).asString("");
  }

  String serverId() {
    return text("threeDSServerTransID");
  }

  /// The proof of this cardholder's consent to this amount.
  String proof() {
    return Proofs.of(
        dsTransId,
        text("acctNumber"),
        Long.parseLong(text("purchaseAmount")),
        text("purchaseCurrency"));
  }

  /// The scheme's word for the status; Mastercard counts differently.
  String eci(String status) {
    boolean mastercard = text("acctNumber").startsWith("5");
    return switch (status) {
      case "Y" -> mastercard ? "02" : "05";
      case "A" -> mastercard ? "01" : "06";
      default -> mastercard ? "00" : "07";
    };
  }
}
