package io.openvpos.settlement.report.job;

import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.WireMode;
import io.openvpos.schemas.merchant.DayTotal;
import io.openvpos.schemas.merchant.JournalEntryPosted;
import io.openvpos.schemas.merchant.LedgerDayClosed;
import io.openvpos.schemas.merchant.LineFacts;
import io.openvpos.schemas.merchant.Posting;
import io.openvpos.settlement.batch.domain.Head;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// What a ledger would have written to merchant.ledger-entries.v1 on some days.
final class LedgerLog {

  static final int PARTITIONS = 2;
  private static final String TOPIC = Topics.LEDGER_ENTRIES.name();

  private final AvroCodec codec;
  private final SplittableRandom random;
  private final List<Head> heads;
  private final Map<Head, Long> seqs = new HashMap<>();
  private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

  LedgerLog(AvroCodec codec, long seed, List<Head> heads) {
    this.codec = codec;
    this.heads = heads;
    random = new SplittableRandom(seed);
  }

  /// Its records in the order of one poll after another.
  List<ConsumerRecord<String, byte[]>> records() {
    return records;
  }

  void day(LocalDate day) {
    Map<String, long[]> totals = new HashMap<>();
    for (int entry = 0; entry < 60; entry++) {
      Head head = heads.get(random.nextInt(heads.size()));
      int partition = random.nextInt(PARTITIONS);
      long gross = random.nextLong(1, 900_00);
      entry(day, head, partition, gross);
      long[] total =
          totals.computeIfAbsent(
              partition + " " + head.mode().code() + " " + head.currency(), _ -> new long[2]);
      total[0]++;
      total[1] += gross;
    }
    for (String topic : Topics.DAY_SOURCES.stream().map(io.openvpos.schemas.Topic::name).toList()) {
      for (int partition = 0; partition < PARTITIONS; partition++) {
        mark(day, topic, partition, topic.equals(Topics.PAYMENTS.name()) ? totals : Map.of());
      }
    }
  }

  private void entry(LocalDate day, Head head, int partition, long gross) {
    long seq = seqs.merge(head, 1L, Long::sum);
    long commission = gross / 50;
    long tax = commission / 20;
    String payment = "pay_" + head.merchantId() + seq;
    JournalEntryPosted entry =
        JournalEntryPosted.newBuilder()
            .setEnvelope(envelope(payment))
            .setEntryId(head.id() + "|" + payment + ":3")
            .setHead(head.id())
            .setSeq(seq)
            .setMerchantId(head.merchantId())
            .setMode(WireMode.of(head.mode()))
            .setCurrency(head.currency())
            .setType("capture")
            .setCauseEventId(payment + ":3")
            .setSourceTopic(Topics.PAYMENTS.name())
            .setSourcePartition(partition)
            .setSalesDay(day)
            .setContractVersion(1)
            .setPostings(
                List.of(
                    new Posting("scheme_receivable", gross),
                    new Posting("commission_income", -commission),
                    new Posting("bsmv_payable", -tax),
                    new Posting("merchant_pending", -(gross - commission - tax))))
            .setPreviousHash("")
            .setHash("h" + head.id() + seq)
            .setLine(line(payment, day))
            .build();
    add(partition, head.merchantId(), codec.encode(Topics.LEDGER_ENTRIES, entry));
  }

  private LineFacts line(String payment, LocalDate day) {
    return LineFacts.newBuilder()
        .setPaymentId(payment)
        .setOrderId("Sipariş-" + random.nextInt(1000))
        .setCapturedAt(Instant.parse(day + "T09:00:00Z").plusSeconds(random.nextInt(1000)))
        .setCardBrand(random.nextBoolean() ? "troy" : "visa")
        .setLast4("6111")
        .setInstallments(1)
        .setRrn("RRN" + payment)
        .setValueDays(1 + random.nextInt(4))
        .setCardClass(random.nextBoolean() ? "own_bank" : "debit")
        .build();
  }

  private void mark(LocalDate day, String topic, int partition, Map<String, long[]> totals) {
    List<DayTotal> counted =
        totals.entrySet().stream()
            .map(total -> Map.entry(total.getKey().split(" "), total.getValue()))
            .filter(total -> total.getKey()[0].equals(String.valueOf(partition)))
            .map(total ->
                new DayTotal(
                    WireMode.of(io.openvpos.money.Mode.of(total.getKey()[1])),
                    total.getKey()[2],
                    total.getValue()[0],
                    total.getValue()[1]))
            .toList();
    LedgerDayClosed closed =
        LedgerDayClosed.newBuilder()
            .setEnvelope(envelope("closed:" + day + topic + partition))
            .setDay(day)
            .setSourceTopic(topic)
            .setPartition(partition)
            .setTotals(counted)
            .build();
    add(partition, day.toString(), codec.encode(Topics.LEDGER_ENTRIES, closed));
  }

  private void add(int partition, String key, byte[] value) {
    records.add(new ConsumerRecord<>(TOPIC, partition, records.size(), key, value));
  }

  private static Envelope envelope(String eventId) {
    return Envelope.newBuilder()
        .setEventId(eventId)
        .setOccurredAt(Instant.EPOCH)
        .setAggregateVersion(1)
        .build();
  }
}
