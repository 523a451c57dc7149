package io.openvpos.merchant.contract.domain;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// In which currency a merchant is paid, and from which amount on.
///
/// @param inLira whether sales in other currencies are paid in lira, at the rate of the day on
///   which they become payable
/// @param minimum by the currency paid in, in minor units; any amount where there is none
public record PayoutTerms(boolean inLira, SortedMap<String, Long> minimum) {

  /// Ten million: whoever waits for more has another reason.
  public static final long MAX_MINIMUM = 1_000_000_000L;

  /// Every sale in its own currency, any amount.
  public static final PayoutTerms OWN_CURRENCY = new PayoutTerms(false, Map.of());

  private static final String LIRA = "TRY";

  public PayoutTerms {
    minimum.forEach((currency, amount) -> {
      if (amount < 0 || amount > MAX_MINIMUM) {
        throw new IllegalArgumentException("a minimum payout of " + amount + " " + currency);
      }
    });
  }

  public PayoutTerms(boolean inLira, Map<String, Long> minimum) {
    this(inLira, Collections.unmodifiableSortedMap(new TreeMap<>(minimum)));
  }

  /// The currency that sales in another one are paid in; null if that is their own.
  public @Nullable String settlementCurrency(String currency) {
    return inLira && !currency.equals(LIRA) ? LIRA : null;
  }

  /// The least that is paid out of sales in the currency, in minor units of what they are paid in.
  public long minimumOf(String currency) {
    String paidIn = inLira ? LIRA : currency;
    return minimum.getOrDefault(paidIn, 0L);
  }
}
