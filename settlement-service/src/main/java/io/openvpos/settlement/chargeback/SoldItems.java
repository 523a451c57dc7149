package io.openvpos.settlement.chargeback;

import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.batch.domain.LineType;
import io.openvpos.settlement.chargeback.domain.DisputedSale;
import io.openvpos.settlement.reference.Arn;
import java.util.Optional;

/// Finds the capture that an acquirer's reference names. The reference says where the line is, so
/// no index beside that of the lines is needed.
public final class SoldItems {

  private final LineStore lines;

  public SoldItems(LineStore lines) {
    this.lines = lines;
  }

  public Optional<DisputedSale> find(String arn) {
    return Arn.parse(arn)
        .flatMap(one -> lines.find(one.batchId(), one.seq()))
        .filter(line -> line.type() == LineType.CAPTURE)
        .map(line -> sale(arn, line));
  }

  private static DisputedSale sale(String arn, Line line) {
    Line.Detail detail = line.detail();
    String rrn = detail.rrn();
    Integer version = line.contractVersion();
    return new DisputedSale(
        line.head(),
        detail.paymentId(),
        detail.orderId(),
        arn,
        rrn == null ? "" : rrn,
        detail.cardBrand(),
        detail.last4(),
        line.figures().gross(),
        version == null ? 1 : version);
  }
}
