package io.openvpos.sandbox.verify.checks;

import io.openvpos.sandbox.verify.books.BookedEntry;
import io.openvpos.sandbox.verify.books.BookedHead;
import io.openvpos.sandbox.verify.books.Told;
import io.openvpos.schemas.settlement.CurrencyConverted;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// 7. What was earned from the entries; where it is from the entries too, and once more from the
///    balances that the heads keep and merchants read. Signed from the merchant's view.
final class MerchantMoney extends Check {

  /// What was earned and where it is.
  private record Sides(
      long gross,
      long commission,
      long tax,
      long adjustments,
      long converted,
      long held,
      long paidOut) {

    /// What was converted into another currency is earned there and no longer here.
    long earned() {
      long own = Math.addExact(Math.addExact(gross, commission), Math.addExact(tax, adjustments));
      return Math.addExact(own, converted);
    }

    long owned() {
      return Math.addExact(held, paidOut);
    }

    Sides plus(Sides other) {
      return new Sides(
          Math.addExact(gross, other.gross),
          Math.addExact(commission, other.commission),
          Math.addExact(tax, other.tax),
          Math.addExact(adjustments, other.adjustments),
          Math.addExact(converted, other.converted),
          Math.addExact(held, other.held),
          Math.addExact(paidOut, other.paidOut));
    }
  }

  /// The accounts that the merchant's money is in.
  private static final List<String> HELD =
      List.of("merchant_pending", "merchant_available", "merchant_reserve", "payout_in_transit");

  private final Map<String, Sides> heads = new TreeMap<>();
  private final Map<String, Long> kept = new TreeMap<>();

  /// Both halves of each conversion.
  private final ConversionHalves conversions = new ConversionHalves();

  MerchantMoney() {
    super(7, "earned = pending + available + reserve + in transit + paid");
  }

  @Override
  void entry(BookedEntry entry) {
    heads.merge(entry.head(), sides(entry), Sides::plus);
    conversions.entry(entry);
  }

  @Override
  void head(BookedHead head) {
    Map<String, Long> balances = head.balances();
    long held = 0;
    for (String account : HELD) {
      held = Math.subtractExact(held, balances.getOrDefault(account, 0L));
    }
    kept.put(head.id(), Math.addExact(held, head.paidOut()));
  }

  private static Sides sides(BookedEntry entry) {
    long held = -HELD.stream().mapToLong(entry::on).sum();
    if (entry.type().equals("adjustment")) {
      return new Sides(0, 0, 0, -entry.on("merchant_pending"), 0, held, 0);
    }
    if (entry.batchLine()) {
      return new Sides(
          entry.on("scheme_receivable"),
          entry.on("commission_income"),
          entry.on("bsmv_payable"),
          0,
          0,
          held,
          0);
    }
    if (entry.type().startsWith("conversion_")) {
      return new Sides(0, 0, 0, 0, entry.on("fx_position"), held, 0);
    }
    return new Sides(0, 0, 0, 0, 0, held, entry.paidOut());
  }

  @Override
  void told(Told told) {
    if (told.record() instanceof CurrencyConverted converted) {
      conversions.told(converted);
    }
  }

  @Override
  String judge() {
    conversions.judge(this);
    Map<String, Sides> totals = new TreeMap<>();
    heads.forEach((head, sides) -> {
      compare(head, sides);
      totals.merge(head.substring(head.indexOf('|') + 1), sides, Sides::plus);
    });
    kept.forEach((head, owned) -> {
      Sides sides = heads.get(head);
      long earned = sides == null ? 0 : sides.earned();
      expect(earned == owned, "%s: earned %d, its head shows %d".formatted(head, earned, owned));
    });
    totals.forEach((currency, sides) -> compare("all of " + currency, sides));
    return "%d heads, %d totals %s"
        .formatted(heads.size(), totals.size(), String.join(", ", totals.keySet()));
  }

  private void compare(String whose, Sides sides) {
    expect(
        sides.earned() == sides.owned(),
        "%s: earned %d, holds %d: %s".formatted(whose, sides.earned(), sides.owned(), sides));
  }
}
