package io.openvpos.settlement.fx;

import io.openvpos.messaging.day.BusinessDays;
import io.openvpos.settlement.fx.domain.RateSheet;
import io.openvpos.settlement.fx.domain.RateTable;
import io.openvpos.settlement.fx.xml.CentralBankSheet;
import io.openvpos.settlement.fx.xml.RefusedSheetException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// Takes the central bank's files as people hand them in, by whatever way, and says which table a
/// day would be converted by.
public final class RateIntake {

  /// The real file has some 12 KiB.
  public static final int MOST_BYTES = 256 << 10;

  private final RateDesk desk;
  private final RateTables tables;
  private final Latest latest;
  private final int maxAgeDays;

  /// Which date is today: business days may run ahead of the clock where days are played through.
  public record Latest(BusinessDays days, Clock clock, ZoneId zone) {
    LocalDate date() {
      LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
      LocalDate open = days.today();
      return open.isAfter(today) ? open : today;
    }
  }

  /// @param maxAgeDays of a table that may convert
  public RateIntake(RateDesk desk, RateTables tables, Latest latest, int maxAgeDays) {
    this.desk = desk;
    this.tables = tables;
    this.latest = latest;
    this.maxAgeDays = maxAgeDays;
  }

  /// Takes a file, once; a table of a day to come is refused.
  ///
  /// @throws RefusedSheetException with everything that is wrong; nothing of it counts then
  public RateDesk.Taken take(byte[] xml, String by) {
    RateSheet sheet = CentralBankSheet.read(xml);
    if (sheet.date().isAfter(latest.date())) {
      throw RefusedSheetException.of("/Tarih_Date/@Tarih", "out_of_range");
    }
    return desk.take(sheet, by);
  }

  /// Empty if the day's close would convert nothing.
  public Optional<RateTable> convertingOn(LocalDate day) {
    return tables.inForce(day).filter(table -> table.isFresh(day, maxAgeDays));
  }
}
