package io.openvpos.merchant.contract.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.openvpos.merchant.pricing.domain.Charge;
import io.openvpos.merchant.pricing.domain.Pricing;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTermsTest {

  private static final PriceRow ROW = PriceRow.forInstallments(1, 12, 200);
  private static final long LARGEST_SALE = 10_000_000_000L;

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 91, 2_000, Integer.MAX_VALUE})
  void valueDaysStayWithinWhatTheCalendarCovers(int valueDays) {
    refused(() -> terms(500, valueDays));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 5_001, Integer.MAX_VALUE})
  void aTaxRateIsSane(int basisPoints) {
    refused(() -> terms(basisPoints, 1));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 100_000_001, Long.MAX_VALUE})
  void amountsAreBounded(long minorUnits) {
    refused(() -> new PriceRow(null, null, null, 1, 12, 0, minorUnits));
    refused(() -> new Fees(minorUnits, 0, true));
    refused(() -> new Fees(0, minorUnits, true));
  }

  @Test
  void ratesAndInstalmentsAreBounded() {
    refused(() -> PriceRow.forInstallments(1, 12, 10_001));
    refused(() -> PriceRow.forInstallments(1, 13, 200));
    refused(() -> PriceRow.forInstallments(0, 12, 200));
    refused(() ->
        new ContractTerms(
            Collections.nCopies(201, ROW), 500, BsmvTreatment.ON_TOP, true, 1, Fees.none()));
  }

  @Test
  void theLargestSaleUnderTheDearestTermsHasAPrice() {
    ContractTerms dearest =
        new ContractTerms(
            List.of(new PriceRow(null, null, null, 1, 12, 10_000, Fees.MAX_MINOR_UNITS)),
            5_000,
            BsmvTreatment.ON_TOP,
            true,
            90,
            new Fees(Fees.MAX_MINOR_UNITS, Fees.MAX_MINOR_UNITS, true));

    Charge charge =
        Pricing.capture(
            dearest, new SaleTerms("visa", "debit", 1, Currency.getInstance("TRY")), LARGEST_SALE);

    assertThat(charge).isEqualTo(new Charge(10_100_000_000L, 5_050_000_000L));
    assertThat(Pricing.returned(charge, LARGEST_SALE, 0, LARGEST_SALE)).isEqualTo(charge);
  }

  private static ContractTerms terms(int bsmvBasisPoints, int valueDays) {
    return new ContractTerms(
        List.of(ROW), bsmvBasisPoints, BsmvTreatment.ON_TOP, true, valueDays, Fees.none());
  }

  private static void refused(Runnable made) {
    assertThatIllegalArgumentException().isThrownBy(made::run);
  }
}
