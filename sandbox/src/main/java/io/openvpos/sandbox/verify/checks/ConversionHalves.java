package io.openvpos.sandbox.verify.checks;

import io.openvpos.money.Money;
import io.openvpos.sandbox.verify.books.BookedEntry;
import io.openvpos.schemas.WireMoney;
import io.openvpos.schemas.settlement.CurrencyConverted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The two entries of each conversion: none is there without the other, they are of one merchant
/// and mode, and what was told of them is their amounts at the rate told.
final class ConversionHalves {

  private static final String OUT = ":out";
  private static final String IN = ":in";

  /// An entry, by what it moved on `fx_position`: credited where money is sold.
  private record Half(String head, long amount) {
    String owner() {
      return head.substring(0, head.lastIndexOf('|'));
    }
  }

  private final Map<String, Half> sold = new TreeMap<>();
  private final Map<String, Half> bought = new TreeMap<>();
  private final Map<String, CurrencyConverted> told = new TreeMap<>();

  void entry(BookedEntry entry) {
    Half half = new Half(entry.head(), entry.on("fx_position"));
    switch (entry.type()) {
      case "conversion_out" -> sold.put(base(entry.eventId(), OUT), half);
      case "conversion_in" -> bought.put(base(entry.eventId(), IN), half);
      default -> {
        // Another entry.
      }
    }
  }

  void told(CurrencyConverted fact) {
    told.put(fact.getEnvelope().getEventId(), fact);
  }

  void judge(Check faults) {
    TreeSet<String> all = new TreeSet<>(sold.keySet());
    all.addAll(bought.keySet());
    all.addAll(told.keySet());
    for (String id : all) {
      Half out = sold.get(id);
      Half in = bought.get(id);
      faults.expect(
          out != null && in != null && out.owner().equals(in.owner()),
          "conversion %s is only one half: sold %s, bought %s".formatted(id, out, in));
      CurrencyConverted fact = told.get(id);
      faults.expect(
          fact != null && isOf(fact, out, in),
          "conversion %s was told as %s; sold %s, bought %s".formatted(id, fact, out, in));
    }
  }

  private static boolean isOf(CurrencyConverted fact, @Nullable Half out, @Nullable Half in) {
    Money given = WireMoney.read(fact.getSold());
    Money taken = WireMoney.read(fact.getBought());
    int digits =
        taken.currency().getDefaultFractionDigits() - given.currency().getDefaultFractionDigits();
    long atRate =
        BigDecimal.valueOf(given.minorUnits())
            .multiply(new BigDecimal(fact.getRate()))
            .scaleByPowerOfTen(digits)
            .divide(BigDecimal.valueOf(fact.getUnit()), 0, RoundingMode.HALF_UP)
            .longValueExact();
    return atRate == taken.minorUnits()
        && out != null
        && out.amount() == -given.minorUnits()
        && in != null
        && in.amount() == taken.minorUnits();
  }

  private static String base(String eventId, String side) {
    return eventId.endsWith(side)
        ? eventId.substring(0, eventId.length() - side.length())
        : eventId;
  }
}
