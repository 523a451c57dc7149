package io.openvpos.merchant.contract.domain.ceiling;

import io.openvpos.merchant.contract.domain.PriceRow;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How many instalments a sale may have by category, card class and day. The ledger does not ask:
/// what was sold is posted. It is asked before a sale, where there is still a choice.
public final class InstallmentCeilings {

  private static final Set<String> ALL = Set.of("*");

  /// Dated rows of the same sales replace each other.
  private record Sales(Set<String> categories, Set<String> cardClasses) {
    boolean contains(@Nullable String mcc, String cardClass) {
      return (categories.equals(ALL) || (mcc != null && categories.contains(mcc)))
          && (cardClasses.equals(ALL) || cardClasses.contains(cardClass));
    }
  }

  private record Row(LocalDate from, Sales sales, int most) {}

  private final List<Row> rows;

  private InstallmentCeilings(List<Row> rows) {
    this.rows = rows;
  }

  /// The table that comes with the service.
  public static InstallmentCeilings bundled() {
    return new InstallmentCeilings(
        Table.bundled("installment-ceilings.csv").stream().map(InstallmentCeilings::row).toList());
  }

  static InstallmentCeilings of(List<String> lines) {
    return new InstallmentCeilings(
        Table.parse(lines).stream().map(InstallmentCeilings::row).toList());
  }

  /// From 1 (single shot only) to [PriceRow#MAX_INSTALLMENTS].
  ///
  /// @param mcc the merchant's category; null where none is known
  public int max(@Nullable String mcc, String cardClass, LocalDate day) {
    Map<Sales, Row> newest = new HashMap<>();
    for (Row row : rows) {
      if (!row.from().isAfter(day) && row.sales().contains(mcc, cardClass)) {
        newest.merge(
            row.sales(), row, (one, other) -> one.from().isAfter(other.from()) ? one : other);
      }
    }
    return newest.values().stream().mapToInt(Row::most).min().orElse(PriceRow.MAX_INSTALLMENTS);
  }

  private static Row row(String[] cells) {
    int most = Integer.parseInt(cells[3]);
    if (most < 1 || most > PriceRow.MAX_INSTALLMENTS) {
      throw new IllegalStateException("a ceiling of " + most + " instalments");
    }
    return new Row(LocalDate.parse(cells[0]), new Sales(set(cells[1]), set(cells[2])), most);
  }

  private static Set<String> set(String cell) {
    return Set.copyOf(Arrays.asList(cell.split(" ", -1)));
  }
}
