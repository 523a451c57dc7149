package io.openvpos.settlement.certificate;

import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.batch.domain.CutCondition;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.LedgerMark;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.batch.domain.MarkStore;
import io.openvpos.settlement.batch.domain.Posted;
import io.openvpos.settlement.batch.domain.PostedStore;
import io.openvpos.settlement.certificate.domain.CertificateStore;
import io.openvpos.settlement.certificate.domain.CertificateText;
import io.openvpos.settlement.certificate.domain.DayToCertify;
import io.openvpos.settlement.certificate.domain.Evidence;
import io.openvpos.settlement.certificate.domain.Tally;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutStore;
import io.openvpos.settlement.report.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Certifies a day once all of it is back from the ledger: one certificate for each mode and
/// currency that ever had anything to certify, so no day is missing in a chain. Safe to repeat and
/// to run in two instances at once: all that it reads is final by then.
public final class CertificateMaker {

  private final Sources sources;
  private final CertificateStore certificates;
  private final DayFiles files;
  private final List<String> topics;
  private final int partitions;

  /// What a certificate is made of.
  public record Sources(
      LineStore lines,
      MarkStore marks,
      PostedStore entries,
      BatchStore batches,
      PayoutStore payouts) {}

  /// @param topics whose days the ledger marks, in each of the `partitions`
  public CertificateMaker(
      Sources sources,
      CertificateStore certificates,
      DayFiles files,
      List<String> topics,
      int partitions) {
    this.sources = sources;
    this.certificates = certificates;
    this.files = files;
    this.topics = List.copyOf(topics);
    this.partitions = partitions;
  }

  private record Pair(Mode mode, String currency) implements Comparable<Pair> {
    static Pair of(Head head) {
      return new Pair(head.mode(), head.currency());
    }

    @Override
    public int compareTo(Pair other) {
      return (mode.code() + currency).compareTo(other.mode.code() + other.currency);
    }
  }

  public void certify(DayToCertify day) {
    List<LedgerMark> marks =
        sources.marks().find(CutCondition.markIds(day.day(), topics, partitions));
    List<Batch> batches = sources.batches().ofDay(day.day());
    List<Payout> payouts = sources.payouts().ofClose(day.day());
    List<Posted> closing = closing(day);
    Map<Pair, Tally> tallies = tallies(day.day());
    Set<Pair> pairs = new TreeSet<>(tallies.keySet());
    payouts.forEach(payout -> pairs.add(Pair.of(payout.head())));
    closing.forEach(entry -> pairs.add(Pair.of(entry.head())));
    marks.stream()
        .flatMap(mark -> mark.holds().stream().flatMap(List::stream))
        .forEach(holds -> pairs.add(new Pair(holds.mode(), holds.currency())));
    certificates
        .ofDay(day.day().minusDays(1))
        .forEach(before -> pairs.add(new Pair(before.mode(), before.currency())));
    for (Pair pair : pairs) {
      Evidence evidence =
          new Evidence(
              pair.mode(),
              pair.currency(),
              marks,
              tallies.getOrDefault(pair, new Tally()),
              batches,
              closing.stream().filter(one -> pair.equals(Pair.of(one.head()))).toList(),
              payouts.stream().filter(one -> pair.equals(Pair.of(one.head()))).toList(),
              files.of(day, pair.mode(), pair.currency()),
              certificates.find(day.day().minusDays(1), pair.mode(), pair.currency()));
      certificates.insert(CertificateText.write(day, evidence, CertificateMaker::sha256));
    }
  }

  private List<Posted> closing(DayToCertify day) {
    List<Posted> found = sources.entries().find(day.closing());
    if (found.size() != day.closing().size()) {
      Set<String> missing = new HashSet<>(day.closing());
      found.forEach(entry -> missing.remove(entry.eventId()));
      throw new IllegalStateException(
          "the legs of " + missing + " were never stored: read the ledger's entries again");
    }
    return found;
  }

  private Map<Pair, Tally> tallies(LocalDate day) {
    Map<Pair, Tally> tallies = new TreeMap<>();
    sources
        .lines()
        .forEachOf(
            day,
            line -> tallies.computeIfAbsent(Pair.of(line.head()), pair -> new Tally()).add(line));
    tallies.values().forEach(this::addAdjustments);
    return tallies;
  }

  private void addAdjustments(Tally tally) {
    List<String> wanted = tally.adjustments();
    List<Posted> found = sources.entries().find(wanted);
    if (found.size() != wanted.size()) {
      throw new IllegalStateException("the legs of adjustments are missing: " + wanted);
    }
    found.forEach(tally::add);
  }

  private static String sha256(String text) {
    Sha256 sha = new Sha256();
    sha.add(text.getBytes(StandardCharsets.UTF_8));
    return sha.hex();
  }
}
