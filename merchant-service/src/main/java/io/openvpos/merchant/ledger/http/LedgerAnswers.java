package io.openvpos.merchant.ledger.http;

import io.openvpos.merchant.ledger.domain.journal.Account;
import io.openvpos.merchant.ledger.domain.journal.EntryDraft;
import io.openvpos.merchant.ledger.domain.journal.Head;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import io.openvpos.merchant.ledger.domain.journal.Line;
import io.openvpos.merchant.ledger.domain.journal.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The ledger as JSON.
final class LedgerAnswers {

  private LedgerAnswers() {}

  record Many<T>(List<T> data) {}

  record Page<T>(List<T> data, boolean hasMore) {}

  /// From the merchant's side: what is owed to the merchant is positive.
  record Balance(
      String mode,
      String currency,
      long pending,
      long available,
      long reserve,
      long inTransit,
      long paidOut) {

    static Balance of(Head head) {
      return of(head.key(), Standing.of(head));
    }

    static Balance of(HeadKey key, Standing standing) {
      return new Balance(
          key.mode().code(),
          key.currency().getCurrencyCode(),
          standing.owed(Account.MERCHANT_PENDING),
          standing.owed(Account.MERCHANT_AVAILABLE),
          standing.owed(Account.MERCHANT_RESERVE),
          standing.owed(Account.PAYOUT_IN_TRANSIT),
          standing.paidOut());
    }
  }

  /// One account's amount: debits positive.
  record Amount(String account, long amount) {}

  record TrialBalance(String mode, String currency, List<Amount> accounts, long sum) {}

  record Entry(
      String id,
      String head,
      long seq,
      String eventId,
      String type,
      String mode,
      String currency,
      LocalDate salesDay,
      @Nullable LocalDate carriedOverFrom,
      @Nullable Integer contractVersion,
      Instant at,
      List<Amount> postings,
      String previousHash,
      String hash,
      @Nullable String paymentId,
      @Nullable String refundId,
      @Nullable String orderId) {

    static Entry of(JournalEntry entry) {
      EntryDraft draft = entry.draft();
      Line line = draft.line();
      return new Entry(
          entry.id(),
          draft.head().id(),
          entry.seq(),
          draft.eventId(),
          draft.type().code(),
          draft.head().mode().code(),
          draft.head().currency().getCurrencyCode(),
          draft.salesDay(),
          draft.carriedOverFrom(),
          draft.contractVersion(),
          draft.at(),
          draft.postings().stream()
              .map(leg -> new Amount(leg.account().code(), leg.amount()))
              .toList(),
          entry.previousHash(),
          entry.hash(),
          line == null ? null : line.paymentId(),
          line == null ? null : line.refundId(),
          line == null ? null : line.orderId());
    }
  }
}
