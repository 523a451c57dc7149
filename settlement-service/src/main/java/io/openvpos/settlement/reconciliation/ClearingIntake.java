package io.openvpos.settlement.reconciliation;

import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.chargeback.NetworkClaims;
import io.openvpos.settlement.chargeback.NetworkClaims.Notice;
import io.openvpos.settlement.reconciliation.domain.Item;
import io.openvpos.settlement.reconciliation.domain.Reconciler;
import io.openvpos.settlement.reconciliation.domain.Reconciliation;
import io.openvpos.settlement.reconciliation.domain.Tally;
import io.openvpos.settlement.reconciliation.domain.Tolerances;
import io.openvpos.settlement.reconciliation.file.ClearingFileReader;
import io.openvpos.settlement.reconciliation.file.FileHeader;
import io.openvpos.settlement.reconciliation.file.FileKind;
import io.openvpos.settlement.reconciliation.file.RefusedFileException;
import io.openvpos.settlement.reference.Arn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a clearing file: reads it whole before anything of it counts, makes it the day's file,
/// hands chargebacks to their room, matches the rest and opens an exception for each difference.
/// Every write is insert-once under a name that the file determines, so that after a crash between
/// any two of them the same file is simply taken again.
public final class ClearingIntake {

  private static final Logger LOGGER = LoggerFactory.getLogger(ClearingIntake.class);

  /// Where results go.
  public record Stores(Reconciliations reconciliations, Discrepancies discrepancies, DayLog days) {}

  private final Stores stores;
  private final DayFiles ours;
  private final NetworkClaims claims;
  private final Tolerances tolerances;
  private final Clock clock;

  public ClearingIntake(
      Stores stores, DayFiles ours, NetworkClaims claims, Tolerances tolerances, Clock clock) {
    this.stores = stores;
    this.ours = ours;
    this.claims = claims;
    this.tolerances = tolerances;
    this.clock = clock;
  }

  /// What became of a file.
  ///
  /// @param repeated the same file had been taken before: nothing was changed
  public record Taken(Reconciliation result, boolean repeated) {}

  /// A [RefusedFileException] if it is not taken; nothing of it counts then.
  public Taken take(ClearingSource file) {
    ClearingFileReader.Read read = read(file, (_, _) -> {});
    FileHeader header = read.header();
    requireDay(header);
    Reconciliations.Claimed claimed = stores.reconciliations().claim(header, read.digest());
    if (!claimed.fileId().equals(header.fileId()) || !claimed.digest().equals(read.digest())) {
      throw new RefusedFileException(1, "clearing_other_file");
    }
    Optional<Reconciliation> before = stores.reconciliations().find(header.day(), header.mode());
    if (before.isPresent()) {
      return new Taken(before.get(), true);
    }
    stores.reconciliations().finish(work(file, read));
    return new Taken(
        stores.reconciliations().find(header.day(), header.mode()).orElseThrow(), false);
  }

  private void requireDay(FileHeader header) {
    if (header.sequence() != 1) {
      throw new RefusedFileException(1, "clearing_sequence");
    }
    if (stores.days().find(header.day()).filter(BusinessDay::isCut).isEmpty()) {
      throw new RefusedFileException(1, "clearing_day");
    }
  }

  private Reconciliation work(ClearingSource file, ClearingFileReader.Read read) {
    FileHeader header = read.header();
    Openings openings = new Openings(header, clock.instant());
    long[] told = new long[1];
    read(
        file,
        (line, item) -> {
          if (!item.type().isPresented()) {
            told[0]++;
            told(header, line, item)
                .ifPresent(code -> stores.discrepancies().open(openings.claim(line, item, code)));
          }
        });
    Tally tally =
        new Reconciler(tolerances)
            .match(
                each -> ours.forEach(header.day(), header.mode(), each),
                each -> read(file, (_, item) -> each.accept(item)),
                pair -> openings.pair(pair).ifPresent(stores.discrepancies()::open));
    LOGGER.info(
        "clearing file {} of {}: {} records, {} about chargebacks, {} exceptions",
        header.fileId(),
        header.day(),
        read.records(),
        told[0],
        openings.count());
    return new Reconciliation(
        header.day(),
        header.mode(),
        header.fileId(),
        read.digest(),
        read.records(),
        told[0],
        openings.count(),
        tally.rows(),
        clock.instant());
  }

  private Optional<String> told(FileHeader header, long line, Item item) {
    Notice notice =
        new Notice(
            header.network() + "." + header.fileId() + "." + line,
            header.network(),
            item.caseReference(),
            item.cycle(),
            item.arn(),
            item.rrn(),
            item.amount(),
            item.currency(),
            item.reason(),
            header.day());
    if (Arn.parse(item.arn()).filter(arn -> arn.head().mode() == header.mode()).isEmpty()) {
      return Optional.of("unknown_sale");
    }
    return switch (item.type()) {
      case CHARGEBACK -> claims.claimed(notice);
      case CHARGEBACK_REVERSAL, REPRESENTMENT_ACCEPTED -> claims.won(notice);
      case REPRESENTMENT_REFUSED -> claims.lost(notice);
      case CAPTURE, REFUND, REVERSAL -> throw new IllegalStateException("has another side");
    };
  }

  private static ClearingFileReader.Read read(ClearingSource file, ClearingFileReader.Taker each) {
    try (InputStream in = file.open()) {
      return ClearingFileReader.read(in, FileKind.CLEARING, each);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
