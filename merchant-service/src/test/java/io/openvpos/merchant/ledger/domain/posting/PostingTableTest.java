package io.openvpos.merchant.ledger.domain.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openvpos.merchant.contract.domain.BsmvTreatment;
import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.contract.domain.ContractVersion;
import io.openvpos.merchant.contract.domain.Fees;
import io.openvpos.merchant.contract.domain.PriceRow;
import io.openvpos.merchant.ledger.domain.day.EndedDays;
import io.openvpos.merchant.ledger.domain.journal.EntryDraft;
import io.openvpos.merchant.ledger.domain.journal.EntryType;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.domain.journal.Line;
import io.openvpos.merchant.ledger.domain.journal.Portion;
import io.openvpos.merchant.ledger.domain.journal.Source;
import io.openvpos.money.Mode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every row of the posting table, with the numbers of docs/ledger.md.
class PostingTableTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Instant AT = Instant.parse("2026-11-23T12:00:00Z");
  private static final Source PAYMENTS = new Source("authorization.payments.v1", 2);
  private static final HeadKey HEAD = new HeadKey("mer_1", Mode.TEST, Currency.getInstance("TRY"));

  /// Version 1 is the demo contract; version 2 keeps the commission and charges for events.
  private static final ContractBook CONTRACTS =
      new ContractBook(
          List.of(
              new ContractVersion(1, ContractBook.ALWAYS, ContractTerms.demo()),
              new ContractVersion(
                  2,
                  LocalDate.of(2026, 12, 1),
                  new ContractTerms(
                      List.of(PriceRow.forInstallments(1, 12, 300)),
                      500,
                      BsmvTreatment.ON_TOP,
                      false,
                      7,
                      new Fees(0, 2_000, true)))));

  @Test
  void capture() {
    assertThat(postings(new Movement.Capture(10_000, 1)))
        .containsExactly(
            "scheme_receivable +10000",
            "merchant_pending -9790",
            "commission_income -200",
            "bsmv_payable -10");
  }

  @Test
  void captureWithoutAChargeHasTwoLegs() {
    assertThat(postings(new Movement.Capture(10, 1)))
        .containsExactly("scheme_receivable +10", "merchant_pending -10");
  }

  @Test
  void voidAfterCaptureNegatesEachLeg() {
    assertThat(postings(new Movement.Cancellation(List.of(new Portion(10_000, 1, 0, 10_000)))))
        .containsExactly(
            "scheme_receivable -10000",
            "merchant_pending +9790",
            "commission_income +200",
            "bsmv_payable +10");
  }

  @Test
  void voidReturnsTheCommissionWhateverTheContractSaysOfRefunds() {
    Movement both =
        new Movement.Cancellation(
            List.of(new Portion(10_000, 1, 0, 10_000), new Portion(10_000, 2, 0, 10_000)));

    assertThat(postings(both))
        .containsExactly(
            "scheme_receivable -20000",
            "merchant_pending +19475",
            "commission_income +500",
            "bsmv_payable +25");
  }

  @Test
  void refundWithTheCommissionReturned() {
    assertThat(postings(new Movement.Refund(5_000, List.of(new Portion(10_000, 1, 0, 5_000)))))
        .containsExactly(
            "scheme_receivable -5000",
            "merchant_pending +4895",
            "commission_income +100",
            "bsmv_payable +5");
  }

  @Test
  void refundWithTheCommissionKept() {
    assertThat(postings(new Movement.Refund(5_000, List.of(new Portion(10_000, 2, 0, 5_000)))))
        .containsExactly("scheme_receivable -5000", "merchant_pending +5000");
  }

  @Test
  void refundOverSeveralCapturesIsPricedByEach() {
    Movement refund =
        new Movement.Refund(
            6_000, List.of(new Portion(10_000, 1, 5_000, 10_000), new Portion(8_000, 2, 0, 1_000)));

    assertThat(postings(refund))
        .containsExactly(
            "scheme_receivable -6000",
            "merchant_pending +5895",
            "commission_income +100",
            "bsmv_payable +5");
  }

  @Test
  void chargebackWithFee() {
    assertThat(postings(new Movement.Chargeback(10_000, 2)))
        .containsExactly(
            "scheme_receivable -10000",
            "merchant_pending +12100",
            "commission_income -2000",
            "bsmv_payable -100");
    assertThat(postings(new Movement.Chargeback(10_000, 1)))
        .containsExactly("scheme_receivable -10000", "merchant_pending +10000");
  }

  @Test
  void chargebackReversalReturnsTheFeeByContract() {
    assertThat(postings(new Movement.ChargebackReversal(10_000, 2)))
        .containsExactly(
            "scheme_receivable +10000",
            "merchant_pending -12100",
            "commission_income +2000",
            "bsmv_payable +100");
    assertThat(postings(new Movement.ChargebackReversal(10_000, 1)))
        .containsExactly("scheme_receivable +10000", "merchant_pending -10000");
  }

  @Test
  void adjustmentIsAtTheAcquirersCost() {
    assertThat(postings(new Movement.Adjustment(700)))
        .containsExactly("commission_income +700", "merchant_pending -700");
    assertThat(postings(new Movement.Adjustment(-700)))
        .containsExactly("commission_income -700", "merchant_pending +700");
  }

  @Test
  void aFeeOfItsOwnIsTaxedByItsVersion() {
    assertThat(postings(new Movement.Fee(-10_000, 1)))
        .containsExactly(
            "merchant_pending +10500", "commission_income -10000", "bsmv_payable -500");
    assertThat(postings(new Movement.Fee(10_000, 1)))
        .containsExactly(
            "merchant_pending -10500", "commission_income +10000", "bsmv_payable +500");
    assertThat(postings(new Movement.Fee(-1, 1)))
        .containsExactly("merchant_pending +1", "commission_income -1");
  }

  @Test
  void batchCloseMovesTheNetEitherWayAndAlsoNothing() {
    assertThat(postings(new Movement.BatchClose(9_790)))
        .containsExactly("merchant_pending +9790", "merchant_available -9790");
    assertThat(postings(new Movement.BatchClose(-500)))
        .containsExactly("merchant_pending -500", "merchant_available +500");
    assertThat(postings(new Movement.BatchClose(0)))
        .containsExactly("merchant_pending +0", "merchant_available +0");
  }

  @ParameterizedTest
  @CsvSource({
    "RESERVE_HELD, merchant_available, merchant_reserve",
    "RESERVE_RELEASED, merchant_reserve, merchant_available",
    "PAYOUT_INSTRUCTED, merchant_available, payout_in_transit",
    "PAYOUT_CONFIRMED, payout_in_transit, bank_account",
    "PAYOUT_REJECTED, payout_in_transit, merchant_available",
    "PAYOUT_RETURNED, bank_account, merchant_available",
    "SCHEME_PAYMENT, bank_account, scheme_receivable",
    "CONVERSION_OUT, merchant_available, fx_position",
    "CONVERSION_IN, fx_position, merchant_available"
  })
  void transfer(EntryType type, String debited, String credited) {
    assertThat(postings(new Movement.Transfer(type, 9_790)))
        .containsExactly(debited + " +9790", credited + " -9790");
  }

  @Test
  void anUnknownContractVersionStopsTheRecord() {
    assertThatThrownBy(() -> postings(new Movement.Capture(10_000, 3)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("contract version 3");
  }

  @Test
  void impossibleRecordsAreRefused() {
    assertThatThrownBy(() -> new Movement.Capture(0, 1)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new Movement.Refund(1, List.of()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new Portion(100, 1, 50, 101))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new Movement.Cancellation(List.of(new Portion(100, 1, 0, 99))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aLateFactIsCarriedOver() {
    EndedDays ended = new EndedDays(PAYMENTS, 1, Map.of(DAY, 40L));

    EntryDraft early = draft(new Movement.Capture(10_000, 1), 39, ended);
    EntryDraft late = draft(new Movement.Capture(10_000, 1), 41, ended);

    assertThat(early.salesDay()).isEqualTo(DAY);
    assertThat(early.carriedOverFrom()).isNull();
    assertThat(late.salesDay()).isEqualTo(DAY.plusDays(1));
    assertThat(late.carriedOverFrom()).isEqualTo(DAY);
    assertThat(late.contractVersion()).isEqualTo(1);
  }

  @Test
  void aLineCarriesTheValueDaysOfItsVersion() {
    EntryDraft draft = draft(new Movement.Capture(10_000, 2), 0, EndedDays.none(PAYMENTS));

    assertThat(draft.line())
        .extracting(Line::valueDays, Line::orderId, Line::capturedAt)
        .containsExactly(7, "A-1", AT);
  }

  private static List<String> postings(Movement movement) {
    return draft(movement, 0, EndedDays.none(PAYMENTS)).postings().stream()
        .map(leg -> leg.account().code() + (leg.amount() < 0 ? " " : " +") + leg.amount())
        .toList();
  }

  private static EntryDraft draft(Movement movement, long offset, EndedDays ended) {
    Sale sale =
        movement.type().batchLine()
            ? new Sale("pay_1", null, "A-1", "visa", "domestic_credit", "6111", 1, "R", "C")
            : null;
    return Drafting.draft(
        new Fact("pay_1:1", HEAD, DAY, AT, movement, sale), offset, ended, CONTRACTS);
  }
}
