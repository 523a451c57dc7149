package io.openvpos.fraud.benchmark;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/// One fold of the handbook's protocol: seven days of training, seven of waiting for their labels,
/// seven of test.
///
/// @param trainFrom first day of training
public record Weeks(LocalDate trainFrom) {

  public static final int TRAIN_DAYS = 7;
  public static final int DELAY_DAYS = 7;
  public static final int TEST_DAYS = 7;

  /// As published: the first table trains from here.
  public static final LocalDate PUBLISHED = LocalDate.of(2018, 7, 25);

  /// Folds a week apart.
  public static List<Weeks> from(LocalDate trainFrom, int count) {
    return IntStream.range(0, count)
        .mapToObj(week -> new Weeks(trainFrom.plusWeeks(week)))
        .toList();
  }

  public LocalDate testFrom() {
    return trainFrom.plusDays(TRAIN_DAYS + DELAY_DAYS);
  }

  boolean trainsOn(long day) {
    long first = trainFrom.toEpochDay();
    return day >= first && day < first + TRAIN_DAYS;
  }

  boolean testsOn(long day) {
    long first = testFrom().toEpochDay();
    return day >= first && day < first + TEST_DAYS;
  }
}
