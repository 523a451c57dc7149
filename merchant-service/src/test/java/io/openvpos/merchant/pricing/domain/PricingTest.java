package io.openvpos.merchant.pricing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openvpos.merchant.contract.domain.BsmvTreatment;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.contract.domain.Fees;
import io.openvpos.merchant.contract.domain.PriceRow;
import io.openvpos.merchant.contract.domain.SaleTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PricingTest {

  private static final Currency TRY = Currency.getInstance("TRY");
  private static final ContractTerms DEMO = ContractTerms.demo();

  @Test
  void theExampleOfTheContract() {
    assertThat(Pricing.capture(DEMO, sale(1), 10_000)).isEqualTo(new Charge(200, 10));
  }

  @Test
  void instalmentsCostMore() {
    assertThat(Pricing.capture(DEMO, sale(3), 10_000)).isEqualTo(new Charge(250, 13));
    assertThat(Pricing.capture(DEMO, sale(12), 10_000)).isEqualTo(new Charge(320, 16));
  }

  @Test
  void halvesRoundUp() {
    assertThat(Pricing.capture(DEMO, sale(1), 25)).isEqualTo(new Charge(1, 0));
    assertThat(Pricing.capture(DEMO, sale(1), 24)).isEqualTo(new Charge(0, 0));
  }

  @Test
  void taxInsideTheCommissionIsTakenOutOfIt() {
    ContractTerms inside =
        new ContractTerms(
            DEMO.rows(), 500, BsmvTreatment.INSIDE, true, 1, new Fees(0, 2_100, true));

    assertThat(Pricing.capture(inside, sale(1), 105_000)).isEqualTo(new Charge(2_000, 100));
    assertThat(Pricing.fee(inside, 2_100)).isEqualTo(new Charge(2_000, 100));
  }

  @Test
  void theMostSpecificRowWins() {
    PriceRow troyDebit = new PriceRow("troy", "debit", null, 1, 12, 90, 0);
    PriceRow debit = new PriceRow(null, "debit", null, 1, 12, 100, 5);
    ContractTerms terms =
        new ContractTerms(
            List.of(PriceRow.forInstallments(1, 12, 200), troyDebit, debit),
            500,
            BsmvTreatment.ON_TOP,
            true,
            1,
            Fees.none());

    assertThat(Pricing.capture(terms, new SaleTerms("troy", "debit", 1, TRY), 10_000).commission())
        .isEqualTo(90);
    assertThat(Pricing.capture(terms, new SaleTerms("visa", "debit", 1, TRY), 10_000).commission())
        .isEqualTo(105);
    assertThat(Pricing.capture(terms, sale(1), 10_000).commission()).isEqualTo(200);
  }

  @Test
  void exactBeyondSixtyFourBits() {
    long amount = 10_000_000_000L;
    Charge charge = Pricing.capture(DEMO, sale(1), amount);

    assertThat(Pricing.returned(charge, amount, 0, amount)).isEqualTo(charge);
    assertThat(HalfUp.proportion(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE))
        .isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void proportionsAgreeWithDecimalArithmetic() {
    long seed = seed();
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      long a = random.nextLong(1L << random.nextInt(1, 40));
      long b = random.nextLong(1L << random.nextInt(1, 40));
      long divisor = 1 + Math.max(a, random.nextLong(1L << random.nextInt(1, 40)));
      BigDecimal exact =
          BigDecimal.valueOf(a)
              .multiply(BigDecimal.valueOf(b))
              .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_UP);
      assertThat(HalfUp.proportion(a, b, divisor))
          .as("seed %d: %d * %d / %d", seed, a, b, divisor)
          .isEqualTo(exact.longValueExact());
    }
  }

  @Test
  void anySplitOfRefundsReturnsExactlyWhatWasCharged() {
    long seed = seed();
    Random random = new Random(seed);
    for (int round = 0; round < 5_000; round++) {
      long amount = 1 + random.nextLong(1L << random.nextInt(1, 34));
      Charge charge = Pricing.capture(randomTerms(random), sale(1 + random.nextInt(12)), amount);
      Charge returned = Charge.NONE;
      long refunded = 0;
      while (refunded < amount) {
        long after = refunded + 1 + random.nextLong(amount - refunded);
        returned = returned.plus(Pricing.returned(charge, amount, refunded, after));
        refunded = after;
      }
      assertThat(returned).as("seed %d, amount %d", seed, amount).isEqualTo(charge);
    }
  }

  @Test
  void aRefundBeyondItsCaptureIsRefused() {
    assertThatThrownBy(() -> Pricing.returned(new Charge(200, 10), 10_000, 5_000, 10_001))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void commissionTaxAndNetSumToTheAmountForEveryAmountAndCount() {
    long seed = seed();
    Random random = new Random(seed);
    for (int round = 0; round < 5_000; round++) {
      long amount = 1 + random.nextLong(1L << random.nextInt(1, 34));
      Working working = Pricing.working(randomTerms(random), sale(1 + random.nextInt(12)), amount);
      Charge charge = working.charge();
      assertThat(charge.commission() + charge.bsmv() + working.net())
          .as("seed %d, amount %d", seed, amount)
          .isEqualTo(amount);
    }
  }

  @Test
  void theMinimumIsTakenWhereRateAndFixedPartAreLess() {
    PriceRow row = new PriceRow(null, null, null, null, 1, 12, 200, 25, 300, null);
    ContractTerms terms =
        new ContractTerms(List.of(row), 500, BsmvTreatment.ON_TOP, true, 1, Fees.none());

    Working small = Pricing.working(terms, sale(1), 100);
    Working large = Pricing.working(terms, sale(1), 100_000);

    assertThat(small.charge()).isEqualTo(new Charge(300, 15));
    assertThat(small.atMinimum()).isTrue();
    assertThat(small.net()).isEqualTo(-215);
    assertThat(large.charge()).isEqualTo(new Charge(2_025, 101));
    assertThat(large.atMinimum()).isFalse();
  }

  private static ContractTerms randomTerms(Random random) {
    return new ContractTerms(
        List.of(
            new PriceRow(
                null,
                null,
                null,
                null,
                1,
                12,
                random.nextInt(1_000),
                random.nextInt(100),
                random.nextInt(500),
                null)),
        random.nextInt(2_000),
        random.nextBoolean() ? BsmvTreatment.ON_TOP : BsmvTreatment.INSIDE,
        true,
        1,
        Fees.none());
  }

  private static SaleTerms sale(int installments) {
    return new SaleTerms("visa", "domestic_credit", installments, TRY);
  }

  private static long seed() {
    return Long.getLong("seed", 20_261_123L);
  }
}
