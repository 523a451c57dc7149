package io.openvpos.settlement.certificate.domain;

import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.Due;
import io.openvpos.settlement.batch.domain.Figures;
import io.openvpos.settlement.batch.domain.LedgerMark;
import io.openvpos.settlement.batch.domain.Posted;
import io.openvpos.settlement.batch.domain.SourceHolds;
import io.openvpos.settlement.batch.domain.SourceTotal;
import io.openvpos.settlement.payout.domain.Payout;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// Writes a certificate. A pure function of the day and its evidence; docs/business-day.md says
/// what each member means and docs/decisions/0035 why it is what it is.
public final class CertificateText {

  public static final String FORMAT = "open-vpos-day-certificate/1";

  private CertificateText() {}

  /// The certificate of a day, which its evidence alone determines.
  ///
  /// @param sha256 gives the digest of a text's UTF-8 bytes
  public static Certificate write(
      DayToCertify day, Evidence evidence, UnaryOperator<String> sha256) {
    Map<String, Long> opening =
        evidence.before().map(Certificate::balances).orElseGet(() -> new TreeMap<>());
    Map<String, Long> moved = evidence.tally().legs();
    evidence
        .closing()
        .forEach(entry ->
            entry
                .legs()
                .forEach((account, amount) -> moved.merge(account, amount, Math::addExact)));
    Map<String, Long> balances = new TreeMap<>(opening);
    moved.forEach((account, amount) -> balances.merge(account, amount, Math::addExact));

    Map<String, Object> body = new TreeMap<>();
    body.put("format", FORMAT);
    body.put("day", day.day().toString());
    body.put("mode", evidence.mode().code());
    body.put("currency", evidence.currency());
    body.put("cut_off_at", day.cutOffAt().toString());
    body.put("calendar_version", day.calendars().of(evidence.currency()));
    body.put(
        "previous", evidence.before().map(Certificate::sha256).orElse(Certificate.NONE_BEFORE));
    evidence.holds().ifPresent(holds -> body.put("authorized", authorized(evidence, holds)));
    body.put("announced", announced(evidence));
    body.put("posted", posted(evidence.tally()));
    body.put("settled", settled(evidence.ownBatches()));
    body.put("paid", paid(evidence));
    body.put("accounts", accounts(opening, moved, balances));
    body.put("batches", evidence.ownBatches().stream().map(CertificateText::batch).toList());
    body.put("other_batches", otherBatches(evidence));
    body.put("day_digest", day.digest());
    body.put("files", evidence.files().stream().map(CertificateText::file).toList());
    String text = CanonicalJson.write(body);
    return new Certificate(
        day.day(),
        evidence.mode(),
        evidence.currency(),
        text,
        sha256.apply(text),
        balances,
        evidence.holds());
  }

  /// What issuers held, merchants claimed and was given up, as the ledger counted the facts.
  private static Map<String, Object> authorized(Evidence evidence, CertifiedHolds holds) {
    List<Object> sources = new ArrayList<>();
    for (LedgerMark mark :
        evidence.marks().stream().sorted(Comparator.comparing(LedgerMark::id)).toList()) {
      for (SourceHolds one : mark.holds().orElseThrow()) {
        if (evidence.isOwn(one)) {
          Map<String, Object> source = holds(CertifiedHolds.opening(0).plus(one));
          source.put("source_topic", mark.source().topic());
          source.put("partition", mark.source().partition());
          sources.add(source);
        }
      }
    }
    Map<String, Object> authorized = holds(holds);
    authorized.put("opening", holds.opening());
    authorized.put("open", holds.open());
    authorized.put("sources", sources);
    return authorized;
  }

  private static Map<String, Object> holds(CertifiedHolds holds) {
    Map<String, Object> all = new TreeMap<>();
    all.put("count", holds.count());
    all.put("amount", holds.amount());
    all.put("captures", holds.captures());
    all.put("captured", holds.captured());
    all.put("given_up", holds.givenUp());
    return all;
  }

  /// What the ledger said that it posted, before any line was counted.
  private static List<Object> announced(Evidence evidence) {
    List<Object> all = new ArrayList<>();
    for (LedgerMark mark :
        evidence.marks().stream().sorted(Comparator.comparing(LedgerMark::id)).toList()) {
      for (SourceTotal total : mark.totals()) {
        if (total.mode() == evidence.mode() && total.currency().equals(evidence.currency())) {
          all.add(
              Map.of(
                  "source_topic", mark.source().topic(),
                  "partition", mark.source().partition(),
                  "entries", total.entries(),
                  "debits", total.debits()));
        }
      }
    }
    return all;
  }

