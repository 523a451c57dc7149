package io.openvpos.sandbox.network.clearing;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Something that the next clearing file is to have: a fault or a word about a chargeback.
///
/// - `missing`, `extra`, `duplicate`, `amount`, `currency`: the file lacks the item, has one more
///   that nobody presented, has it twice, with one minor unit more, in another currency
/// - `CBK`: charges the item back, whatever day it was presented on
/// - `CBR`, `RPA`, `RPR`: withdraws the case, decides it for the merchant, for the issuer
///
/// @param rrn of the presented item; `*` is the first of the day
/// @param amount minor units; 0: the item's own
/// @param reason the network's code, of a chargeback
/// @param caseReference the case, for what is not a fault
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Order(
    String what, String rrn, long amount, String reason, String caseReference, int cycle) {

  /// Absent words are empty.
  public Order(
      @Nullable String what,
      @Nullable String rrn,
      long amount,
      @Nullable String reason,
      @Nullable String caseReference,
      int cycle) {
    this.what = text(what);
    this.rrn = text(rrn);
    this.amount = amount;
    this.reason = text(reason);
    this.caseReference = text(caseReference);
    this.cycle = cycle;
  }

  /// A fault of the item.
  public static Order fault(String what, String rrn) {
    return new Order(what, rrn, 0, "", "", 0);
  }

  /// A chargeback of a part of the item.
  public static Order chargeback(String rrn, long amount, String reason, String caseReference) {
    return new Order("CBK", rrn, amount, reason, caseReference, 1);
  }

  boolean isFault() {
    return caseReference.isEmpty();
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
