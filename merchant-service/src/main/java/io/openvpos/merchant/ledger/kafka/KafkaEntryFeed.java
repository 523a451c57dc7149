package io.openvpos.merchant.ledger.kafka;

import io.openvpos.merchant.ledger.EntryFeed;
import io.openvpos.merchant.ledger.domain.day.DayTotal;
import io.openvpos.merchant.ledger.domain.day.SourceDayTotals;
import io.openvpos.merchant.ledger.domain.hold.HoldMoves;
import io.openvpos.merchant.ledger.domain.hold.HoldTotal;
import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import io.openvpos.merchant.ledger.domain.journal.Source;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.RecordSender;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.WireMode;
import io.openvpos.schemas.merchant.LedgerDayClosed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/// `merchant.ledger-entries.v1`: key merchant id, partition that of the cause.
@Component
public final class KafkaEntryFeed implements EntryFeed {

  private final AvroCodec codec;
  private final RecordSender sender;

  public KafkaEntryFeed(AvroCodec codec, RecordSender sender) {
    this.codec = codec;
    this.sender = sender;
  }

  @Override
  public void publish(List<JournalEntry> entries) {
    CompletableFuture<?>[] sent =
        entries.stream().map(this::send).toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(sent).join();
  }

  @Override
  public void dayClosed(LocalDate day, Source source, Instant at, SourceDayTotals totals) {
    LedgerDayClosed closed =
        LedgerDayClosed.newBuilder()
            .setEnvelope(
                Envelope.newBuilder()
                    .setEventId("ledger-day-closed:" + source.id() + ":" + day)
                    .setOccurredAt(at)
                    .setAggregateVersion(1)
                    .setCorrelationId(day.toString())
                    .build())
            .setDay(day)
            .setSourceTopic(source.topic())
            .setPartition(source.partition())
            .setTotals(totals.entries().stream().map(KafkaEntryFeed::total).toList())
            .setHolds(
                totals
                    .holds()
                    .map(holds -> holds.stream().map(KafkaEntryFeed::holds).toList())
                    .orElse(null))
            .build();
    byte[] wire = codec.encode(Topics.LEDGER_ENTRIES, closed);
    sender.send(Topics.LEDGER_ENTRIES, source.partition(), day.toString(), wire, Map.of()).join();
  }

  private CompletableFuture<?> send(JournalEntry entry) {
    byte[] wire = codec.encode(Topics.LEDGER_ENTRIES, EntryRecords.of(entry));
    return sender.send(
        Topics.LEDGER_ENTRIES,
        entry.draft().source().partition(),
        entry.draft().head().merchantId(),
        wire,
        Map.of());
  }

  private static io.openvpos.schemas.merchant.DayTotal total(DayTotal total) {
    return new io.openvpos.schemas.merchant.DayTotal(
        WireMode.of(total.mode()),
        total.currency().getCurrencyCode(),
        total.entries(),
        total.debits());
  }

  private static io.openvpos.schemas.merchant.HoldTotal holds(HoldTotal total) {
    HoldMoves moves = total.moves();
    return new io.openvpos.schemas.merchant.HoldTotal(
        WireMode.of(total.mode()),
        total.currency().getCurrencyCode(),
        moves.authorizations(),
        moves.authorized(),
        moves.captures(),
        moves.captured(),
        moves.released());
  }
}
