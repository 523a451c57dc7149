package io.openvpos.fraud.benchmark;

import io.openvpos.fraud.model.LabeledRows;
import io.openvpos.fraud.training.VectorRun.Served;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The rows of one fold. From each test day those cards are taken out that were known as defrauded
/// by then: in training, or on a day whose labels had arrived.
record Fold(Weeks weeks, LabeledRows training, List<Served<HandbookPayment>> test) {

  static Fold of(Weeks weeks, List<Served<HandbookPayment>> served) {
    LabeledRows training = new LabeledRows();
    Set<Integer> defrauded = new HashSet<>();
    TreeMap<Long, List<Served<HandbookPayment>>> byDay =
        served.stream()
            .collect(
                Collectors.groupingBy(s -> s.payment().day(), TreeMap::new, Collectors.toList()));
    for (Served<HandbookPayment> each : served) {
      if (weeks.trainsOn(each.payment().day())) {
        training.add(each.vector(), each.payment().fraud());
      }
    }
    addDefrauded(
        defrauded, served.stream().filter(s -> weeks.trainsOn(s.payment().day())).toList());
    List<Served<HandbookPayment>> test = new ArrayList<>();
    long first = weeks.testFrom().toEpochDay();
    for (long day = first; day < first + Weeks.TEST_DAYS; day++) {
      addDefrauded(defrauded, byDay.getOrDefault(day - Weeks.DELAY_DAYS - 1, List.of()));
      for (Served<HandbookPayment> each : byDay.getOrDefault(day, List.of())) {
        if (!defrauded.contains(each.payment().customer())) {
          test.add(each);
        }
      }
    }
    return new Fold(weeks, training, test);
  }

  private static void addDefrauded(Set<Integer> defrauded, List<Served<HandbookPayment>> known) {
    known.stream()
        .filter(each -> each.payment().fraud())
        .forEach(each -> defrauded.add(each.payment().customer()));
  }
}
