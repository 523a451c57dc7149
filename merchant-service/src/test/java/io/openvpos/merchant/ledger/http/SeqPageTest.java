package io.openvpos.merchant.ledger.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeqPageTest {

  private record Entry(String head, long seq) {}

  private static final int HEADS = 3;
  private static final List<Entry> ALL = all();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 16, 17, 100})
  void goingOnAfterTheLastSeqFindsEachEntryOnce(int limit) {
    List<Entry> read = new ArrayList<>();
    SeqPage<Entry> page;
    do {
      page = page(read.isEmpty() ? 0 : read.getLast().seq(), limit);
      assertThat(page.elements()).isNotEmpty().hasSizeLessThanOrEqualTo(Math.max(limit, HEADS));
      read.addAll(page.elements());
    } while (page.hasMore());
    assertThat(read).isEqualTo(ALL);
  }

  @Test
  void onePageOfOneHeadIsAsLongAsAskedFor() {
    List<Entry> found = ALL.stream().filter(entry -> entry.head().equals("TRY")).limit(6).toList();
    SeqPage<Entry> page = SeqPage.of(found, Entry::seq, Comparator.comparing(Entry::head), 5);
    assertThat(page.elements()).isEqualTo(found.subList(0, 5));
    assertThat(page.hasMore()).isTrue();
  }

  private static SeqPage<Entry> page(long afterSeq, int limit) {
    List<Entry> found = new ArrayList<>();
    for (String head : List.of("TRY", "EUR", "USD")) {
      ALL.stream()
          .filter(entry -> entry.head().equals(head) && entry.seq() > afterSeq)
          .limit(limit + 1L)
          .forEach(found::add);
    }
    return SeqPage.of(found, Entry::seq, Comparator.comparing(Entry::head), limit);
  }

  private static List<Entry> all() {
    List<Entry> all = new ArrayList<>();
    LongStream.rangeClosed(1, 9).forEach(seq -> all.add(new Entry("TRY", seq)));
    LongStream.rangeClosed(1, 3).forEach(seq -> all.add(new Entry("EUR", seq)));
    LongStream.rangeClosed(1, 5).forEach(seq -> all.add(new Entry("USD", seq)));
    all.sort(Comparator.comparingLong(Entry::seq).thenComparing(Entry::head));
    return List.copyOf(all);
  }
}
