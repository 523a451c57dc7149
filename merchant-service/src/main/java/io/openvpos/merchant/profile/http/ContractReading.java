package io.openvpos.merchant.profile.http;

import io.openvpos.merchant.contract.domain.BsmvTreatment;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.contract.domain.Fees;
import io.openvpos.merchant.contract.domain.PriceRow;
import io.openvpos.merchant.request.FieldErrors;
import io.openvpos.merchant.request.FieldErrors.Range;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads contract terms from a request; what is absent is as in the demo contract. Whatever the
/// terms themselves would refuse is found before they are made, each fault with its place.
final class ContractReading {

  private static final ContractTerms DEMO = ContractTerms.demo();
  private static final Range INSTALLMENTS = new Range(1, PriceRow.MAX_INSTALLMENTS);
  private static final Range RATE = new Range(0, PriceRow.MAX_RATE_BASIS_POINTS);
  private static final Range FEE = new Range(0, Fees.MAX_MINOR_UNITS);
  private static final Range TAX = new Range(0, ContractTerms.MAX_BSMV_BASIS_POINTS);
  private static final Range VALUE_DAYS = new Range(1, ContractTerms.MAX_VALUE_DAYS);

  private final FieldErrors errors;

  private ContractReading(FieldErrors errors) {
    this.errors = errors;
  }

  /// The terms; where `errors` has found anything, now or before, they are not what was sent.
  static ContractTerms read(MerchantRequest.@Nullable Contract sent, FieldErrors errors) {
    return sent == null ? DEMO : new ContractReading(errors).terms(sent);
  }

  private ContractTerms terms(MerchantRequest.Contract sent) {
    List<PriceRow> rows = rows(sent.rows());
    int tax =
        errors.within(
            sent.bsmvBasisPoints(), DEMO.bsmvBasisPoints(), TAX, "/contract/bsmv_basis_points");
    int valueDays =
        errors.within(sent.valueDays(), DEMO.valueDays(), VALUE_DAYS, "/contract/value_days");
    BsmvTreatment treatment = treatment(sent.bsmv());
    Optional<Fees> fees = fees(sent.fees());
    if (!errors.none()) {
      return DEMO;
    }
    ContractTerms terms =
        new ContractTerms(
            rows,
            tax,
            treatment,
            Objects.requireNonNullElse(sent.commissionReturned(), DEMO.commissionReturned()),
            valueDays,
            fees.orElseThrow());
    errors.check(terms.complete(), "/contract/rows", "incomplete");
    return terms;
  }

  private List<PriceRow> rows(@Nullable List<MerchantRequest.@Nullable Row> sent) {
    if (sent == null) {
      return DEMO.rows();
    }
    errors.check(!sent.isEmpty(), "/contract/rows", "required");
    errors.check(sent.size() <= ContractTerms.MAX_ROWS, "/contract/rows", "too_long");
    return IntStream.range(0, sent.size())
        .mapToObj(index -> row(sent.get(index), "/contract/rows/" + index))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<PriceRow> row(MerchantRequest.@Nullable Row sent, String at) {
    errors.check(sent != null, at, "required");
    if (sent == null) {
      return Optional.empty();
    }
    Integer rate = sent.rateBasisPoints();
    errors.check(rate != null, at + "/rate_basis_points", "required");
    int rateBasisPoints = errors.within(rate, 0, RATE, at + "/rate_basis_points");
    int least = errors.within(sent.minInstallments(), 1, INSTALLMENTS, at + "/min_installments");
    int most =
        errors.within(
            sent.maxInstallments(),
            PriceRow.MAX_INSTALLMENTS,
            INSTALLMENTS,
            at + "/max_installments");
    errors.check(least <= most, at + "/max_installments", "out_of_range");
    long fixed = errors.within(sent.fixedMinorUnits(), 0L, FEE, at + "/fixed_minor_units");
    Currency currency = currency(sent.currency(), at + "/currency");
    return errors.none()
        ? Optional.of(
            new PriceRow(
                sent.brand(), sent.cardClass(), currency, least, most, rateBasisPoints, fixed))
        : Optional.empty();
  }

  private @Nullable Currency currency(@Nullable String sent, String pointer) {
    if (sent == null) {
      return null;
    }
    Optional<Currency> known =
        Currency.getAvailableCurrencies().stream()
            .filter(each -> each.getCurrencyCode().equals(sent))
            .findFirst();
    errors.check(known.isPresent(), pointer, "invalid");
    return known.orElse(null);
  }

  private BsmvTreatment treatment(@Nullable String sent) {
    if (sent == null) {
      return DEMO.bsmv();
    }
    Optional<BsmvTreatment> known =
        Arrays.stream(BsmvTreatment.values())
            .filter(each -> each.name().equalsIgnoreCase(sent))
            .findFirst();
    errors.check(known.isPresent(), "/contract/bsmv", "invalid");
    return known.orElse(DEMO.bsmv());
  }

  private Optional<Fees> fees(MerchantRequest.@Nullable ContractFees sent) {
    if (sent == null) {
      return Optional.of(DEMO.fees());
    }
    long refund = errors.within(sent.refund(), 0L, FEE, "/contract/fees/refund");
    long chargeback = errors.within(sent.chargeback(), 0L, FEE, "/contract/fees/chargeback");
    return errors.none()
        ? Optional.of(
            new Fees(
                refund, chargeback, Objects.requireNonNullElse(sent.chargebackReturned(), true)))
        : Optional.empty();
  }
}
