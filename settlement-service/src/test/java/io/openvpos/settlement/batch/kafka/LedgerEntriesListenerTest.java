package io.openvpos.settlement.batch.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.TestCodecs;
import io.openvpos.messaging.parking.Decision;
import io.openvpos.messaging.parking.Parking;
import io.openvpos.messaging.parking.ParkingId;
import io.openvpos.messaging.parking.Replaying;
import io.openvpos.messaging.parking.kafka.MoneyIntake;
import io.openvpos.messaging.parking.kafka.ParkedRecords;
import io.openvpos.messaging.parking.mongo.MongoParkings;
import io.openvpos.money.Mode;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.merchant.JournalEntryPosted;
import io.openvpos.schemas.merchant.LedgerDayClosed;
import io.openvpos.schemas.merchant.LineFacts;
import io.openvpos.schemas.merchant.Posting;
import io.openvpos.settlement.batch.LedgerIntake;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.fakes.Faults;
import io.openvpos.settlement.fakes.InMemoryStores;
import io.openvpos.settlement.fakes.MemoryStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchListenerFailedException;

/// One poll, several partitions: what stops one of them stops no other one.
class LedgerEntriesListenerTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final Instant AT = Instant.parse("2026-11-23T09:00:00Z");
  private static final byte[] UNDECODABLE = {1};

  private final AvroCodec codec = TestCodecs.keeping();
  private final InMemoryStores stores = new InMemoryStores(Faults.none());
  private final MemoryStore store = new MemoryStore();
  private final MongoParkings parkings = new MongoParkings(store.database());
  private final MoneyIntake intake =
      new MoneyIntake(
          parkings,
          new LedgerEntriesHandler(codec, new LedgerIntake(stores.lineStore(), stores.markStore())),
          new ParkedRecords(codec));
  private final LedgerEntriesListener listener = new LedgerEntriesListener(intake);
  private final List<ConsumerRecord<String, byte[]>> poll = new ArrayList<>();

  @AfterEach
  void stop() {
    store.close();
  }

  @Test
  void anUndecodableRecordStopsItsPartitionOnly() {
    capture(0, 1);
    polled(0, UNDECODABLE);
    capture(0, 2);
    capture(1, 3);
    mark(1);
    capture(1, 4, D.plusDays(1));

    assertThat(failingIndex()).isEqualTo(1);

    assertThat(seqs()).containsExactlyInAnyOrder(1L, 3L, 4L);
    assertThat(stores.marks).hasSize(1);
  }

  @Test
  void aLateLineStopsItsPartitionOnlyAndIsNamedItself() {
    capture(0, 1);
    mark(0);
    capture(1, 2);
    listener.onRecords(poll);
    poll.clear();

    capture(1, 3);
    capture(0, 1);
    capture(0, 4, D.plusDays(1));
    capture(0, 5);
    capture(0, 6, D.plusDays(1));
    capture(2, 7);

    assertThat(failingIndex()).isEqualTo(3);

    // What stands before the late line is taken in, since its offset is committed.
    assertThat(seqs()).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 7L);
  }

  @Test
  void theLeastIndexOfSeveralIsTold() {
    capture(1, 1);
    polled(1, UNDECODABLE);
    capture(0, 2);
    polled(0, UNDECODABLE);

    assertThat(failingIndex()).isEqualTo(1);
    assertThat(seqs()).containsExactlyInAnyOrder(1L, 2L);
  }

  @Test
  void aWholePollIsTakenIn() {
    capture(0, 1);
    capture(1, 2);
    mark(0);
    mark(1);

    listener.onRecords(poll);

    assertThat(seqs()).containsExactlyInAnyOrder(1L, 2L);
    assertThat(stores.marks).hasSize(2);
  }

  @Test
  void aMarkWaitsForTheParkedEntriesOfItsDay() {
    ParkingId id = new ParkingId(Topics.LEDGER_ENTRIES.name(), 0, "m_abc");
    Decision decision = new Decision("ops", AT, "a test");
    assertThat(parkings.save(Parking.first(id, 0, decision))).isTrue();
    capture(0, 1);
    capture(0, 2, D.plusDays(1));
    mark(0);
    capture(1, 3);

    assertThat(failingIndex()).isEqualTo(2);
    assertThat(seqs()).containsExactly(3L);
    assertThat(stores.marks).isEmpty();

    Replaying replaying = new Replaying(parkings, intake, Clock.systemUTC());
    assertThat(replaying.replay(id, "ops").orElseThrow().replayed()).isEqualTo(2);
    listener.onRecords(poll);

    assertThat(seqs()).containsExactlyInAnyOrder(1L, 2L, 3L);
    assertThat(stores.marks).hasSize(1);
  }

  private int failingIndex() {
    BatchListenerFailedException failed =
        catchThrowableOfType(BatchListenerFailedException.class, () -> listener.onRecords(poll));
    return failed.getIndex();
  }

  private List<Long> seqs() {
    return stores.lines.values().stream().map(line -> line.seq()).toList();
  }

  private void capture(int partition, long seq) {
    capture(partition, seq, D);
  }

  private void capture(int partition, long seq, LocalDate day) {
    Head head = new Head("m_abc", Mode.TEST, "TRY");
    polled(
        partition,
        JournalEntryPosted.newBuilder()
            .setEnvelope(envelope("entry:" + seq))
            .setEntryId(head.id() + "|pay_" + seq + ":3")
            .setHead(head.id())
            .setSeq(seq)
            .setMerchantId(head.merchantId())
            .setMode(io.openvpos.schemas.Mode.TEST)
            .setCurrency(head.currency())
            .setType("capture")
            .setCauseEventId("pay_" + seq + ":3")
            .setSourceTopic(Topics.PAYMENTS.name())
            .setSourcePartition(partition)
            .setSalesDay(day)
            .setContractVersion(1)
            .setPostings(
                List.of(
                    new Posting("scheme_receivable", 100_00L),
                    new Posting("merchant_pending", -100_00L)))
            .setPreviousHash("")
            .setHash("h" + seq)
            .setLine(
                LineFacts.newBuilder()
                    .setPaymentId("pay_" + seq)
                    .setOrderId("A-" + seq)
                    .setCapturedAt(AT)
                    .setCardBrand("visa")
                    .setLast4("6111")
                    .setInstallments(1)
                    .setValueDays(1)
                    .build())
            .build());
  }

  private void mark(int partition) {
    marked(
        partition,
        LedgerDayClosed.newBuilder()
            .setEnvelope(envelope("closed:" + partition))
            .setDay(D)
            .setSourceTopic(Topics.PAYMENTS.name())
            .setPartition(partition)
            .setTotals(List.of())
            .build());
  }

  private void polled(int partition, SpecificRecord value) {
    polled(partition, codec.encode(Topics.LEDGER_ENTRIES, value));
  }

  private void polled(int partition, byte[] value) {
    polled(partition, "m_abc", value);
  }

  /// A mark's key is its day.
  private void marked(int partition, SpecificRecord value) {
    polled(partition, D.toString(), codec.encode(Topics.LEDGER_ENTRIES, value));
  }

  private void polled(int partition, String key, byte[] value) {
    poll.add(
        new ConsumerRecord<>(Topics.LEDGER_ENTRIES.name(), partition, poll.size(), key, value));
  }

  private static Envelope envelope(String eventId) {
    return Envelope.newBuilder()
        .setEventId(eventId)
        .setOccurredAt(AT)
        .setAggregateVersion(1)
        .build();
  }
}
