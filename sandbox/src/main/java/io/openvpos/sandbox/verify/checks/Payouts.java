package io.openvpos.sandbox.verify.checks;

import io.openvpos.sandbox.bank.PaymentFile;
import io.openvpos.sandbox.verify.books.BankDays;
import io.openvpos.sandbox.verify.books.BookedBatch;
import io.openvpos.sandbox.verify.books.BookedDay;
import io.openvpos.sandbox.verify.books.BookedEntry;
import io.openvpos.sandbox.verify.books.BookedFile;
import io.openvpos.sandbox.verify.books.BookedPayables;
import io.openvpos.sandbox.verify.books.BookedPayout;
import io.openvpos.sandbox.verify.books.Told;
import io.openvpos.schemas.settlement.Payout;
import io.openvpos.schemas.settlement.PayoutConfirmed;
import io.openvpos.schemas.settlement.PayoutInstructed;
import io.openvpos.schemas.settlement.PayoutRejected;
import io.openvpos.schemas.settlement.PayoutReturned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// 9. The files by the totals that they were handed over with, against the payouts; the payouts
///    against what was told of them, against the batches that they pay and against the days on
///    which their currency is paid.
final class Payouts extends Check {

  private final Map<String, BookedPayout> payouts = new TreeMap<>();
  private final Map<String, Long> instructed = new HashMap<>();
  private final Map<String, Long> reserves = new HashMap<>();
  private final Map<String, Long> converted = new HashMap<>();
  private final Map<String, BookedFile> files = new TreeMap<>();
  private final List<BookedPayables> payables = new ArrayList<>();
  private final List<BookedBatch> batches = new ArrayList<>();
  private final Map<LocalDate, BookedDay> days = new HashMap<>();
  private final List<PaymentFile> atBank = new ArrayList<>();
  private final Set<String> confirmed = new TreeSet<>();
  private final Map<String, String> givenBack = new TreeMap<>();

  private final Function<String, BankDays> calendars;

  /// @param calendars the bank days by version
  Payouts(Function<String, BankDays> calendars) {
    super(9, "payment files add up; end-to-end ids are unique");
    this.calendars = calendars;
  }

  @Override
  void bank(PaymentFile file) {
    atBank.add(file);
  }

  @Override
  void entry(BookedEntry entry) {
    reserves.merge(entry.head(), -entry.on("merchant_reserve"), Math::addExact);
    if (entry.type().startsWith("conversion_")) {
      converted.merge(entry.head(), entry.on("fx_position"), Math::addExact);
    }
  }

  @Override
  void payout(BookedPayout payout) {
    BookedPayout before = payouts.put(payout.id(), payout);
    expect(
        before == null || before.equals(payout),
        "end-to-end id " + payout.id() + " is of two payouts");
  }

  @Override
  void payables(BookedPayables found) {
    payables.add(found);
    found.open().forEach(this::payout);
  }

  @Override
  void file(BookedFile file) {
    files.put(file.id(), file);
  }

  @Override
  void batch(BookedBatch batch) {
    batches.add(batch);
  }

  @Override
  void day(BookedDay day) {
    days.put(day.day(), day);
  }

  @Override
  void told(Told told) {
    switch (told.record()) {
      case PayoutInstructed it -> instructed(it.getPayout());
      case PayoutConfirmed it -> confirmed.add(it.getPayout().getPayoutId());
      case PayoutRejected it ->
          givenBack.put("rejected " + it.getPayout().getPayoutId(), head(it.getPayout()));
      case PayoutReturned it ->
          givenBack.put("returned " + it.getPayout().getPayoutId(), head(it.getPayout()));
      case null, default -> {
        // Another fact.
      }
    }
  }

  private void instructed(Payout payout) {
    long amount = payout.getAmount().getMinorUnits();
    Long before = instructed.put(payout.getPayoutId(), amount);
    expect(
        before == null || before == amount,
        "end-to-end id " + payout.getPayoutId() + " was told with two amounts");
  }

  private static String head(Payout payout) {
    return payout.getMerchantId()
        + "|"
        + payout.getMode().name().toLowerCase(Locale.ROOT)
        + "|"
        + payout.getAmount().getCurrency();
  }

  @Override
  String judge() {
    uniqueWhatever();
    payouts.values().stream().filter(payout -> payout.number() == 0).forEach(this::leavesInTime);
    instructed.forEach((id, amount) -> {
      BookedPayout payout = payouts.get(id);
      expect(
          payout != null && payout.amount() == amount,
          "payout " + id + " was told with " + amount + ", there is " + payout);
    });
    payouts
        .keySet()
        .forEach(id -> expect(instructed.containsKey(id), "payout " + id + " was never told"));
    filesOfCloses();
    filesOfReissues();
    payables.forEach(this::paysItsBatches);
    Set<String> asked = new HashSet<>();
    atBank.forEach(file -> asBankRead(file, asked));
    confirmed.forEach(id ->
        expect(asked.contains(id), "payout " + id + " is confirmed and the bank never read it"));
    payables.forEach(found -> reissuesFollow(found.head()));
    return "%d payouts, %d files, %d of them seen at the bank"
        .formatted(payouts.size(), files.size(), atBank.size());
  }

