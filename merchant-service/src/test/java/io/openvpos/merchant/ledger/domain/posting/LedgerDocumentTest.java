package io.openvpos.merchant.ledger.domain.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.contract.domain.BsmvTreatment;
import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.contract.domain.ContractVersion;
import io.openvpos.merchant.contract.domain.Fees;
import io.openvpos.merchant.contract.domain.PriceRow;
import io.openvpos.merchant.ledger.domain.day.EndedDays;
import io.openvpos.merchant.ledger.domain.journal.Account;
import io.openvpos.merchant.ledger.domain.journal.EntryDraft;
import io.openvpos.merchant.ledger.domain.journal.EntryType;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.domain.journal.Portion;
import io.openvpos.merchant.ledger.domain.journal.Posting;
import io.openvpos.merchant.ledger.domain.journal.Source;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// docs/ledger.md says what the code does: every row of its posting table is computed here, and no
/// account and no entry type is missing from it.
class LedgerDocumentTest {

  private static final Path DOCUMENT = Path.of("../docs/ledger.md");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Currency LIRA = Currency.getInstance("TRY");
  private static final ContractBook CONTRACTS = contracts();

  private final String document = read();

  @Test
  void everyExampleIsWhatThePostingTableGives() {
    Map<String, String> computed = new LinkedHashMap<>();
    examples().forEach((name, movement) -> computed.put(name, row(name, movement)));

    assertThat(rows()).containsExactlyElementsOf(computed.values());
  }

  @Test
  void everyEntryTypeHasAnExampleAndASource() {
    String sources = document.substring(document.indexOf("### Where each type comes from"));
    for (EntryType type : EntryType.values()) {
      assertThat(rows()).anyMatch(row -> row.startsWith("| `" + type.code() + "` |"));
      assertThat(sources).contains("`" + type.code() + "`");
    }
  }

  @Test
  void everyAccountIsExplained() {
    for (Account account : Account.values()) {
      assertThat(document).contains("| `" + account.code() + "` |");
    }
  }

  private static Map<String, Movement> examples() {
    Map<String, Movement> examples = new LinkedHashMap<>();
    Portion whole = new Portion(10_000, 1, 0, 10_000);
    examples.put("sale of 100.00, contract 1", new Movement.Capture(10_000, 1));
    examples.put("sale of 100.00, contract 3", new Movement.Capture(10_000, 3));
    examples.put("that sale voided, contract 1", new Movement.Cancellation(List.of(whole)));
    examples.put("50.00 of it refunded, contract 1", refund(1));
    examples.put("the same, contract 2", refund(2));
    examples.put("100.00 disputed, contract 2", new Movement.Chargeback(10_000, 2));
    examples.put("it is won, contract 2", new Movement.ChargebackReversal(10_000, 2));
    examples.put("correction of +7.00", new Movement.Adjustment(700));
    examples.put("correction of −7.00", new Movement.Adjustment(-700));
    examples.put("fee of 50.00, contract 1", new Movement.Fee(-5_000, 1));
    examples.put("fee of 50.00, contract 3", new Movement.Fee(-5_000, 3));
    examples.put("fee of 50.00 given back, contract 1", new Movement.Fee(5_000, 1));
    examples.put("net of 97.90", new Movement.BatchClose(9_790));
    examples.put("net of −5.00", new Movement.BatchClose(-500));
    transfer(examples, EntryType.RESERVE_HELD, 1_000);
    transfer(examples, EntryType.RESERVE_RELEASED, 1_000);
    transfer(examples, EntryType.PAYOUT_INSTRUCTED, 9_790);
    transfer(examples, EntryType.PAYOUT_CONFIRMED, 9_790);
    transfer(examples, EntryType.PAYOUT_REJECTED, 9_790);
    transfer(examples, EntryType.PAYOUT_RETURNED, 9_790);
    transfer(examples, EntryType.SCHEME_PAYMENT, 10_000);
    transfer(examples, EntryType.CONVERSION_OUT, 9_790);
    transfer(examples, EntryType.CONVERSION_IN, 9_790);
    return examples;
  }

  private static Movement refund(int version) {
    return new Movement.Refund(5_000, List.of(new Portion(10_000, version, 0, 5_000)));
  }

  private static void transfer(Map<String, Movement> examples, EntryType type, long amount) {
    examples.put(type.code() + " of " + decimal(amount), new Movement.Transfer(type, amount));
  }

  /// A transfer's example is its amount alone.
  private static String row(String name, Movement movement) {
    EntryDraft draft = draft(movement);
    String type = draft.type().code();
    String example = name.startsWith(type + " of ") ? name.substring(type.length() + 4) : name;
    return draft.postings().stream()
        .map(LedgerDocumentTest::leg)
        .collect(Collectors.joining(" · ", "| `" + type + "` | " + example + " | ", " |"));
  }

  private static String leg(Posting leg) {
    String sign = leg.amount() < 0 ? "−" : "+";
    return "`" + leg.account().code() + "` " + sign + decimal(Math.abs(leg.amount()));
  }

  private static String decimal(long amount) {
    return new Money(amount, LIRA).toDecimal();
  }

  private static EntryDraft draft(Movement movement) {
    Sale sale =
        movement.type().batchLine()
            ? new Sale("pay_1", null, "A-1", "visa", "domestic_credit", "6111", 1, "R", "C")
            : null;
    return Drafting.draft(
        new Fact(
            "pay_1:1",
            new HeadKey("mer_1", Mode.TEST, LIRA),
            DAY,
            Instant.parse("2026-11-23T12:00:00Z"),
            movement,
            sale),
        0,
        EndedDays.none(new Source("authorization.payments.v1", 0)),
        CONTRACTS);
  }

  private static ContractBook contracts() {
    ContractTerms first = ContractTerms.demo();
    ContractTerms keeps =
        new ContractTerms(
            List.of(PriceRow.forInstallments(1, 12, 300)),
            500,
            BsmvTreatment.ON_TOP,
            false,
            1,
            new Fees(0, 2_000, true));
    ContractTerms inside =
        new ContractTerms(first.rows(), 500, BsmvTreatment.INSIDE, true, 1, Fees.none());
    return new ContractBook(
        List.of(
            new ContractVersion(1, ContractBook.ALWAYS, first),
            new ContractVersion(2, LocalDate.of(2027, 1, 1), keeps),
            new ContractVersion(3, LocalDate.of(2027, 2, 1), inside)));
  }

  private List<String> rows() {
    int from = document.indexOf("## Postings by entry type");
    int to = document.indexOf("### Where each type comes from");
    return Arrays.stream(document.substring(from, to).split("\n"))
        .filter(line -> line.startsWith("| `"))
        .toList();
  }

  private static String read() {
    try {
      return Files.readString(DOCUMENT);
    } catch (IOException e) {
      throw new AssertionError("no " + DOCUMENT, e);
    }
  }
}
