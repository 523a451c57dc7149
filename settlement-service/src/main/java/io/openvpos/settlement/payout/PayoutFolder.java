package io.openvpos.settlement.payout;

import io.openvpos.messaging.task.Workers;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.fx.domain.Rate;
import io.openvpos.settlement.payout.domain.Beneficiaries;
import io.openvpos.settlement.payout.domain.Conditions;
import io.openvpos.settlement.payout.domain.Conversion;
import io.openvpos.settlement.payout.domain.ConversionStore;
import io.openvpos.settlement.payout.domain.DayShare;
import io.openvpos.settlement.payout.domain.DayToFold;
import io.openvpos.settlement.payout.domain.OpenPayout;
import io.openvpos.settlement.payout.domain.Payables;
import io.openvpos.settlement.payout.domain.Payables.Change;
import io.openvpos.settlement.payout.domain.PayablesStore;
import io.openvpos.settlement.payout.domain.PayablesStore.Stored;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Lets every payables head take in a cut day: those with a batch and those with dues or a reserve
/// from before. Safe to repeat; the payouts of the close are stored for files and look-up before it
/// returns.
public final class PayoutFolder {

  private final Stores stores;
  private final Beneficiaries beneficiaries;
  private final DayConditions conditions;
  private final Workers workers;

  /// What is read and changed.
  public record Stores(PayablesStore payables, PayoutStore payouts, ConversionStore conversions) {}

  /// Folds one head after another.
  public PayoutFolder(Stores stores, Beneficiaries beneficiaries, DayConditions conditions) {
    this(stores, beneficiaries, conditions, Workers.inOrder());
  }

  /// @param workers by which heads take the day in side by side; none knows of another
  public PayoutFolder(
      Stores stores, Beneficiaries beneficiaries, DayConditions conditions, Workers workers) {
    this.workers = workers;
    this.stores = stores;
    this.beneficiaries = beneficiaries;
    this.conditions = conditions;
  }

  /// Where everybody is paid, in the currency of the sale.
  public PayoutFolder(PayablesStore payables, PayoutStore payouts, Beneficiaries beneficiaries) {
    this(new Stores(payables, payouts, ConversionStore.NONE), beneficiaries, DayConditions.NONE);
  }

  /// All payouts of the day's close, by id. Empty while it is not known for sure where merchants
  /// are paid to, and who is not; nothing is folded then.
  public Optional<List<Payout>> fold(DayToFold day, List<Batch> batches) {
    if (!beneficiaries.complete()) {
      return Optional.empty();
    }
    Conditions frozen = conditions.of(day.day());
    Map<String, DayShare> shares = new TreeMap<>();
    stores.payables().forEach(one -> shares.put(one.head().id(), DayShare.NONE));
    batches.forEach(batch -> shares.put(batch.head().id(), DayShare.of(batch)));
    // What foreign heads convert is read from the heads themselves, so a head of lira takes in the
    // same whoever folded those, and when.
    List<Conversion> conversions = Collections.synchronizedList(new ArrayList<>());
    workers.each(
        heads(shares, head -> !isLira(head)),
        head ->
            fold(day, head, shares.getOrDefault(head.id(), DayShare.NONE), frozen)
                .convertedOn(day.day())
                .ifPresent(conversions::add));
    conversions.stream()
        .sorted(Comparator.comparing(one -> one.from().id()))
        .forEach(one -> add(shares, one));
    workers.each(
        heads(shares, PayoutFolder::isLira),
        head -> {
          var _ = fold(day, head, shares.getOrDefault(head.id(), DayShare.NONE), frozen);
        });
    return Optional.of(stores.payouts().ofClose(day.day()));
  }

  private static List<Head> heads(Map<String, DayShare> shares, Predicate<Head> which) {
    return shares.keySet().stream().map(Head::of).filter(which).toList();
  }

  private static boolean isLira(Head head) {
    return head.currency().equals(Rate.LIRA);
  }

  private static void add(Map<String, DayShare> shares, Conversion conversion) {
    String to = conversion.to().id();
    shares.put(to, shares.getOrDefault(to, DayShare.NONE).plus(conversion));
  }

  private Payables fold(DayToFold day, Head head, DayShare share, Conditions frozen) {
    Payables folded = folded(day, head, share, frozen);
    stores.payouts().insertMissing(ofClose(folded, day.day()));
    if (day.day().equals(folded.foldedDay())) {
      stores.payouts().insertMissingReserves(folded.moved());
    }
    stores.conversions().insertMissing(folded.convertedOn(day.day()).stream().toList());
    return folded;
  }

  private Payables folded(DayToFold day, Head head, DayShare share, Conditions frozen) {
    while (true) {
      Optional<Stored> read = stores.payables().find(head);
      Payables before = read.map(Stored::payables).orElseGet(() -> Payables.none(head));
      if (share.isEmpty() && before.dues().isEmpty() && before.reserved().isEmpty()) {
        return before;
      }
      Optional<Change> change =
          before.fold(day, share, frozen, () -> beneficiaries.of(head.merchantId()));
      if (change.isEmpty()) {
        return before;
      }
      Change decided = change.get();
      boolean stored =
          read.map(found -> stores.payables().replace(found, decided))
              .orElseGet(() -> stores.payables().insert(decided));
      if (stored) {
        return decided.next();
      }
    }
  }

  /// A payout of the close stays open at least until its day is closed, so a repetition finds it.
  private static List<Payout> ofClose(Payables folded, LocalDate day) {
    return folded.open().stream()
        .map(OpenPayout::payout)
        .filter(payout -> payout.day().equals(day) && !payout.isReissue())
        .toList();
  }
}
