package io.openvpos.settlement.batch.domain;

import io.openvpos.calendar.BankCalendar;
import io.openvpos.calendar.DueDates;
import io.openvpos.settlement.batch.domain.Line.Detail;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;

/// Adds up the lines of one batch in whatever order they come; the result does not depend on it.
/// Keeps sums and sequence numbers, never the lines. Not for use by two threads.
public final class BatchDraft {

  private final LocalDate day;
  private final Head head;
  private final BankCalendar calendar;
  private final LongStream.Builder seqs = LongStream.builder();
  private final NavigableMap<LocalDate, Long> ownDues = new TreeMap<>();
  private final TreeSet<LocalDate> captureDates = new TreeSet<>();
  private final TreeSet<Integer> contractVersions = new TreeSet<>();
  private ReserveTerms reserve = ReserveTerms.NONE;
  private PayoutTerms payoutTerms = PayoutTerms.NONE;
  private Figures figures = Figures.ZERO;
  private TypeTotals types = TypeTotals.ZERO;
  private long atEarliest;
  private boolean anyAtEarliest;

  public BatchDraft(LocalDate day, Head head, BankCalendar calendar) {
    this.day = day;
    this.head = head;
    this.calendar = calendar;
  }

  public void add(Line line) {
    if (!line.salesDay().equals(day) || !line.head().equals(head)) {
      throw new IllegalArgumentException(line.id() + " is not of " + BatchId.of(day, head));
    }
    seqs.add(line.seq());
    figures = figures.plus(line.figures());
    types = types.plus(TypeTotals.of(line));
    if (line.contractVersion() != null) {
      contractVersions.add(line.contractVersion());
      if (contractVersions.getLast().equals(line.contractVersion())) {
        reserve = line.detail().reserve();
        payoutTerms = line.detail().payoutTerms().of(line.contractVersion());
      }
    }
    long net = line.figures().net();
    if (line.type().hasOwnValueDate()) {
      LocalDate first = addOwn(line.detail(), net);
      if (line.type() == LineType.CAPTURE) {
        captureDates.add(first);
      }
    } else {
      atEarliest = Math.addExact(atEarliest, net);
      anyAtEarliest = true;
    }
  }

  /// The line's own dues; the first date of them.
  private LocalDate addOwn(Detail detail, long net) {
    if (detail.parts() == 1) {
      LocalDate valueDate = DueDates.after(calendar, day, detail.valueDays());
      ownDues.merge(valueDate, net, Math::addExact);
      return valueDate;
    }
    for (int number = 1; number <= detail.parts(); number++) {
      ownDues.merge(
          DueDates.ofPart(calendar, day, number),
          DueDates.amountOfPart(net, detail.parts(), number),
          Math::addExact);
    }
    return DueDates.ofPart(calendar, day, 1);
  }

  /// The batch without the digest of its report, which only the report can give.
  public Batch finish() {
    long[] sorted = seqs.build().sorted().toArray();
    LocalDate earliest =
        captureDates.isEmpty() ? calendar.firstAfter(day) : captureDates.getFirst();
    return new Batch(
        BatchId.of(day, head),
        day,
        head,
        sorted.length,
        figures,
        types,
        dues(earliest),
        earliest,
        SeqRange.of(sorted),
        calendar.version(),
        List.copyOf(contractVersions),
        reserve,
        payoutTerms,
        "");
  }

  private List<Due> dues(LocalDate earliest) {
    NavigableMap<LocalDate, Long> all = new TreeMap<>(ownDues);
    if (anyAtEarliest) {
      all.merge(earliest, atEarliest, Math::addExact);
    }
    List<Due> dues = new ArrayList<>();
    for (Map.Entry<LocalDate, Long> due : all.entrySet()) {
      dues.add(new Due(due.getKey(), due.getValue()));
    }
    return dues;
  }
}
