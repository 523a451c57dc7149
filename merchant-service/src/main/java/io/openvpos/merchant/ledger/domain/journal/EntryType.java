package io.openvpos.merchant.ledger.domain.journal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What an entry records.
public enum EntryType {
  CAPTURE,
  VOID,
  REFUND,
  CHARGEBACK,
  CHARGEBACK_REVERSAL,
  ADJUSTMENT,
  BATCH_CLOSE,
  RESERVE_HELD,
  RESERVE_RELEASED,
  PAYOUT_INSTRUCTED,
  PAYOUT_CONFIRMED,
  PAYOUT_REJECTED,
  PAYOUT_RETURNED,
  SCHEME_PAYMENT,
  CONVERSION_OUT,
  CONVERSION_IN;

  private static final Map<String, EntryType> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(EntryType::code, Function.identity()));

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static EntryType of(String code) {
    EntryType type = BY_CODE.get(code);
    if (type == null) {
      throw new IllegalStateException("not an entry type: " + code);
    }
    return type;
  }

  /// Whether entries of this type are lines of a batch: they touch the merchant only through
  /// merchant_pending.
  public boolean batchLine() {
    return switch (this) {
      case CAPTURE, VOID, REFUND, CHARGEBACK, CHARGEBACK_REVERSAL, ADJUSTMENT -> true;
      case BATCH_CLOSE,
          RESERVE_HELD,
          RESERVE_RELEASED,
          PAYOUT_INSTRUCTED,
          PAYOUT_CONFIRMED,
          PAYOUT_REJECTED,
          PAYOUT_RETURNED,
          SCHEME_PAYMENT,
          CONVERSION_OUT,
          CONVERSION_IN ->
          false;
    };
  }
}
