package io.openvpos.settlement.businessday.mongo;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.DayTotal;
import io.openvpos.settlement.batch.domain.Figures;
import io.openvpos.settlement.batch.domain.TypeTotals;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.businessday.domain.DayTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// `business_days`: one document for each day, its id the date. Fields only ever appear, with the
/// one value they can have, so no write of it needs to win a race.
public final class MongoDayLog implements DayLog {

  private final Documents documents;

  public MongoDayLog(Documents documents) {
    this.documents = documents;
  }

  @Override
  public void opened(LocalDate day, Instant scheduledCutOff) {
    set(day, new Document("scheduled_cut_off", Date.from(scheduledCutOff)));
  }

  @Override
  public void closing(LocalDate day, Instant cutOffAt, DayTerms terms) {
    set(
        day,
        new Document("cut_off_at", Date.from(cutOffAt))
            .append("terms", TermsDocument.write(terms)));
  }

  @Override
  public void cut(LocalDate day, int batches) {
    set(day, new Document("batches", batches));
  }

  @Override
  public void paid(LocalDate day, int payouts, List<DayTotal> totals) {
    set(
        day,
        new Document("payouts", payouts)
            .append("totals", totals.stream().map(MongoDayLog::write).toList()));
  }

  @Override
  public void closed(LocalDate day, Instant closedAt, String digest) {
    set(day, new Document("closed_at", Date.from(closedAt)).append("digest", digest));
  }

  @Override
  public Optional<BusinessDay> find(LocalDate day) {
    return documents.find(day.toString()).map(MongoDayLog::read);
  }

  @Override
  public List<BusinessDay> list(Optional<LocalDate> before, int limit) {
    Document filter = new Document();
    before.ifPresent(day -> filter.append("_id", new Document("$lt", day.toString())));
    return documents.findMany(filter, new Document("_id", -1), limit).stream()
        .map(MongoDayLog::read)
        .toList();
  }

  private void set(LocalDate day, Document fields) {
    documents.upsert(day.toString(), new Document("$set", fields));
  }

  private static BusinessDay read(Document found) {
    return new BusinessDay(
        LocalDate.parse(found.getString("_id")),
        found.getDate("scheduled_cut_off").toInstant(),
        instant(found.getDate("cut_off_at")),
        terms(found.get("terms", Document.class)),
        instant(found.getDate("closed_at")),
        found.getInteger("batches"),
        found.getInteger("payouts"),
        totals(found.getList("totals", Document.class)),
        found.getString("digest"));
  }

  private static @Nullable DayTerms terms(@Nullable Document found) {
    return found == null ? null : TermsDocument.read(found);
  }

  private static @Nullable List<DayTotal> totals(@Nullable List<Document> found) {
    return found == null ? null : found.stream().map(MongoDayLog::total).toList();
  }

  private static Document write(DayTotal total) {
    return new Document("mode", total.mode().code())
        .append("currency", total.currency())
        .append("captured_count", total.types().capturedCount())
        .append("captured", total.types().captured())
        .append("voided", total.types().voided())
        .append("refunded", total.types().refunded())
        .append("chargebacks", total.types().chargebacks())
        .append("gross", total.figures().gross())
        .append("commission", total.figures().commission())
        .append("tax", total.figures().tax())
        .append("net", total.figures().net())
        .append("payout", total.payout());
  }

  private static DayTotal total(Document found) {
    return new DayTotal(
        Mode.of(found.getString("mode")),
        found.getString("currency"),
        new TypeTotals(
            found.getLong("captured_count"),
            found.getLong("captured"),
            found.getLong("voided"),
            found.getLong("refunded"),
            found.getLong("chargebacks")),
        new Figures(
            found.getLong("gross"),
            found.getLong("commission"),
            found.getLong("tax"),
            found.getLong("net")),
        found.getLong("payout"));
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
