package io.openvpos.merchant.contract.request;

import io.openvpos.merchant.contract.domain.BsmvTreatment;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.contract.domain.Fees;
import io.openvpos.merchant.contract.domain.PayoutPlan;
import io.openvpos.merchant.contract.domain.PayoutTerms;
import io.openvpos.merchant.contract.domain.PriceRow;
import io.openvpos.merchant.contract.domain.Reserve;
import io.openvpos.merchant.contract.domain.ceiling.PriceCeilings;
import io.openvpos.merchant.request.FieldErrors;
import io.openvpos.merchant.request.FieldErrors.Range;
import io.openvpos.messaging.http.ProblemException.FieldError;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads contract terms from a request. Whatever the terms themselves would refuse is found before
/// they are made, each fault with its place; then what the state would refuse.
public final class TermsReading {

  private static final Range FEE = new Range(0, Fees.MAX_MINOR_UNITS);
  private static final Range TAX = new Range(0, ContractTerms.MAX_BSMV_BASIS_POINTS);
  private static final Range VALUE_DAYS = new Range(1, PayoutPlan.MAX_VALUE_DAYS);
  private static final Range RESERVE = new Range(0, Reserve.MAX_BASIS_POINTS);
  private static final Range MINIMUM = new Range(0, PayoutTerms.MAX_MINIMUM);
  private static final Set<String> CURRENCIES = Set.of("TRY", "USD", "EUR", "GBP");
  private static final PriceCeilings CEILINGS = PriceCeilings.bundled();

  private final FieldErrors faults;
  private final Basis basis;
  private List<PriceRow> asSent;

  private TermsReading(Basis basis) {
    this.basis = basis;
    faults = FieldErrors.below(basis.pointer());
    asSent = basis.before().rows();
  }

  /// What the reading starts from.
  ///
  /// @param pointer where the terms stand in the request
  /// @param before what is absent is as here
  /// @param mcc the merchant's category, frozen in the terms; null where it is not known yet
  /// @param firstDay from which they will hold; ceilings are checked from it on
  public record Basis(
      String pointer, ContractTerms before, @Nullable String mcc, LocalDate firstDay) {}

  /// The terms and what is wrong with them; if anything is, they are not what was sent.
  public record Read(ContractTerms terms, List<FieldError> faults) {}

  public static Read read(@Nullable TermsRequest sent, Basis basis) {
    TermsReading reading = new TermsReading(basis);
    ContractTerms terms =
        sent == null ? basis.before().forCategory(basis.mcc()) : reading.terms(sent);
    if (reading.faults.none()) {
      reading.checkRows(terms);
    }
    return new Read(terms, reading.faults.all());
  }

  private ContractTerms terms(TermsRequest sent) {
    ContractTerms before = basis.before();
    PayoutPlan plan = plan(sent);
    asSent = new RowsReading(faults, plan).rows(sent.rows(), before.rows());
    int tax =
        faults.within(sent.bsmvBasisPoints(), before.bsmvBasisPoints(), TAX, "/bsmv_basis_points");
    BsmvTreatment treatment = treatment(sent.bsmv());
    Optional<Fees> fees = fees(sent.fees());
    Optional<Reserve> reserve = reserve(sent.reserve());
    Optional<PayoutTerms> payoutTerms = payoutTerms(sent);
    if (!faults.none()) {
      return before;
    }
    return new ContractTerms(
        asSent,
        tax,
        treatment,
        Objects.requireNonNullElse(sent.commissionReturned(), before.commissionReturned()),
        plan,
        fees.orElseThrow(),
        reserve.orElseThrow(),
        basis.mcc(),
        payoutTerms.orElseThrow());
  }

  /// The terms' own plan. Where its days are wrong, so noted, rows are read with the one before.
  private PayoutPlan plan(TermsRequest sent) {
    PayoutPlan before = basis.before().payout();
    int days = faults.within(sent.valueDays(), before.valueDays(), VALUE_DAYS, "/value_days");
    return faults.none()
        ? new PayoutPlan(
            days, Objects.requireNonNullElse(sent.byInstallment(), before.byInstallment()))
        : before;
  }

  private BsmvTreatment treatment(@Nullable String sent) {
    if (sent == null) {
      return basis.before().bsmv();
    }
    Optional<BsmvTreatment> known =
        Arrays.stream(BsmvTreatment.values())
            .filter(each -> each.name().equalsIgnoreCase(sent))
            .findFirst();
    faults.check(known.isPresent(), "/bsmv", "invalid");
    return known.orElse(basis.before().bsmv());
  }

  private Optional<Fees> fees(TermsRequest.@Nullable FeesRequest sent) {
    if (sent == null) {
      return Optional.of(basis.before().fees());
    }
    long refund = faults.within(sent.refund(), 0L, FEE, "/fees/refund");
    long chargeback = faults.within(sent.chargeback(), 0L, FEE, "/fees/chargeback");
    return faults.none()
        ? Optional.of(
            new Fees(
                refund, chargeback, Objects.requireNonNullElse(sent.chargebackReturned(), true)))
        : Optional.empty();
  }

  private Optional<Reserve> reserve(TermsRequest.@Nullable ReserveRequest sent) {
    if (sent == null) {
      return Optional.of(basis.before().reserve());
    }
    int rate = faults.within(sent.basisPoints(), 0, RESERVE, "/reserve/basis_points");
    Range held = new Range(rate == 0 ? 0 : 1, Reserve.MAX_RELEASE_DAYS);
    int days = faults.within(sent.releaseDays(), 0, held, "/reserve/release_days");
    return faults.none() ? Optional.of(new Reserve(rate, days)) : Optional.empty();
  }

  private Optional<PayoutTerms> payoutTerms(TermsRequest sent) {
    PayoutTerms before = basis.before().payoutTerms();
    String wanted = sent.settlementCurrency();
    faults.check(
        wanted == null || wanted.equals("TRY") || wanted.equals("sale"),
        "/settlement_currency",
        "invalid");
    Map<String, Long> minimum = new TreeMap<>();
    Objects.requireNonNullElse(sent.minimumPayout(), Map.<String, @Nullable Long>of())
        .forEach((currency, amount) -> {
          String at = "/minimum_payout/" + currency;
          faults.check(CURRENCIES.contains(currency), "/minimum_payout", "invalid");
          faults.check(amount != null, at, "required");
          minimum.put(currency, faults.within(amount, 0L, MINIMUM, at));
        });
    return faults.none()
        ? Optional.of(
            new PayoutTerms(
                wanted == null ? before.inLira() : wanted.equals("TRY"),
                sent.minimumPayout() == null ? before.minimum() : minimum))
        : Optional.empty();
  }

  private void checkRows(ContractTerms terms) {
    faults.check(terms.complete(), "/rows", "incomplete");
    if (faults.none()) {
      new CeilingFaults(faults, asSent).note(CEILINGS.breaches(terms, basis.firstDay()));
    }
  }
}
