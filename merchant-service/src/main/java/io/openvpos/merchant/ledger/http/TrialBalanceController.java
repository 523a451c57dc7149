package io.openvpos.merchant.ledger.http;

import io.openvpos.merchant.ledger.EntryReading;
import io.openvpos.merchant.ledger.HeadReading;
import io.openvpos.merchant.ledger.domain.journal.Account;
import io.openvpos.merchant.ledger.domain.journal.Balances;
import io.openvpos.merchant.ledger.domain.journal.Head;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.domain.journal.Posting;
import io.openvpos.merchant.ledger.http.LedgerAnswers.Amount;
import io.openvpos.merchant.ledger.http.LedgerAnswers.Many;
import io.openvpos.merchant.ledger.http.LedgerAnswers.TrialBalance;
import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.money.Mode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The whole ledger by account, one set for each mode and currency. Each sums to zero.
@RestController
final class TrialBalanceController {

  private final HeadReading heads;
  private final EntryReading entries;

  TrialBalanceController(HeadReading heads, EntryReading entries) {
    this.heads = heads;
    this.entries = entries;
  }

  private record Books(Mode mode, Currency currency) {}

  /// With a business date: from the entries posted under it or an earlier one; else as it is now.
  @GetMapping("/v1/ledger/trial-balance")
  Many<TrialBalance> trialBalance(
      Caller caller, @RequestParam(name = "as_of", required = false) @Nullable String asOf) {
    Access.require(caller, Role.ACQUIRER_FINANCE, Role.AUDITOR);
    Optional<LocalDate> day = LedgerParameters.day("as_of", asOf);
    Map<HeadKey, Balances> byHead =
        day.isPresent()
            ? entries.balancesThrough(day.get())
            : heads.all().stream().collect(Collectors.toMap(Head::key, Head::balances));
    return new Many<>(totals(byHead));
  }

  private static List<TrialBalance> totals(Map<HeadKey, Balances> byHead) {
    Map<Books, Balances> totals =
        new TreeMap<>(
            Comparator.comparing(Books::mode)
                .thenComparing(books -> books.currency().getCurrencyCode()));
    byHead.forEach((head, balances) ->
        totals.merge(
            new Books(head.mode(), head.currency()),
            balances,
            (sum, more) -> sum.plus(postings(more))));
    return totals.entrySet().stream()
        .map(books ->
            new TrialBalance(
                books.getKey().mode().code(),
                books.getKey().currency().getCurrencyCode(),
                accounts(books.getValue()),
                books.getValue().sum()))
        .toList();
  }

  private static List<Posting> postings(Balances balances) {
    return balances.byAccount().entrySet().stream()
        .map(account -> new Posting(account.getKey(), account.getValue()))
        .toList();
  }

  private static List<Amount> accounts(Balances balances) {
    return Arrays.stream(Account.values())
        .map(account -> new Amount(account.code(), balances.of(account)))
        .toList();
  }
}
