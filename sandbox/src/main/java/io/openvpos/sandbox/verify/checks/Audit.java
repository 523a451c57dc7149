package io.openvpos.sandbox.verify.checks;

import io.openvpos.sandbox.verify.books.AuthorizationReading;
import io.openvpos.sandbox.verify.books.Books;
import io.openvpos.sandbox.verify.books.MerchantReading;
import io.openvpos.sandbox.verify.books.Rows;
import io.openvpos.sandbox.verify.books.SettlementReading;
import io.openvpos.sandbox.verify.books.Stored;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;

/// Shows every row to every check. A row that cannot be read is a fault of every check, since none
/// was shown it; nothing stops the others.
public final class Audit {

  private final List<Check> checks;

  private Audit(List<Check> checks) {
    this.checks = checks;
  }

  /// What was found of the twelve, in order.
  public static List<Finding> of(Books books) {
    IssuerLog issuer = new IssuerLog();
    Audit audit =
        new Audit(
            List.of(
                new ZeroSums(),
                new FactsAndEntries(),
                new IssuerRequests(issuer),
                new IssuerPositions(issuer),
                new PaymentAmounts(),
                new HashChains(),
                new MerchantMoney(),
                new Batches(books.calendars()),
                new Payouts(books.calendars()),
                new NothingOpen(books.restless()),
                new CardSecrecy(),
                new Replay()));
    audit.pass(
        "the network's log",
        books.network(),
        message -> audit.show("RRN " + message.rrn(), message, Check::network));
    audit.pass(
        "the bank's log",
        books.bank(),
        file -> audit.show("file " + file.messageId(), file, Check::bank));
    audit.pass("the stores", books.documents(), audit::document);
    audit.pass("the topics", books.topics(), told -> audit.show(told.place(), told, Check::told));
    audit.pass("the log files", books.logs(), line -> audit.show(line.file(), line, Check::log));
    return audit.checks.stream().map(Check::finding).toList();
  }

  /// A source that fails on the way leaves every check without the rest of it.
  private <T> void pass(String what, Rows<T> rows, Consumer<T> each) {
    try {
      rows.forEach(each);
    } catch (RuntimeException e) {
      checks.forEach(check -> check.fault(what + " cannot be read to the end: " + e));
    }
  }

  private void document(Stored stored) {
    show(stored.name(), stored, Check::stored);
    switch (stored.place()) {
      case AuthorizationReading.PAYMENTS ->
          show(stored, AuthorizationReading::payment, Check::payment);
      case MerchantReading.ENTRIES -> show(stored, MerchantReading::entry, Check::entry);
      case MerchantReading.HEADS -> show(stored, MerchantReading::head, Check::head);
      case MerchantReading.ADJUSTMENTS ->
          show(stored, MerchantReading::adjustment, Check::adjustment);
      case MerchantReading.DAYS -> show(stored, MerchantReading::markers, Check::markers);
      case SettlementReading.LINES -> show(stored, SettlementReading::line, Check::line);
      case SettlementReading.BATCHES -> show(stored, SettlementReading::batch, Check::batch);
      case SettlementReading.BUSINESS_DAYS ->
          show(stored, SettlementReading::businessDay, Check::day);
      case SettlementReading.PAYOUTS -> show(stored, SettlementReading::payout, Check::payout);
      case SettlementReading.PAYOUT_FILES -> show(stored, SettlementReading::file, Check::file);
      case SettlementReading.PAYABLES -> show(stored, SettlementReading::payables, Check::payables);
      default -> {
        // Nothing that an invariant is about, apart from what it must not hold.
      }
    }
  }

  private <T> void show(Stored stored, Function<Document, T> read, BiConsumer<Check, T> show) {
    T row;
    try {
      row = read.apply(stored.document());
    } catch (RuntimeException e) {
      checks.forEach(check -> check.fault(stored.name() + " cannot be read: " + e));
      return;
    }
    show(stored.name(), row, show);
  }

  private <T> void show(String name, T row, BiConsumer<Check, T> show) {
    for (Check check : checks) {
      try {
        show.accept(check, row);
      } catch (RuntimeException e) {
        check.fault(name + " cannot be checked: " + e);
      }
    }
  }
}
