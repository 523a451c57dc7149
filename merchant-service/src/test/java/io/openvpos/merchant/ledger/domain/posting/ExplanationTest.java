package io.openvpos.merchant.ledger.domain.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.contract.domain.BsmvTreatment;
import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.contract.domain.ContractVersion;
import io.openvpos.merchant.contract.domain.Fees;
import io.openvpos.merchant.contract.domain.PayoutPlan;
import io.openvpos.merchant.contract.domain.PriceRow;
import io.openvpos.merchant.contract.domain.Reserve;
import io.openvpos.merchant.ledger.domain.day.EndedDays;
import io.openvpos.merchant.ledger.domain.journal.EntryDraft;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.domain.journal.Portion;
import io.openvpos.merchant.ledger.domain.journal.Settling;
import io.openvpos.merchant.ledger.domain.journal.Source;
import io.openvpos.merchant.ledger.domain.posting.Explanation.OfCapture;
import io.openvpos.merchant.pricing.domain.Charge;
import io.openvpos.money.Mode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// An explanation is checked against the postings wherever one is made, so drawing many of them is
/// the test.
class ExplanationTest {

  private static final HeadKey HEAD = new HeadKey("mer_1", Mode.TEST, Currency.getInstance("TRY"));
  private static final ContractBook DEMO = ContractBook.first(ContractTerms.demo());

  @Test
  void aCaptureNamesItsVersionRowAndRoundings() {
    Explanation found = explained(new Movement.Capture(12_345, 1), sale(1), DEMO);

    OfCapture capture = found.captures().getFirst();
    assertThat(capture.contract().version()).isEqualTo(1);
    assertThat(capture.working().row()).isEqualTo(PriceRow.forInstallments(1, 1, 200));
    assertThat(capture.working().roundings())
        .extracting(step -> step.exact() + " = " + step.rounded())
        .containsExactly("12345 * 200 / 10000 = 247", "247 * 500 / 10000 = 12");
    assertThat(capture.returned()).isNull();
    assertThat(found.fee()).isNull();
  }

  @Test
  void aRefundShowsTheSharesBeforeAndAfter() {
    Movement refund = new Movement.Refund(5_000, List.of(new Portion(10_000, 1, 2_500, 7_500)));

    Explanation.Return returned =
        Objects.requireNonNull(explained(refund, sale(1), DEMO).captures().getFirst().returned());

    assertThat(returned.shareBefore()).isEqualTo(new Charge(50, 3));
    assertThat(returned.shareAfter()).isEqualTo(new Charge(150, 8));
    assertThat(returned.returned()).isEqualTo(new Charge(100, 5));
  }

  @Test
  void whateverIsPostedIsExplained() {
    long seed = Long.getLong("seed", 20_261_126L);
    Random random = new Random(seed);
    for (int round = 0; round < 3_000; round++) {
      ContractBook book = book(random);
      Explanation found = explained(movement(random), sale(1 + random.nextInt(12)), book);
      assertThat(found).as("seed %d, round %d", seed, round).isNotNull();
    }
  }

  @Test
  void aLineCarriesThePlanOfItsRowAndTheReserveOfItsVersion() {
    ContractTerms demo = ContractTerms.demo();
    List<PriceRow> rows = new ArrayList<>(demo.rows());
    rows.add(new PriceRow("visa", null, null, null, 2, 12, 100, 0, 0, new PayoutPlan(9, true)));
    ContractBook book =
        ContractBook.first(
            new ContractTerms(
                rows,
                500,
                BsmvTreatment.ON_TOP,
                true,
                PayoutPlan.afterDays(3),
                Fees.none(),
                new Reserve(500, 30),
                null));

    assertThat(settling(new Movement.Capture(100, 1), sale(1), book))
        .isEqualTo(new Settling(3, 1, 500, 30));
    assertThat(settling(new Movement.Capture(100, 1), sale(6), book))
        .isEqualTo(new Settling(9, 6, 500, 30));
    assertThat(
            settling(
                new Movement.Cancellation(List.of(new Portion(100, 1, 0, 100))), sale(6), book))
        .isEqualTo(new Settling(9, 6, 500, 30));
    assertThat(settling(new Movement.Refund(1, List.of(new Portion(100, 1, 0, 1))), sale(6), book))
        .isEqualTo(new Settling(3, 1, 500, 30));
  }

  private static Settling settling(Movement movement, Sale sale, ContractBook book) {
    return Objects.requireNonNull(draft(movement, sale, book).line()).settling();
  }

  private static Explanation explained(Movement movement, Sale sale, ContractBook book) {
    return Explanation.of(draft(movement, sale, book), book).orElseThrow();
  }

  private static EntryDraft draft(Movement movement, Sale sale, ContractBook book) {
    LocalDate day = LocalDate.of(2026, 11, 23);
    EndedDays ended = EndedDays.none(new Source("authorization.payments.v1", 0));
    Fact fact = new Fact("pay_1:1", HEAD, day, Instant.EPOCH, movement, sale);
    return Drafting.draft(fact, 0, ended, book);
  }

  private static Movement movement(Random random) {
    int version = 1 + random.nextInt(2);
    long amount = 1 + random.nextLong(1L << random.nextInt(1, 34));
    return switch (random.nextInt(5)) {
      case 0 -> new Movement.Capture(amount, version);
      case 1 ->
          new Movement.Cancellation(
              List.of(new Portion(amount, version, 0, amount), new Portion(50, 1, 0, 50)));
      case 2 -> new Movement.Chargeback(amount, version);
      case 3 -> new Movement.ChargebackReversal(amount, version);
      default -> refund(random, amount, version);
    };
  }

  private static Movement refund(Random random, long amount, int version) {
    long before = random.nextLong(amount);
    long after = before + 1 + random.nextLong(amount - before);
    return new Movement.Refund(
        after - before + 7,
        List.of(new Portion(amount, version, before, after), new Portion(70, 2, 0, 7)));
  }

  private static ContractBook book(Random random) {
    return new ContractBook(
        List.of(
            new ContractVersion(1, ContractBook.ALWAYS, terms(random)),
            new ContractVersion(2, LocalDate.of(2026, 11, 1), terms(random))));
  }

  private static ContractTerms terms(Random random) {
    return new ContractTerms(
        List.of(
            new PriceRow(
                null,
                null,
                null,
                null,
                1,
                12,
                random.nextInt(500),
                random.nextInt(100),
                random.nextInt(1_000),
                null)),
        random.nextInt(2_000),
        random.nextBoolean() ? BsmvTreatment.ON_TOP : BsmvTreatment.INSIDE,
        random.nextBoolean(),
        1,
        new Fees(random.nextInt(200), random.nextInt(5_000), random.nextBoolean()));
  }

  private static Sale sale(int installments) {
    return new Sale(
        "pay_1", null, "A-1", "visa", "domestic_credit", "6111", installments, "R", "C");
  }
}
