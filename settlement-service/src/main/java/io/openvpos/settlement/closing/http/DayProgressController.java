package io.openvpos.settlement.closing.http;

import io.openvpos.messaging.access.Caller;
import io.openvpos.settlement.batch.domain.SourceTotal;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.closing.DayProgress;
import io.openvpos.settlement.closing.DayProgress.Count;
import io.openvpos.settlement.closing.DayProgress.Partition;
import io.openvpos.settlement.closing.DayProgress.Progress;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// How far the close of a day is.
@RestController
class DayProgressController {

  /// More would only be scrolled past; the count tells the rest.
  private static final int NAMED = 100;

  private final DayLog days;
  private final DayProgress progress;

  DayProgressController(DayLog days, DayProgress progress) {
    this.days = days;
    this.progress = progress;
  }

  record Answer(
      LocalDate date,
      String status,
      String stage,
      List<PartitionAnswer> partitions,
      WaitsFor waitsFor) {}

  /// What has to come before the day can close; at most [#NAMED] of each are named.
  record WaitsFor(long marks, List<String> firstMarks, long entries, List<String> firstEntries) {}

  record PartitionAnswer(
      String sourceTopic, int partition, boolean marked, List<CountAnswer> totals) {
    static PartitionAnswer of(Partition partition) {
      return new PartitionAnswer(
          partition.source().topic(),
          partition.source().partition(),
          partition.marked(),
          partition.counts().stream().map(CountAnswer::of).toList());
    }
  }

  /// Announced by the ledger and stored here; null before the mark.
  record CountAnswer(
      String mode,
      String currency,
      @Nullable Long entriesAnnounced,
      long entriesStored,
      @Nullable Long debitsAnnounced,
      long debitsStored) {
    static CountAnswer of(Count count) {
      return new CountAnswer(
          count.mode().code(),
          count.currency(),
          count.announced().map(SourceTotal::entries).orElse(null),
          count.stored().entries(),
          count.announced().map(SourceTotal::debits).orElse(null),
          count.stored().debits());
    }
  }

  @GetMapping("/v1/business-days/{date}/progress")
  Answer get(@Parameter(hidden = true) Caller caller, @PathVariable String date) {
    BusinessDay day = DayLookup.day(caller, days, date);
    Progress found = progress.of(day);
    return new Answer(
        day.day(),
        day.status().code(),
        found.stage().name().toLowerCase(Locale.ROOT),
        found.partitions().stream().map(PartitionAnswer::of).toList(),
        new WaitsFor(
            found.waitsForMarks().size(),
            found.waitsForMarks().stream().limit(NAMED).toList(),
            found.waitsForEntries().size(),
            found.waitsForEntries().stream().limit(NAMED).toList()));
  }
}
