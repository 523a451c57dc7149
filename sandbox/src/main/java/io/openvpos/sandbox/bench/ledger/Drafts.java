package io.openvpos.sandbox.bench.ledger;

import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.ledger.domain.day.EndedDays;
import io.openvpos.merchant.ledger.domain.journal.EntryDraft;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.domain.journal.Source;
import io.openvpos.merchant.ledger.domain.posting.Drafting;
import io.openvpos.merchant.ledger.domain.posting.Fact;
import io.openvpos.merchant.ledger.domain.posting.Movement;
import io.openvpos.merchant.ledger.domain.posting.Sale;
import io.openvpos.money.Mode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Captures as the ledger drafts them from facts, each a new one.
final class Drafts {

  static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Currency LIRA = Currency.getInstance("TRY");
  private static final Instant NOON = Instant.parse("2026-11-23T09:00:00Z");
  private static final EndedDays OPEN = EndedDays.none(new Source("authorization.payments.v1", 0));
  private static final ContractBook CONTRACTS = ContractBook.first(ContractTerms.demo());
  private static final int MOST_MINOR_UNITS = 200_000;

  private final Random random;
  private long number;

  Drafts(long seed) {
    random = new Random(seed);
  }

  /// A batch in which each draft is of the merchant that `whose` names.
  List<EntryDraft> batch(int size, Supplier<String> whose) {
    return Stream.generate(() -> capture(whose.get())).limit(size).toList();
  }

  /// One of as many, each as likely.
  String anyOf(int merchants) {
    return merchant(random.nextInt(merchants));
  }

  static String merchant(int index) {
    return "mer_bench" + index;
  }

  private EntryDraft capture(String merchantId) {
    String payment = "pay_" + Long.toHexString(++number);
    Sale sale =
        new Sale(
            payment, null, "A-" + number, "visa", "domestic_credit", "6111", 1, "RRN0", "123456");
    Fact fact =
        new Fact(
            payment + ":2",
            new HeadKey(merchantId, Mode.TEST, LIRA),
            DAY,
            NOON.plusMillis(number),
            new Movement.Capture(1L + random.nextInt(MOST_MINOR_UNITS), 1),
            sale);
    return Drafting.draft(fact, number, OPEN, CONTRACTS);
  }
}
