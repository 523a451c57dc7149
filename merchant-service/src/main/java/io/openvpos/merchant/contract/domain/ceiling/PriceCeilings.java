package io.openvpos.merchant.contract.domain.ceiling;

import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.contract.domain.PayoutPlan;
import io.openvpos.merchant.contract.domain.PriceRow;
import io.openvpos.merchant.contract.domain.SaleTerms;
import io.openvpos.merchant.contract.domain.ceiling.Breach.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What the central bank lets a contract take, by card class and day. Asked of whole terms: for
/// every kind of sale that the rows tell apart, the row that would price it is compared; so a row
/// that another one hides for every limited card is not.
///
/// Only rates and days are limited. A fixed or minimum part has no percentage to compare.
public final class PriceCeilings {

  /// Paid on the next bank day.
  private static final int NEXT_DAY = 1;

  /// Stands for every brand, and every currency, that no row names.
  private static final String OTHER_BRAND = "";

  private static final Currency OTHER_CURRENCY = Currency.getInstance("XTS");

  private record Ceiling(Kind kind, LocalDate from, Set<String> cardClasses, int limit) {}

  /// What a limited sale is checked by.
  private record Rule(Kind kind, String cardClass) {}

  private final Map<Rule, List<Ceiling>> byRule = new LinkedHashMap<>();

  private PriceCeilings(List<Ceiling> ceilings) {
    for (Ceiling ceiling : ceilings) {
      for (String cardClass : ceiling.cardClasses()) {
        byRule
            .computeIfAbsent(new Rule(ceiling.kind(), cardClass), rule -> new ArrayList<>())
            .add(ceiling);
      }
    }
    byRule.values().forEach(dated -> dated.sort(Comparator.comparing(Ceiling::from)));
  }

  /// The table that comes with the service.
  public static PriceCeilings bundled() {
    return new PriceCeilings(
        Table.bundled("price-ceilings.csv").stream().map(PriceCeilings::ceiling).toList());
  }

  static PriceCeilings of(List<String> lines) {
    return new PriceCeilings(Table.parse(lines).stream().map(PriceCeilings::ceiling).toList());
  }

  /// What terms that hold from a day on break: of the ceilings in force on that day and of all that
  /// come later, since terms have no last day. At most one breach for each row and kind, that of
  /// the lowest limit.
  public List<Breach> breaches(ContractTerms terms, LocalDate firstDay) {
    Map<List<Object>, Breach> found = new LinkedHashMap<>();
    byRule.forEach((rule, dated) -> {
      for (Ceiling ceiling : holding(dated, firstDay)) {
        for (PriceRow row : above(terms, rule, ceiling.limit())) {
          found.merge(
              List.of(row, rule.kind()),
              new Breach(row, rule.kind(), ceiling.limit(), ceiling.from()),
              (one, other) -> one.limit() <= other.limit() ? one : other);
        }
      }
    });
    return List.copyOf(found.values());
  }

  private static List<Ceiling> holding(List<Ceiling> dated, LocalDate firstDay) {
    int first = 0;
    for (int index = 0; index < dated.size(); index++) {
      if (!dated.get(index).from().isAfter(firstDay)) {
        first = index;
      }
    }
    return dated.subList(first, dated.size());
  }

  private static Set<PriceRow> above(ContractTerms terms, Rule rule, int limit) {
    Set<PriceRow> rows = new LinkedHashSet<>();
    int most = rule.kind() == Kind.COMMISSION ? 1 : PriceRow.MAX_INSTALLMENTS;
    for (int installments = 1; installments <= most; installments++) {
      for (PriceRow row : pricing(terms, rule.cardClass(), installments)) {
        PayoutPlan plan = terms.planOf(row);
        boolean broken =
            switch (rule.kind()) {
              case COMMISSION -> plan.valueDays() == NEXT_DAY && row.rateBasisPoints() > limit;
              case VALUE_DAYS -> plan.parts(installments) == 1 && plan.valueDays() > limit;
            };
        if (broken) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  /// The rows that price a sale of the class, one for each brand and currency told apart.
  private static Set<PriceRow> pricing(ContractTerms terms, String cardClass, int installments) {
    Set<String> brands = new LinkedHashSet<>(Set.of(OTHER_BRAND));
    Set<Currency> currencies = new LinkedHashSet<>(Set.of(OTHER_CURRENCY));
    for (PriceRow row : terms.rows()) {
      brands.add(Objects.requireNonNullElse(row.brand(), OTHER_BRAND));
      currencies.add(Objects.requireNonNullElse(row.currency(), OTHER_CURRENCY));
    }
    Set<PriceRow> found = new LinkedHashSet<>();
    for (String brand : brands) {
      for (Currency currency : currencies) {
        found.add(terms.rowFor(new SaleTerms(brand, cardClass, installments, currency)));
      }
    }
    return found;
  }

  private static Ceiling ceiling(String[] cells) {
    return new Ceiling(
        Kind.valueOf(cells[0].toUpperCase(Locale.ROOT)),
        LocalDate.parse(cells[1]),
        new LinkedHashSet<>(Arrays.asList(cells[2].split(" ", -1))),
        Integer.parseInt(cells[3]));
  }
}
