package io.openvpos.sandbox.network.clearing;

import java.util.List;

/// A detail record as its fields. Not checked: a simulator may send anything.
///
/// @param type three letters
/// @param amount minor units
/// @param arn the acquirer's reference
/// @param caseReference empty where there is no case
record ClearingRecord(
    String type,
    String rrn,
    String stan,
    String authorizationCode,
    String pan,
    long amount,
    String currency,
    String date,
    String reason,
    String arn,
    String caseReference,
    int cycle) {

  private static final int FIELDS = 13;

  static ClearingRecord parse(String line) {
    List<String> fields = List.of(line.split("\\|", -1));
    if (fields.size() != FIELDS) {
      throw new IllegalArgumentException("not a record: " + line);
    }
    return new ClearingRecord(
        fields.get(1),
        fields.get(2),
        fields.get(3),
        fields.get(4),
        fields.get(5),
        Long.parseLong(fields.get(6)),
        fields.get(7),
        fields.get(8),
        fields.get(9),
        fields.get(10),
        fields.get(11),
        Integer.parseInt(fields.get(12)));
  }

  String line() {
    return String.join(
        "|",
        "D",
        type,
        rrn,
        stan,
        authorizationCode,
        pan,
        String.valueOf(amount),
        currency,
        date,
        reason,
        arn,
        caseReference,
        String.valueOf(cycle));
  }

  ClearingRecord withAmount(long other) {
    return new ClearingRecord(
        type,
        rrn,
        stan,
        authorizationCode,
        pan,
        other,
        currency,
        date,
        reason,
        arn,
        caseReference,
        cycle);
  }

  ClearingRecord withCurrency(String other) {
    return new ClearingRecord(
        type,
        rrn,
        stan,
        authorizationCode,
        pan,
        amount,
        other,
        date,
        reason,
        arn,
        caseReference,
        cycle);
  }

  ClearingRecord withRrn(String other) {
    return new ClearingRecord(
        type,
        other,
        stan,
        authorizationCode,
        pan,
        amount,
        currency,
        date,
        reason,
        "",
        caseReference,
        cycle);
  }

  /// What the network says about a case of this item.
  ClearingRecord about(String kind, Order order, String day) {
    return new ClearingRecord(
        kind,
        rrn,
        stan,
        authorizationCode,
        pan,
        order.amount() == 0 ? amount : order.amount(),
        currency,
        day,
        kind.equals("CBK") ? order.reason() : "",
        arn,
        order.caseReference(),
        Math.max(1, order.cycle()));
  }
}
