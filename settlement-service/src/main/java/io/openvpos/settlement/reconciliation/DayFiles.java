package io.openvpos.settlement.reconciliation;

import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.batch.domain.LineType;
import io.openvpos.settlement.reconciliation.domain.Item;
import io.openvpos.settlement.reconciliation.domain.ItemType;
import io.openvpos.settlement.reconciliation.file.ClearingFileWriter;
import io.openvpos.settlement.reconciliation.file.FileHeader;
import io.openvpos.settlement.reconciliation.file.FileKind;
import io.openvpos.settlement.reference.Arn;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a cut day presents to the network, read from its batches in their order: the same bytes
/// each time. A sale that is voided within the day is not presented; a void that came a day later
/// is presented as a reversal.
public final class DayFiles {

  private final BatchStore batches;
  private final LineStore lines;
  private final String network;

  public DayFiles(BatchStore batches, LineStore lines, String network) {
    this.batches = batches;
    this.lines = lines;
    this.network = network;
  }

  /// Every item of the day in one mode, batch by batch in the order of the ledger.
  public void forEach(LocalDate day, Mode mode, Consumer<Item> each) {
    for (Batch batch : batches.ofDay(day)) {
      if (batch.head().mode() == mode) {
        present(batch, each);
      }
    }
  }

  /// The presentment file of the day.
  public void write(LocalDate day, Mode mode, OutputStream out) {
    String id = day + "-" + mode.code() + "-presentment";
    FileHeader header = new FileHeader(FileKind.PRESENTMENT, id, network, day, mode, 1);
    ClearingFileWriter writer = new ClearingFileWriter(out, header);
    forEach(day, mode, writer::add);
    writer.finish();
  }

  private void present(Batch batch, Consumer<Item> each) {
    Map<String, Long> voided = voided(batch);
    forEachLine(
        batch,
        line -> {
          String payment = line.detail().paymentId();
          boolean gone = voided.getOrDefault(payment, -1L) == 0 && isSale(line);
          ItemType type = type(line.type());
          if (type != null && !gone) {
            each.accept(item(line, type));
          }
        });
  }

  /// Payments with a void, and what the day's captures and voids of each come to.
  private Map<String, Long> voided(Batch batch) {
    Map<String, Long> sums = new HashMap<>();
    forEachLine(
        batch,
        line -> {
          if (line.type() == LineType.VOID) {
            sums.put(line.detail().paymentId(), 0L);
          }
        });
    if (!sums.isEmpty()) {
      forEachLine(
          batch,
          line -> {
            if (isSale(line)) {
              sums.computeIfPresent(
                  line.detail().paymentId(),
                  (_, sum) -> Math.addExact(sum, line.figures().gross()));
            }
          });
    }
    return sums;
  }

  private static boolean isSale(Line line) {
    return line.type() == LineType.CAPTURE || line.type() == LineType.VOID;
  }

  private void forEachLine(Batch batch, Consumer<Line> each) {
    lines.ofBatch(batch.id()).forEachRemaining(each);
  }

  private static @Nullable ItemType type(LineType type) {
    return switch (type) {
      case CAPTURE -> ItemType.CAPTURE;
      case REFUND -> ItemType.REFUND;
      case VOID -> ItemType.REVERSAL;
      // The network's own facts, or nothing that it knows of.
      case CHARGEBACK, CHARGEBACK_REVERSAL, ADJUSTMENT -> null;
    };
  }

  private static Item item(Line line, ItemType type) {
    Line.Detail detail = line.detail();
    String rrn = detail.rrn();
    String code = detail.authorizationCode();
    return new Item(
        type,
        rrn == null ? "000000000000" : rrn,
        "",
        code == null ? "" : code,
        "******" + detail.last4(),
        Math.abs(line.figures().gross()),
        line.head().currency(),
        line.salesDay(),
        "",
        Arn.of(line).text(),
        "",
        0);
  }
}
