package io.openvpos.fraud.rules.judging;

import io.openvpos.fraud.lists.domain.ListBook;
import io.openvpos.fraud.lists.domain.ListEntity;
import io.openvpos.fraud.lists.domain.ListName;
import io.openvpos.fraud.lists.domain.ListPurpose;
import java.util.List;

/// The allow and block lists that a payment is on.
///
/// @param blocked codes of block lists
/// @param allowed codes of allow lists
public record ListFindings(List<String> blocked, List<String> allowed) {

  public static ListFindings of(PaymentFacts facts, ListBook book, ListBook.Moment moment) {
    return new ListFindings(
        on(ListPurpose.BLOCK, facts, book, moment), on(ListPurpose.ALLOW, facts, book, moment));
  }

  private static List<String> on(
      ListPurpose purpose, PaymentFacts facts, ListBook book, ListBook.Moment moment) {
    return ListName.values().stream()
        .filter(name -> name.purpose() == purpose)
        .filter(name -> {
          String value = value(name.entity(), facts);
          return !value.isEmpty() && book.has(name.number(), value, moment);
        })
        .map(ListName::code)
        .toList();
  }

  /// What of a payment is looked up.
  public static String value(ListEntity entity, PaymentFacts facts) {
    return switch (entity) {
      case CARD -> facts.cardFingerprint();
      case BIN -> facts.bin();
      case IP -> facts.ip();
      case EMAIL -> facts.email();
      case COUNTRY -> facts.issuerCountry();
      case MERCHANT -> facts.merchantId();
    };
  }
}
