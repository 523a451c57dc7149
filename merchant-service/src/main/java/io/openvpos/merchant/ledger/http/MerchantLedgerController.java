package io.openvpos.merchant.ledger.http;

import io.openvpos.merchant.access.MerchantAccess;
import io.openvpos.merchant.ledger.HeadEntries;
import io.openvpos.merchant.ledger.HeadReading;
import io.openvpos.merchant.ledger.PastBalances;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import io.openvpos.merchant.ledger.http.LedgerAnswers.Balance;
import io.openvpos.merchant.ledger.http.LedgerAnswers.Entry;
import io.openvpos.merchant.ledger.http.LedgerAnswers.Many;
import io.openvpos.merchant.ledger.http.LedgerAnswers.Page;
import io.openvpos.merchant.profile.Merchants;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A merchant's balances and entries.
@RestController
final class MerchantLedgerController {

  private final Merchants merchants;
  private final HeadReading heads;
  private final HeadEntries entries;
  private final PastBalances past;

  MerchantLedgerController(
      Merchants merchants, HeadReading heads, HeadEntries entries, PastBalances past) {
    this.merchants = merchants;
    this.heads = heads;
    this.entries = entries;
    this.past = past;
  }

  /// One element for each mode and currency in which anything was ever posted.
  @Operation(
      description =
          "With as_of as they stood then. A date is a business day, inclusive: the entries posted"
              + " under it or an earlier one, whenever they came. An RFC 3339 time counts the"
              + " entries whose cause was decided at it or before, by their at.")
  @GetMapping("/v1/merchants/{id}/balances")
  Many<Balance> balances(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String mode,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf) {
    List<HeadKey> keys = keys(caller, id, mode, null);
    if (asOf != null) {
      return new Many<>(
          LedgerParameters.asOf(asOf, day -> past.through(keys, day), at -> past.at(keys, at))
              .entrySet()
              .stream()
              .map(head -> Balance.of(head.getKey(), head.getValue()))
              .toList());
    }
    return new Many<>(heads.existing(keys).stream().map(Balance::of).toList());
  }

  /// Ordered by seq, then by head (merchant|mode|currency); each head counts its own seq, so a page
  /// ends only where the next seq begins, and may be shorter than asked for. Heads grow each at its
  /// own pace: with one number for all of them, an entry that a slower head gets later is passed
  /// over. So whoever follows a ledger names mode and currency.
  @Operation(
      description =
          "Ordered by seq, then by head (merchant|mode|currency). To page through, pass the last"
              + " seq of a page as after_seq; a page ends only where the next seq begins, so it may"
              + " be shorter than limit although has_more is true, and nothing is left out. Each"
              + " mode and currency counts its own seq: to follow a ledger as it grows, name both."
              + " Entries of several ledgers that share a seq come together, even where they alone"
              + " are more than limit.")
  @GetMapping("/v1/merchants/{id}/ledger/entries")
  Page<Entry> entries(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String mode,
      @RequestParam(required = false) @Nullable String currency,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(name = "after_seq", required = false) @Nullable String afterSeq,
      @RequestParam(name = "sales_day", required = false) @Nullable String salesDay) {
    List<HeadKey> keys = keys(caller, id, mode, currency);
    Optional<LocalDate> day = LedgerParameters.day("sales_day", salesDay);
    int wanted = LedgerParameters.limit(limit);
    long after = LedgerParameters.afterSeq(afterSeq);
    List<JournalEntry> found = entries.after(keys, day, after, wanted + 1);
    SeqPage<JournalEntry> page =
        SeqPage.of(
            found, JournalEntry::seq, Comparator.comparing(entry -> entry.draft().head()), wanted);
    return new Page<>(page.elements().stream().map(Entry::of).toList(), page.hasMore());
  }

  private List<HeadKey> keys(
      Caller caller, String id, @Nullable String mode, @Nullable String currency) {
    List<Mode> seen = MerchantAccess.read(caller, id);
    Merchant merchant = merchants.find(id).orElseThrow(() -> ProblemException.of(404, "not_found"));
    Optional<Mode> only = LedgerParameters.mode(mode);
    Optional<Currency> in = LedgerParameters.currency(currency);
    return seen.stream()
        .filter(one -> only.isEmpty() || only.get() == one)
        .flatMap(one ->
            merchant.currencies().stream()
                .map(Currency::getInstance)
                .filter(each -> in.isEmpty() || in.get().equals(each))
                .map(each -> new HeadKey(id, one, each)))
        .sorted()
        .toList();
  }
}
