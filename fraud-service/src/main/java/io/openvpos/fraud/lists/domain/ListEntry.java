package io.openvpos.fraud.lists.domain;

import io.openvpos.money.Mode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One value on one list. A removed one stays, so that the past can be judged as it was.
///
/// @param id the key of its value, and which entry of that value it is: `le_3f…_2`
/// @param value canonical, as [ListValue] writes it
/// @param mode only payments of that mode; null for both
/// @param source who put it there: `analyst`, `csv`, `case`, `network_report` or [#CHARGEBACK]
/// @param addedAt by the clock of whoever added it
/// @param expiresAt event time from which it no longer counts; null for never
/// @param removedAt null while it stands
public record ListEntry(
    String id,
    ListName list,
    String value,
    @Nullable Mode mode,
    String reason,
    String source,
    String addedBy,
    Instant addedAt,
    @Nullable Instant expiresAt,
    @Nullable String removedBy,
    @Nullable Instant removedAt) {

  /// The source that takes its entries off again, where a dispute is won.
  public static final String CHARGEBACK = "chargeback";

  /// What all entries of one value on one list have in common.
  public String key() {
    return id.substring(0, id.lastIndexOf('_'));
  }

  /// The number of the entry among those of its value.
  public int number() {
    return Integer.parseInt(id.substring(id.lastIndexOf('_') + 1));
  }

  /// Whether it counts for a payment of now: when it was added does not matter, because no two
  /// clocks agree.
  public boolean standsFor(Instant at) {
    return removedAt == null && (expiresAt == null || expiresAt.isAfter(at));
  }

  /// Whether it counted for a payment of then.
  boolean stoodAt(Instant then) {
    return !addedAt.isAfter(then)
        && (removedAt == null || removedAt.isAfter(then))
        && (expiresAt == null || expiresAt.isAfter(then));
  }

  boolean concerns(Mode paymentMode) {
    return mode == null || mode == paymentMode;
  }
}