  /// The number within a head and day is as unique as the id made from it.
  private void uniqueWhatever() {
    Map<String, String> ids = new HashMap<>();
    for (BookedPayout payout : payouts.values()) {
      String key = payout.head() + "|" + payout.day() + "|" + payout.number();
      String other = ids.put(key, payout.id());
      expect(other == null, "payouts " + other + " and " + payout.id() + " are both " + key);
      expect(payout.amount() > 0, "payout " + payout.id() + " is of " + payout.amount());
    }
  }

  /// The first day after the close on which the bank and the currency's system are open, by the
  /// calendars that the day froze.
  private void leavesInTime(BookedPayout payout) {
    BookedDay day = days.get(payout.day());
    String calendar = day == null ? null : day.calendarOf(payout.currency()).orElse(null);
    if (calendar == null) {
      fault("payout " + payout.id() + " is of a day that froze no calendar");
      return;
    }
    LocalDate expected = calendars.apply(calendar).firstAfter(payout.day());
    expect(
        payout.executionDate().equals(expected),
        "payout %s leaves on %s, by %s it should on %s"
            .formatted(payout.id(), payout.executionDate(), calendar, expected));
  }

  private boolean isClosed(LocalDate day) {
    BookedDay found = days.get(day);
    return found != null && found.closed();
  }

  private void filesOfCloses() {
    Map<String, List<BookedPayout>> expected = new TreeMap<>();
    payouts.values().stream()
        .filter(payout -> payout.number() == 0 && isClosed(payout.day()))
        .forEach(payout ->
            expected
                .computeIfAbsent(
                    payout.day() + "|" + payout.modeAndCurrency(), _ -> new ArrayList<>())
                .add(payout));
    for (BookedFile file : files.values()) {
      if (file.payoutId() == null) {
        List<BookedPayout> inIt = expected.remove(file.day() + "|" + file.modeAndCurrency());
        compare(file, inIt == null ? List.of() : inIt);
      }
    }
    expected.keySet().forEach(key -> fault("the payouts of " + key + " are in no file"));
  }

  private void filesOfReissues() {
    Set<String> filed = new HashSet<>();
    for (BookedFile file : files.values()) {
      String payoutId = file.payoutId();
      if (payoutId != null) {
        BookedPayout payout = payouts.get(payoutId);
        expect(
            payout != null && payout.number() > 0 && filed.add(payoutId),
            "file " + file.id() + " is of no re-issue, or of one that has a file");
        compare(file, payout == null ? List.of() : List.of(payout));
      }
    }
  }

  /// Each re-issue has a rejection or a return of its own before it.
  private void reissuesFollow(String head) {
    long reissued =
        payouts.values().stream()
            .filter(payout -> payout.head().equals(head) && payout.number() > 0)
            .count();
    long back = givenBack.values().stream().filter(head::equals).count();
    expect(
        reissued <= back,
        "%s has %d re-issues of %d payouts given back".formatted(head, reissued, back));
  }

  private void compare(BookedFile file, List<BookedPayout> inIt) {
    long sum = inIt.stream().mapToLong(BookedPayout::amount).reduce(0, Math::addExact);
    expect(
        file.payouts() == inIt.size() && file.controlSum() == sum,
        "file %s says %d payouts of %d, there are %d of %d"
            .formatted(file.id(), file.payouts(), file.controlSum(), inIt.size(), sum));
  }

  private void asBankRead(PaymentFile read, Set<String> asked) {
    BookedFile file = files.get(read.messageId());
    long sum = 0;
    for (PaymentFile.Payment payment : read.payments()) {
      BookedPayout payout = payouts.get(payment.endToEndId());
      sum = Math.addExact(sum, payment.amount());
      expect(
          asked.add(payment.endToEndId()),
          "the bank was asked twice to pay " + payment.endToEndId());
      expect(
          payout != null
              && payout.amount() == payment.amount()
              && payout.currency().equals(payment.currency())
              && payout.executionDate().toString().equals(payment.executionDate()),
          "the bank read " + payment + " in " + read.messageId() + ", there is " + payout);
    }
    expect(
        file != null && file.payouts() == read.payments().size() && file.controlSum() == sum,
        "the bank read %d payouts of %d in %s, there is %s"
            .formatted(read.payments().size(), sum, read.messageId(), file));
  }

  /// What was taken in from batches and conversions is due, held or was paid out; a re-issue pays
  /// nothing more.
  private void paysItsBatches(BookedPayables found) {
    LocalDate folded = found.foldedDay();
    long owed =
        batches.stream()
            .filter(batch -> batch.head().equals(found.head()))
            .filter(batch -> folded != null && !batch.day().isAfter(folded))
            .mapToLong(batch -> batch.figures().net())
            .reduce(0, Math::addExact);
    long paid =
        payouts.values().stream()
            .filter(payout -> payout.head().equals(found.head()) && payout.number() == 0)
            .mapToLong(BookedPayout::amount)
            .reduce(0, Math::addExact);
    long turned = converted.getOrDefault(found.head(), 0L);
    expect(
        owed + turned == paid + found.dues() + found.reserved(),
        "%s is owed %d by its batches, converted %d, paid %d, due %d and held %d"
            .formatted(found.head(), owed, turned, paid, found.dues(), found.reserved()));
    long inLedger = reserves.getOrDefault(found.head(), 0L);
    expect(
        inLedger == found.reserved(),
        "%s has %d held, its ledger %d".formatted(found.head(), found.reserved(), inLedger));
  }
}