  private static Map<String, Object> posted(Tally tally) {
    List<Object> types = new ArrayList<>();
    tally
        .types()
        .forEach((type, sum) -> {
          Map<String, Object> one = figures(sum.figures());
          one.put("type", type);
          one.put("count", sum.count());
          types.add(one);
        });
    return Map.of("entries", tally.entries(), "debits", tally.debits(), "types", types);
  }

  private static Map<String, Object> settled(List<Batch> batches) {
    Figures sum = Figures.ZERO;
    long lines = 0;
    NavigableMap<LocalDate, Long> dues = new TreeMap<>();
    for (Batch batch : batches) {
      sum = sum.plus(batch.figures());
      lines += batch.lines();
      batch.dues().forEach(due -> dues.merge(due.valueDate(), due.amount(), Math::addExact));
    }
    Map<String, Object> settled = figures(sum);
    settled.put("batches", batches.size());
    settled.put("lines", lines);
    List<Object> byDate = new ArrayList<>();
    dues.forEach((date, amount) -> byDate.add(due(new Due(date, amount))));
    settled.put("dues", byDate);
    return settled;
  }

  private static Map<String, Object> paid(Evidence evidence) {
    long amount = evidence.payouts().stream().mapToLong(Payout::amount).reduce(0, Math::addExact);
    List<Object> payouts = new ArrayList<>();
    evidence
        .payouts()
        .forEach(one -> payouts.add(Map.of("end_to_end_id", one.id(), "amount", one.amount())));
    Map<String, Object> paid = new TreeMap<>();
    paid.put("payouts", payouts);
    paid.put("amount", amount);
    paid.put("count", evidence.payouts().size());
    paid.put("reserve_held", on(evidence.closing(), "merchant_reserve", "reserve_held"));
    paid.put("reserve_released", on(evidence.closing(), "merchant_reserve", "reserve_released"));
    long out = on(evidence.closing(), "fx_position", "conversion_out");
    long in = on(evidence.closing(), "fx_position", "conversion_in");
    // Where nothing was converted, a certificate is what it was before anything could be.
    if (out != 0 || in != 0) {
      paid.put("converted_out", out);
      paid.put("converted_in", in);
    }
    return paid;
  }

  /// The magnitudes on one account of the closing entries of a type.
  private static long on(List<Posted> closing, String account, String type) {
    return closing.stream()
        .filter(entry -> entry.type().equals(type))
        .mapToLong(entry -> Math.absExact(entry.on(account)))
        .reduce(0, Math::addExact);
  }

  private static List<Object> accounts(
      Map<String, Long> opening, Map<String, Long> moved, Map<String, Long> balances) {
    List<Object> all = new ArrayList<>();
    for (String account : new TreeSet<>(balances.keySet())) {
      all.add(
          Map.of(
              "account", account,
              "opening", Objects.requireNonNullElse(opening.get(account), 0L),
              "day", Objects.requireNonNullElse(moved.get(account), 0L),
              "balance", Objects.requireNonNullElse(balances.get(account), 0L)));
    }
    return all;
  }

  private static Map<String, Object> batch(Batch batch) {
    Map<String, Object> one = figures(batch.figures());
    one.put("id", batch.id());
    one.put("lines", batch.lines());
    one.put("digest", batch.digest());
    return one;
  }

  private static List<Object> otherBatches(Evidence evidence) {
    List<Object> all = new ArrayList<>();
    evidence.batches().stream()
        .filter(batch -> !evidence.isOwn(batch))
        .forEach(batch -> all.add(Map.of("id", batch.id(), "digest", batch.digest())));
    return all;
  }

  private static Object file(DigestedFile file) {
    return Map.of("name", file.name(), "sha256", file.sha256());
  }

  private static Object due(Due due) {
    return Map.of("value_date", due.valueDate().toString(), "amount", due.amount());
  }

  private static Map<String, Object> figures(Figures figures) {
    Map<String, Object> all = new TreeMap<>();
    all.put("gross", figures.gross());
    all.put("commission", figures.commission());
    all.put("tax", figures.tax());
    all.put("net", figures.net());
    return all;
  }
}
