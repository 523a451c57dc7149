package io.openvpos.settlement.report.kafka;

import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.outbox.OutboxEntry;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.WireMode;
import io.openvpos.schemas.settlement.ReportReady;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.report.job.FileSet;
import io.openvpos.settlement.report.job.ReportFile;
import java.util.List;
import java.util.Map;

/// Announces the files of a batch to its merchant. Event id: `batch.reports:1`. It occurred when
/// the day was closed, whenever it is written: the same in every instance. A day's own files are
/// the acquirer's and are not announced.
public final class ReportPublisher {

  private final AvroCodec codec;

  public ReportPublisher(AvroCodec codec) {
    this.codec = codec;
  }

  public List<OutboxEntry> publish(FileSet set) {
    String batchId = set.batchId();
    Head head = set.head();
    if (batchId == null || head == null) {
      return List.of();
    }
    Envelope envelope =
        Envelope.newBuilder()
            .setEventId(batchId + ".reports:1")
            .setOccurredAt(set.closedAt())
            .setAggregateVersion(1)
            .setCorrelationId(set.day().toString())
            .build();
    ReportReady ready =
        ReportReady.newBuilder()
            .setEnvelope(envelope)
            .setBatchId(batchId)
            .setMerchantId(head.merchantId())
            .setMode(WireMode.of(head.mode()))
            .setSalesDay(set.day())
            .setFiles(set.files().stream().map(ReportPublisher::wire).toList())
            .build();
    byte[] value = codec.encode(Topics.REPORTS, ready);
    return List.of(
        new OutboxEntry(
            envelope.getEventId(), Topics.REPORTS, null, head.merchantId(), value, Map.of()));
  }

  private static io.openvpos.schemas.settlement.ReportFile wire(ReportFile file) {
    return new io.openvpos.schemas.settlement.ReportFile(
        file.kind().code(),
        file.format().code(),
        file.language().code(),
        file.sha256(),
        file.bytes());
  }
}
