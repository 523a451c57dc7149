package io.openvpos.merchant.contract.request;

import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.contract.domain.Fees;
import io.openvpos.merchant.contract.domain.PayoutPlan;
import io.openvpos.merchant.contract.domain.PriceRow;
import io.openvpos.merchant.request.FieldErrors;
import io.openvpos.merchant.request.FieldErrors.Range;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the rows of a contract.
final class RowsReading {

  private static final Range INSTALLMENTS = new Range(1, PriceRow.MAX_INSTALLMENTS);
  private static final Range RATE = new Range(0, PriceRow.MAX_RATE_BASIS_POINTS);
  private static final Range AMOUNT = new Range(0, Fees.MAX_MINOR_UNITS);
  private static final Range VALUE_DAYS = new Range(1, PayoutPlan.MAX_VALUE_DAYS);

  private final FieldErrors faults;
  private final PayoutPlan plan;

  /// @param plan of the terms: what a row's own plan leaves open is as in it
  RowsReading(FieldErrors faults, PayoutPlan plan) {
    this.faults = faults;
    this.plan = plan;
  }

  /// In the order sent; fewer where one was wrong.
  List<PriceRow> rows(@Nullable List<TermsRequest.@Nullable Row> sent, List<PriceRow> absent) {
    if (sent == null) {
      return absent;
    }
    faults.check(!sent.isEmpty(), "/rows", "required");
    faults.check(sent.size() <= ContractTerms.MAX_ROWS, "/rows", "too_long");
    if (!faults.none()) {
      return List.of();
    }
    List<PriceRow> rows = new ArrayList<>();
    for (int index = 0; index < sent.size(); index++) {
      String at = "/rows/" + index;
      Optional<PriceRow> row = row(sent.get(index), at);
      row.ifPresent(read -> {
        faults.check(rows.stream().noneMatch(read::sameSales), at, "duplicate_row");
        rows.add(read);
      });
    }
    return rows;
  }

  private Optional<PriceRow> row(TermsRequest.@Nullable Row sent, String at) {
    faults.check(sent != null, at, "required");
    if (sent == null) {
      return Optional.empty();
    }
    Integer rate = sent.rateBasisPoints();
    faults.check(rate != null, at + "/rate_basis_points", "required");
    int rateBasisPoints = faults.within(rate, 0, RATE, at + "/rate_basis_points");
    int least = faults.within(sent.minInstallments(), 1, INSTALLMENTS, at + "/min_installments");
    int most =
        faults.within(
            sent.maxInstallments(),
            PriceRow.MAX_INSTALLMENTS,
            INSTALLMENTS,
            at + "/max_installments");
    faults.check(least <= most, at + "/max_installments", "out_of_range");
    long fixed = faults.within(sent.fixedMinorUnits(), 0L, AMOUNT, at + "/fixed_minor_units");
    long minimum = faults.within(sent.minimumMinorUnits(), 0L, AMOUNT, at + "/minimum_minor_units");
    known(sent.brand(), PriceRow.BRANDS, at + "/brand");
    known(sent.cardClass(), PriceRow.CARD_CLASSES, at + "/card_class");
    String mcc = sent.mcc();
    faults.check(mcc == null || mcc.matches("[0-9]{4}"), at + "/mcc", "invalid_format");
    Currency currency = currency(sent.currency(), at + "/currency");
    PayoutPlan own = plan(sent, at);
    return faults.none()
        ? Optional.of(
            new PriceRow(
                sent.brand(),
                sent.cardClass(),
                currency,
                mcc,
                least,
                most,
                rateBasisPoints,
                fixed,
                minimum,
                own))
        : Optional.empty();
  }

  private @Nullable PayoutPlan plan(TermsRequest.Row sent, String at) {
    if (sent.valueDays() == null && sent.byInstallment() == null) {
      return null;
    }
    int days = faults.within(sent.valueDays(), plan.valueDays(), VALUE_DAYS, at + "/value_days");
    return faults.none()
        ? new PayoutPlan(
            days, Objects.requireNonNullElse(sent.byInstallment(), plan.byInstallment()))
        : null;
  }

  private void known(@Nullable String sent, Set<String> all, String pointer) {
    faults.check(sent == null || all.contains(sent), pointer, "invalid");
  }

  private @Nullable Currency currency(@Nullable String sent, String pointer) {
    if (sent == null) {
      return null;
    }
    Optional<Currency> known =
        Currency.getAvailableCurrencies().stream()
            .filter(each -> each.getCurrencyCode().equals(sent))
            .findFirst();
    faults.check(known.isPresent(), pointer, "invalid");
    return known.orElse(null);
  }
}
