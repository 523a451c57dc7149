package io.openvpos.merchant.ledger.domain.journal;

import io.openvpos.money.Mode;
import java.util.Currency;

/// The identity of a ledger head: one merchant, one mode, one currency.
public record HeadKey(String merchantId, Mode mode, Currency currency)
    implements Comparable<HeadKey> {

  public HeadKey {
    Invariant.check(
        !merchantId.isEmpty() && merchantId.indexOf('|') < 0, "a merchant id has no bar");
  }

  /// `merchant|mode|currency`.
  public String id() {
    return merchantId + "|" + mode.code() + "|" + currency.getCurrencyCode();
  }

  public static HeadKey parse(String id) {
    String[] parts = id.split("\\|", -1);
    Invariant.check(parts.length == 3, "a head id has three parts");
    return new HeadKey(parts[0], Mode.of(parts[1]), Currency.getInstance(parts[2]));
  }

  /// The identity of the entry that an event makes in this head.
  public String entryId(String eventId) {
    return id() + "|" + eventId;
  }

  @Override
  public int compareTo(HeadKey other) {
    return id().compareTo(other.id());
  }

  @Override
  public String toString() {
    return id();
  }
}
