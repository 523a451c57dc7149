package io.openvpos.merchant.ledger.domain.journal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The accounts of every head. The platform's own (scheme, commission, tax, bank, currency) are
/// sub-accounts of each head, so that no entry ever touches two documents.
public enum Account {
  /// What the card schemes owe for captures.
  SCHEME_RECEIVABLE,
  /// Owed to the merchant, of a business day whose batch is not closed.
  MERCHANT_PENDING,
  /// Owed to the merchant by closed batches.
  MERCHANT_AVAILABLE,
  /// Kept back from the merchant for risk.
  MERCHANT_RESERVE,
  COMMISSION_INCOME,
  BSMV_PAYABLE,
  /// Given to the bank to pay, not yet confirmed.
  PAYOUT_IN_TRANSIT,
  BANK_ACCOUNT,
  FX_POSITION;

  /// What the acquirer owes to the merchant, wherever it is on its way.
  public static final List<Account> OWED =
      List.of(MERCHANT_PENDING, MERCHANT_AVAILABLE, MERCHANT_RESERVE, PAYOUT_IN_TRANSIT);

  private static final Map<String, Account> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(Account::code, Function.identity()));

  /// As entries, documents and JSON write it: `merchant_pending`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The account of a code; an unknown one is a broken ledger.
  public static Account of(String code) {
    Account account = BY_CODE.get(code);
    if (account == null) {
      throw new IllegalStateException("not an account: " + code);
    }
    return account;
  }
}
