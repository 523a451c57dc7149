package io.openvpos.settlement.payout.domain;

import io.openvpos.settlement.batch.domain.Due;
import io.openvpos.settlement.batch.domain.ReserveTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A batch's dues after the contract's part of its net was held back: from the latest dues first,
/// never below zero, so that what is paid soonest is touched last.
///
/// @param dues what is left; they sum to the net less what is held
/// @param releaseOn the contract's day, but not before the latest value date of what is held: no
///   money comes sooner because it was held; null if nothing is
record Reserved(List<Due> dues, long held, @Nullable LocalDate releaseOn) {

  static Reserved of(LocalDate day, List<Due> batchDues, ReserveTerms terms) {
    long net = batchDues.stream().mapToLong(Due::amount).reduce(0, Math::addExact);
    long held = terms.of(net);
    if (held == 0) {
      return new Reserved(batchDues, 0, null);
    }
    List<Due> left = new ArrayList<>();
    LocalDate releaseOn = day.plusDays(terms.days());
    long missing = held;
    for (Due due :
        batchDues.stream().sorted(Comparator.comparing(Due::valueDate).reversed()).toList()) {
      long taken = Math.min(missing, Math.max(0, due.amount()));
      if (taken > 0 && due.valueDate().isAfter(releaseOn)) {
        releaseOn = due.valueDate();
      }
      missing -= taken;
      left.add(new Due(due.valueDate(), due.amount() - taken));
    }
    return new Reserved(left, held, releaseOn);
  }
}
