package io.openvpos.merchant.contract;

import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.contract.ContractBooks.Held;
import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractBook.Calendar;
import io.openvpos.merchant.contract.domain.ContractBook.Outcome;
import io.openvpos.merchant.contract.domain.ContractBook.Proposer;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.messaging.day.BusinessDays;
import io.openvpos.messaging.day.BusinessDays.OpenDay;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Proposes, approves and withdraws later versions of a contract. Every change is one
/// compare-and-set of the merchant with its audit record; a refusal changes nothing.
@Component
public final class ContractProposals {

  private static final int ID_BYTES = 10;

  private final ContractBooks books;
  private final BusinessDays days;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public ContractProposals(ContractBooks books, BusinessDays days, Clock clock) {
    this.books = books;
    this.days = days;
    this.clock = clock;
  }

  public Optional<Held> find(String merchantId) {
    return books.find(merchantId);
  }

  /// Empty if there is no such merchant.
  public Optional<Outcome> propose(
      String merchantId, ContractTerms terms, LocalDate fromDay, Actor by) {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    Proposer proposer = new Proposer("cpr_" + HexFormat.of().formatHex(id), by.who());
    return change(
        merchantId,
        "contract.proposed",
        by,
        book -> book.propose(terms, fromDay, calendar(), proposer));
  }

  /// Empty if there is no such merchant.
  ///
  /// @param read which proposal the approver read; another one under the number is not approved
  public Optional<Outcome> approve(
      String merchantId, int version, Optional<String> read, Actor by) {
    return change(
        merchantId,
        "contract.approved",
        by,
        book ->
            read.isPresent() && !book.proposal(version).map(one -> one.id()).equals(read)
                ? new Outcome.Refused(ContractBook.Refusal.NOT_PROPOSED)
                : book.approve(version, by.who(), calendar()));
  }

  /// Empty if there is no such merchant.
  public Optional<Outcome> withdraw(String merchantId, int version, Actor by) {
    return change(merchantId, "contract.withdrawn", by, book -> book.withdraw(version));
  }

  private Optional<Outcome> change(
      String merchantId, String action, Actor by, Function<ContractBook, Outcome> decide) {
    while (true) {
      Held held = books.find(merchantId).orElse(null);
      if (held == null) {
        return Optional.empty();
      }
      Outcome outcome = decide.apply(held.book());
      boolean done =
          switch (outcome) {
            case Outcome.Refused _ -> true;
            case Outcome.Accepted(ContractBook book) ->
                books.save(held, book, new Action(action, by, clock.instant()));
          };
      if (done) {
        return Optional.of(outcome);
      }
    }
  }

  private Calendar calendar() {
    OpenDay open = days.openDay();
    return new Calendar(open.day(), open.nextStart(), clock.instant());
  }
}
