package io.openvpos.merchant.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.calendar.CalendarVersions;
import io.openvpos.merchant.contract.domain.BsmvTreatment;
import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.contract.domain.Fees;
import io.openvpos.merchant.contract.domain.PayoutPlan;
import io.openvpos.merchant.contract.domain.Reserve;
import io.openvpos.merchant.contract.domain.SaleTerms;
import io.openvpos.merchant.contract.domain.ceiling.InstallmentCeilings;
import io.openvpos.merchant.ledger.domain.day.EndedDays;
import io.openvpos.merchant.ledger.domain.journal.Account;
import io.openvpos.merchant.ledger.domain.journal.EntryDraft;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.domain.journal.Posting;
import io.openvpos.merchant.ledger.domain.journal.Source;
import io.openvpos.merchant.ledger.domain.posting.Drafting;
import io.openvpos.merchant.ledger.domain.posting.Fact;
import io.openvpos.merchant.ledger.domain.posting.Movement;
import io.openvpos.merchant.ledger.domain.posting.Sale;
import io.openvpos.merchant.pricing.Quote.Payout;
import io.openvpos.money.Mode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The numbers of docs/pricing.md, and that a quote is what the ledger posts.
class QuotesTest {

  private static final Currency TRY = Currency.getInstance("TRY");
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  private final Quotes quotes =
      new Quotes(
          new BankCalendars(
                  new CalendarVersions("tr-1", Map.of("EUR", "target-1", "USD", "fedwire-1")))
              .inForce(),
          InstallmentCeilings.bundled());

  @Test
  void aSingleShotIsPaidOnTheNextBankDay() {
    Quote quote = quotes.quote(demo(), sale(1), 10_000, LocalDate.of(2026, 11, 27));

    assertThat(quote.working().charge().commission()).isEqualTo(200);
    assertThat(quote.working().charge().bsmv()).isEqualTo(10);
    assertThat(quote.payouts()).containsExactly(new Payout(LocalDate.of(2026, 11, 30), 9_790));
  }

  @Test
  void instalmentByInstalmentIsPaidByTheMonth() {
    Quote quote = quotes.quote(byInstallment(), sale(3), 10_000, MONDAY);

    assertThat(quote.working().net()).isEqualTo(9_737);
    assertThat(quote.payouts())
        .containsExactly(
            new Payout(LocalDate.of(2026, 12, 23), 3_245),
            new Payout(LocalDate.of(2027, 1, 25), 3_245),
            new Payout(LocalDate.of(2027, 2, 23), 3_247));
    assertThat(quotes.quote(byInstallment(), sale(1), 10_000, MONDAY).payouts())
        .containsExactly(new Payout(LocalDate.of(2026, 11, 24), 9_790));
  }

  @Test
  void eachCurrencyIsPromisedOnADayThatItMovesOn() {
    LocalDate maundyThursday = LocalDate.of(2026, 4, 2);
    assertThat(dueOf("TRY", maundyThursday)).isEqualTo("2026-04-03");
    assertThat(dueOf("EUR", maundyThursday)).isEqualTo("2026-04-07");
    assertThat(dueOf("USD", maundyThursday)).isEqualTo("2026-04-03");
    assertThat(dueOf("USD", LocalDate.of(2026, 11, 25))).isEqualTo("2026-11-27");
  }

  private String dueOf(String currency, LocalDate day) {
    SaleTerms sale = new SaleTerms("visa", "domestic_credit", 1, Currency.getInstance(currency));
    return quotes.quote(demo(), sale, 10_000, day).payouts().getFirst().valueDate().toString();
  }

  @Test
  void instalmentsAreLimitedByCategoryAndClass() {
    assertThat(quotes.maxInstallments("5943", "domestic_credit", MONDAY)).isEqualTo(12);
    assertThat(quotes.maxInstallments("5943", "foreign", MONDAY)).isEqualTo(1);
    assertThat(quotes.maxInstallments("5812", "domestic_credit", MONDAY)).isEqualTo(1);
  }

  @Test
  void daysThatTheCalendarDoesNotReachAreNotQuoted() {
    assertThat(quotes.covers(MONDAY)).isTrue();
    assertThat(quotes.covers(LocalDate.of(2029, 6, 1))).isFalse();
    assertThat(quotes.covers(LocalDate.of(2024, 12, 31))).isFalse();
  }

  @Test
  void aQuoteIsWhatTheLedgerPosts() {
    long seed = Long.getLong("seed", 20_261_126L);
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      ContractBook book = random.nextBoolean() ? demo() : byInstallment();
      String cardClass = random.nextBoolean() ? "debit" : "domestic_credit";
      int installments = 1 + random.nextInt(12);
      long amount = 1 + random.nextLong(1L << random.nextInt(1, 34));

      Quote quote =
          quotes.quote(book, new SaleTerms("visa", cardClass, installments, TRY), amount, MONDAY);
      EntryDraft entry = captured(book, cardClass, installments, amount);

      assertThat(
              List.of(
                  quote.working().charge().commission(),
                  quote.working().charge().bsmv(),
                  quote.working().net()))
          .as("seed %d, round %d", seed, round)
          .containsExactly(
              -on(entry, Account.COMMISSION_INCOME),
              -on(entry, Account.BSMV_PAYABLE),
              -on(entry, Account.MERCHANT_PENDING));
    }
  }

  private static EntryDraft captured(
      ContractBook book, String cardClass, int installments, long amount) {
    Sale sale = new Sale("pay_1", null, "A-1", "visa", cardClass, "6111", installments, "R", "C");
    Fact fact =
        new Fact(
            "pay_1:1",
            new HeadKey("mer_1", Mode.TEST, TRY),
            MONDAY,
            Instant.EPOCH,
            new Movement.Capture(amount, 1),
            sale);
    return Drafting.draft(fact, 0, EndedDays.none(new Source("payments", 0)), book);
  }

  private static long on(EntryDraft entry, Account account) {
    return entry.postings().stream()
        .filter(leg -> leg.account() == account)
        .mapToLong(Posting::amount)
        .sum();
  }

  private static ContractBook demo() {
    return ContractBook.first(ContractTerms.demo().forCategory("5943"));
  }

  private static ContractBook byInstallment() {
    ContractTerms demo = ContractTerms.demo();
    return ContractBook.first(
        new ContractTerms(
            demo.rows(),
            500,
            BsmvTreatment.ON_TOP,
            true,
            new PayoutPlan(1, true),
            Fees.none(),
            new Reserve(500, 30),
            "5943"));
  }

  private static SaleTerms sale(int installments) {
    return new SaleTerms("visa", "domestic_credit", installments, TRY);
  }
}
