package io.openvpos.merchant.contract.domain.ceiling;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.contract.domain.BsmvTreatment;
import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.contract.domain.Fees;
import io.openvpos.merchant.contract.domain.PayoutPlan;
import io.openvpos.merchant.contract.domain.PriceRow;
import io.openvpos.merchant.contract.domain.Reserve;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CeilingsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final PriceCeilings BUNDLED = PriceCeilings.bundled();

  /// Lowered on the first of January 2027.
  private static final PriceCeilings LOWERED =
      PriceCeilings.of(
          List.of(
              "commission,2025-11-01,domestic_credit,356,now",
              "commission,2027-01-01,domestic_credit,150,then"));

  @Test
  void theDemoContractObeysEveryCeiling() {
    assertThat(BUNDLED.breaches(ContractTerms.demo(), ContractBook.ALWAYS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "domestic_credit, 356, 0",
    "domestic_credit, 357, 1",
    "own_bank, 357, 1",
    "commercial, 357, 1",
    "debit, 104, 0",
    "debit, 105, 1",
    "prepaid, 105, 1",
    "foreign, 900, 0"
  })
  void theNextDaySingleShotRateIsLimitedByClass(String cardClass, int rate, int breaches) {
    ContractTerms terms =
        terms(
            PayoutPlan.afterDays(1),
            PriceRow.forInstallments(1, 12, 100),
            PriceRow.forClass(cardClass, rate));

    assertThat(BUNDLED.breaches(terms, TODAY)).hasSize(breaches);
  }

  @Test
  void whatIsPaidLaterOrInInstalmentsHasNoCeilingOfItsRate() {
    PriceRow single = PriceRow.forInstallments(1, 1, 100);
    PriceRow instalments = PriceRow.forInstallments(2, 12, 900);

    assertThat(BUNDLED.breaches(terms(PayoutPlan.afterDays(1), single, instalments), TODAY))
        .isEmpty();
    assertThat(
            BUNDLED.breaches(
                terms(PayoutPlan.afterDays(2), PriceRow.forInstallments(1, 12, 900)), TODAY))
        .isEmpty();
  }

  @Test
  void aRowThatMoreSpecificOnesHideIsNotCompared() {
    PriceRow dear = PriceRow.forInstallments(1, 12, 500);
    List<PriceRow> hiding =
        List.of(
            PriceRow.forClass("own_bank", 300),
            PriceRow.forClass("domestic_credit", 300),
            PriceRow.forClass("commercial", 300),
            PriceRow.forClass("debit", 100));

    ContractTerms open =
        terms(PayoutPlan.afterDays(1), concat(hiding, dear).toArray(PriceRow[]::new));
    ContractTerms hidden =
        terms(
            PayoutPlan.afterDays(1),
            concat(concat(hiding, PriceRow.forClass("prepaid", 104)), dear)
                .toArray(PriceRow[]::new));

    assertThat(BUNDLED.breaches(open, TODAY)).extracting(Breach::row).containsExactly(dear);
    assertThat(BUNDLED.breaches(hidden, TODAY)).isEmpty();
  }

  @Test
  void blockedDaysAreLimitedByClass() {
    PriceRow free = PriceRow.forInstallments(1, 12, 0);

    assertThat(BUNDLED.breaches(terms(PayoutPlan.afterDays(15), free), TODAY)).isEmpty();
    assertThat(BUNDLED.breaches(terms(PayoutPlan.afterDays(16), free), TODAY))
        .extracting(Breach::limit)
        .containsExactly(15);
    assertThat(BUNDLED.breaches(terms(PayoutPlan.afterDays(41), free), TODAY))
        .extracting(Breach::limit)
        .containsExactly(15);
    assertThat(BUNDLED.breaches(terms(new PayoutPlan(15, true), free), TODAY)).isEmpty();
  }

  @Test
  void aCeilingThatComesLaterIsObeyedFromTheBeginning() {
    ContractTerms terms = terms(PayoutPlan.afterDays(1), PriceRow.forInstallments(1, 12, 200));

    assertThat(LOWERED.breaches(terms, TODAY))
        .extracting(Breach::from)
        .containsExactly(LocalDate.of(2027, 1, 1));
  }

  @Test
  void aCeilingThatEndedBeforeTheFirstDayIsNotAsked() {
    PriceCeilings raised =
        PriceCeilings.of(
            List.of("commission,2025-11-01,debit,104,then", "commission,2026-06-01,debit,150,now"));
    ContractTerms terms = terms(PayoutPlan.afterDays(1), PriceRow.forInstallments(1, 12, 140));

    assertThat(raised.breaches(terms, TODAY)).isEmpty();
    assertThat(raised.breaches(terms, LocalDate.of(2026, 5, 31))).hasSize(1);
    assertThat(raised.breaches(terms, ContractBook.ALWAYS)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "5943, domestic_credit, 2026-11-23, 12",
    "5943, own_bank, 2015-01-01, 9",
    "5943, debit, 2026-11-23, 1",
    "5943, prepaid, 2026-11-23, 1",
    "5943, foreign, 2026-11-23, 1",
    "5812, domestic_credit, 2026-11-23, 1",
    "5411, commercial, 2026-11-23, 1",
    "5541, domestic_credit, 2026-11-23, 1",
    "4814, domestic_credit, 2026-11-23, 1",
    "6540, domestic_credit, 2026-11-23, 1",
    "5812, domestic_credit, 2013-01-01, 12"
  })
  void instalmentsAreLimitedByCategoryClassAndDay(
      String mcc, String cardClass, LocalDate day, int most) {
    assertThat(InstallmentCeilings.bundled().max(mcc, cardClass, day)).isEqualTo(most);
  }

  @Test
  void aNewerRowReplacesTheOneOfTheSameSales() {
    InstallmentCeilings table =
        InstallmentCeilings.of(
            List.of(
                "2020-01-01,5944,*,1,none", "2024-01-01,5944,*,4,some", "2020-01-01,*,*,12,all"));

    assertThat(table.max("5944", "own_bank", LocalDate.of(2023, 12, 31))).isEqualTo(1);
    assertThat(table.max("5944", "own_bank", LocalDate.of(2024, 1, 1))).isEqualTo(4);
    assertThat(table.max(null, "own_bank", TODAY)).isEqualTo(12);
  }

  private static List<PriceRow> concat(List<PriceRow> rows, PriceRow more) {
    return Stream.concat(rows.stream(), Stream.of(more)).toList();
  }

  private static ContractTerms terms(PayoutPlan plan, PriceRow... rows) {
    return new ContractTerms(
        List.of(rows), 500, BsmvTreatment.ON_TOP, true, plan, Fees.none(), Reserve.NONE, "5943");
  }
}
