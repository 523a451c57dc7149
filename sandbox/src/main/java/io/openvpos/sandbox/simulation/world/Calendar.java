package io.openvpos.sandbox.simulation.world;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which days staff wants closed early.
public final class Calendar {

  public static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 26);

  /// Noon in Istanbul; and half a minute before the day ends by itself.
  public static final Instant NOON = Instant.parse("2026-11-26T09:00:00Z");

  public static final Instant BEFORE_MIDNIGHT = Instant.parse("2026-11-26T20:59:30Z");

  private final SettlementStores stores;
  private @Nullable LocalDate upTo;

  Calendar(SettlementStores stores) {
    this.stores = stores;
  }

  /// Asks for the close of every day up to this one.
  public void close(LocalDate day) {
    upTo = day;
  }

  public LocalDate openDay() {
    return stores.sequence().map(now -> now.openDay()).orElse(FIRST_DAY);
  }

  /// Nothing that was asked for is still to be closed.
  public boolean settled() {
    return stores.sequence().filter(now -> now.closingDay().isEmpty()).isPresent() && !wantsClose();
  }

  boolean wantsClose() {
    return stores.sequence().isPresent() && wantsClose(openDay());
  }

  boolean wantsClose(LocalDate open) {
    return upTo != null && !open.isAfter(upTo);
  }
}
