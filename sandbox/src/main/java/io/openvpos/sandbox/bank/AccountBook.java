package io.openvpos.sandbox.bank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is booked on the accounts that pay, as the log of accepted files has it: each payment on
/// its execution date, and what comes back on the same date after all that leave.
final class AccountBook {

  /// What every account begins with, in minor units.
  static final long FIRST_BALANCE = 100_000_000_000L;

  /// Of files that name no account that pays.
  private static final String UNKNOWN_ACCOUNT = "UNKNOWN";

  /// An account in one currency.
  record Account(String number, String currency) {}

  /// One movement.
  ///
  /// @param reference the bank's own, for ever the same
  /// @param reason why it came back; empty of what leaves
  record Movement(String reference, String endToEndId, long amount, String reason) {
    boolean isCredit() {
      return !reason.isEmpty();
    }

    long signed() {
      return isCredit() ? amount : -amount;
    }
  }

  /// An account's day.
  record Day(Account account, String date, long opening, List<Movement> movements) {
    long closing() {
      return opening + movements.stream().mapToLong(Movement::signed).sum();
    }
  }

  private AccountBook() {}

  /// The day of every account that something was booked on.
  static List<Day> of(String date, List<PaymentFile> files) {
    Map<Account, Long> openings = new HashMap<>();
    Map<Account, List<Movement>> leaving = new LinkedHashMap<>();
    Map<Account, List<Movement>> comingBack = new HashMap<>();
    for (PaymentFile file : files) {
      for (PaymentFile.Payment payment : file.payments()) {
        Account account = account(file, payment);
        if (payment.executionDate().compareTo(date) < 0) {
          openings.merge(account, signed(payment), Math::addExact);
        } else if (payment.executionDate().equals(date) && !MagicAccounts.refuses(payment)) {
          leaving.computeIfAbsent(account, _ -> new ArrayList<>()).add(left(payment));
          if (MagicAccounts.returns(payment)) {
            comingBack.computeIfAbsent(account, _ -> new ArrayList<>()).add(cameBack(payment));
          }
        }
      }
    }
    return leaving.keySet().stream()
        .map(account -> {
          List<Movement> all = new ArrayList<>(leaving.get(account));
          all.addAll(comingBack.getOrDefault(account, List.of()));
          return new Day(account, date, FIRST_BALANCE + openings.getOrDefault(account, 0L), all);
        })
        .toList();
  }

  private static Account account(PaymentFile file, PaymentFile.Payment payment) {
    String debtor = file.debtor();
    return debtor == null ? unknown(payment.currency()) : new Account(debtor, payment.currency());
  }

  static Account unknown(String currency) {
    return new Account(UNKNOWN_ACCOUNT, currency);
  }

  private static long signed(PaymentFile.Payment payment) {
    boolean stays = MagicAccounts.refuses(payment) || MagicAccounts.returns(payment);
    return stays ? 0 : -payment.amount();
  }

  private static Movement left(PaymentFile.Payment payment) {
    return new Movement("D-" + payment.endToEndId(), payment.endToEndId(), payment.amount(), "");
  }

  private static Movement cameBack(PaymentFile.Payment payment) {
    return new Movement(
        "R-" + payment.endToEndId(), payment.endToEndId(), payment.amount(), MagicAccounts.RETURN);
  }
}
