package io.openvpos.merchant.contract.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.openvpos.merchant.pricing.domain.Charge;
import io.openvpos.merchant.pricing.domain.Pricing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTermsTest {

  private static final PriceRow ROW = PriceRow.forInstallments(1, 12, 200);
  private static final Currency TRY = Currency.getInstance("TRY");
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

  @Test
  void theChoiceOfARowNeverDependsOnTheOrderWritten() {
    long seed = Long.getLong("seed", 20_261_126L);
    Random random = new Random(seed);
    for (int round = 0; round < 3_000; round++) {
      List<PriceRow> rows = differentRows(random);
      ContractTerms written = withRows(rows);
      List<PriceRow> shuffled = new ArrayList<>(rows);
      Collections.shuffle(shuffled, random);
      SaleTerms sale =
          new SaleTerms(
              pick(random, "visa", "troy"),
              pick(random, "debit", "own_bank"),
              1 + random.nextInt(12),
              Currency.getInstance(pick(random, "TRY", "EUR")));
      assertThat(withRows(shuffled).rowFor(sale))
          .as("seed %d, round %d: %s", seed, round, rows)
          .isEqualTo(written.rowFor(sale));
    }
  }

  @Test
  void theClassWeighsMoreThanCategoryAndThatMoreThanBrandAndCurrencyTogether() {
    PriceRow byClass = row(null, "debit", null, null, 1, 12, 1);
    PriceRow byCategory = row(null, null, null, "5812", 1, 12, 2);
    PriceRow byBrandAndCurrency = row("troy", null, TRY, null, 3, 3, 3);
    PriceRow byBrand = row("troy", null, null, null, 1, 12, 4);
    PriceRow byCurrency = row(null, null, TRY, null, 1, 12, 5);
    ContractTerms terms =
        withRows(List.of(byCurrency, byBrand, byBrandAndCurrency, byCategory, byClass, ROW));

    assertThat(terms.forCategory("5812").rowFor(new SaleTerms("troy", "debit", 3, TRY)))
        .isEqualTo(byClass);
    assertThat(terms.forCategory("5812").rowFor(new SaleTerms("troy", "own_bank", 3, TRY)))
        .isEqualTo(byCategory);
    assertThat(terms.forCategory("5943").rowFor(new SaleTerms("troy", "own_bank", 3, TRY)))
        .isEqualTo(byBrandAndCurrency);
    assertThat(terms.forCategory("5943").rowFor(new SaleTerms("troy", "own_bank", 4, TRY)))
        .isEqualTo(byBrand);
    assertThat(terms.forCategory("5943").rowFor(new SaleTerms("visa", "own_bank", 4, TRY)))
        .isEqualTo(byCurrency);
  }

  /// No two for exactly the same sales; the last one prices everything.
  private static List<PriceRow> differentRows(Random random) {
    List<PriceRow> rows = new ArrayList<>();
    for (int tries = 0; tries < 12; tries++) {
      int from = 1 + random.nextInt(12);
      PriceRow drawn =
          row(
              random.nextBoolean() ? null : pick(random, "visa", "troy"),
              random.nextBoolean() ? null : pick(random, "debit", "own_bank"),
              random.nextBoolean() ? null : Currency.getInstance(pick(random, "TRY", "EUR")),
              random.nextBoolean() ? null : pick(random, "5812", "5943"),
              from,
              from + random.nextInt(13 - from),
              random.nextInt(300));
      if (rows.stream().noneMatch(drawn::sameSales)) {
        rows.add(drawn);
      }
    }
    rows.removeIf(ROW::sameSales);
    rows.add(ROW);
    return rows;
  }

  private static ContractTerms withRows(List<PriceRow> rows) {
    return new ContractTerms(rows, 500, BsmvTreatment.ON_TOP, true, 1, Fees.none())
        .forCategory("5812");
  }

  private static PriceRow row(
      @Nullable String brand,
      @Nullable String cardClass,
      @Nullable Currency currency,
      @Nullable String mcc,
      int from,
      int to,
      int rate) {
    return new PriceRow(brand, cardClass, currency, mcc, from, to, rate, 0, 0, null);
  }

  private static String pick(Random random, String one, String other) {
    return random.nextBoolean() ? one : other;
  }

  private static ContractTerms terms(int bsmvBasisPoints, int valueDays) {
    return new ContractTerms(
        List.of(ROW), bsmvBasisPoints, BsmvTreatment.ON_TOP, true, valueDays, Fees.none());
  }

  private static void refused(Runnable made) {
    assertThatIllegalArgumentException().isThrownBy(made::run);
  }
}
