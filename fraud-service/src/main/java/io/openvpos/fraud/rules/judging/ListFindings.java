package io.openvpos.fraud.rules.judging;

import io.openvpos.fraud.lists.domain.ListBook;
import io.openvpos.fraud.lists.domain.ListEntity;
import io.openvpos.fraud.lists.domain.ListName;
import io.openvpos.fraud.lists.domain.ListPurpose;
import java.util.ArrayList;
import java.util.List;

/// The allow and block lists that a payment is on.
///
/// @param blocked codes of block lists
/// @param allowed codes of allow lists
public record ListFindings(List<String> blocked, List<String> allowed) {

  private static final List<ListName> BLOCKING = all(ListPurpose.BLOCK);
  private static final List<ListName> ALLOWING = all(ListPurpose.ALLOW);

  public static ListFindings of(PaymentFacts facts, ListBook book, ListBook.Moment moment) {
    return new ListFindings(on(BLOCKING, facts, book, moment), on(ALLOWING, facts, book, moment));
  }

  private static List<String> on(
      List<ListName> names, PaymentFacts facts, ListBook book, ListBook.Moment moment) {
    if (book.size() == 0) {
      return List.of();
    }
    List<String> on = new ArrayList<>();
    for (ListName name : names) {
      String value = value(name.entity(), facts);
      if (!value.isEmpty() && book.has(name.number(), value, moment)) {
        on.add(name.code());
      }
    }
    return on;
  }

  private static List<ListName> all(ListPurpose purpose) {
    return ListName.values().stream().filter(name -> name.purpose() == purpose).toList();
  }

  /// What of a payment is looked up.
  public static String value(ListEntity entity, PaymentFacts facts) {
    return switch (entity) {
      case CARD -> facts.cardFingerprint();
      case BIN -> facts.bin();
      case IP -> facts.ip();
      case EMAIL -> facts.email();
      case DEVICE -> facts.device();
      case COUNTRY -> facts.issuerCountry();
      case MERCHANT -> facts.merchantId();
    };
  }
}
