package io.openvpos.messaging.parking.kafka;

import io.openvpos.messaging.parking.ParkedHandling;
import io.openvpos.messaging.parking.ParkedRecord;
import io.openvpos.messaging.parking.Parking;
import io.openvpos.messaging.parking.Parkings;
import io.openvpos.messaging.parking.StopReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.BatchListenerFailedException;

/// The way of a money listener's poll through the service's handler. Each partition is taken in as
/// far as it goes, whatever stops another one; records of parked keys go aside on the way. Nothing
/// is skipped: when the poll returns, every record of it was handled or is stored aside.
public final class MoneyIntake implements ParkedHandling {

  private final Parkings parkings;
  private final MoneyHandler handler;
  private final ParkedRecords reading;

  public MoneyIntake(Parkings parkings, MoneyHandler handler, ParkedRecords reading) {
    this.parkings = parkings;
    this.handler = handler;
    this.reading = reading;
  }

  /// The first record of a partition that is not handled; all before it are.
  private record Stopped(ConsumerRecord<String, byte[]> at, RuntimeException cause) {}

  /// The least index of those that stopped is told: every record before it may be committed; those
  /// behind it come again and change nothing.
  public void take(List<ConsumerRecord<String, byte[]>> polled) {
    List<Parking> open = parkings.open();
    Optional<Stopped> first =
        bySource(polled).entrySet().stream()
            .map(source -> take(source.getKey(), source.getValue(), open))
            .flatMap(Optional::stream)
            .min(Comparator.comparingInt(stopped -> polled.indexOf(stopped.at())));
    if (first.isPresent()) {
      throw new BatchListenerFailedException(
          "a money partition stops", first.get().cause(), polled.indexOf(first.get().at()));
    }
  }

  /// Nothing goes aside again, and markers are never aside.
  @Override
  public Optional<Failed> handle(List<ParkedRecord> records) {
    TopicPartition source = sourceOf(records.getFirst());
    Aside nothing = new Aside(parkings, reading::parked, source, List.of());
    return run(source, records.stream().map(ParkedRecords::polled).toList(), nothing)
        .map(stopped -> new Failed(stopped.at().offset(), StopReason.of(stopped.cause())));
  }

  private Optional<Stopped> take(
      TopicPartition source, List<ConsumerRecord<String, byte[]>> found, List<Parking> read) {
    List<Parking> open = read;
    while (true) {
      try {
        return run(source, found, new Aside(parkings, reading::parked, source, open));
      } catch (ParkingReleasedException raced) {
        open = parkings.open();
      }
    }
  }

  /// What went aside is settled however far the others came: offsets before the one that stops are
  /// committed.
  private Optional<Stopped> run(
      TopicPartition source, List<ConsumerRecord<String, byte[]>> found, Aside aside) {
    Optional<Stopped> stopped = handle(source, found, aside);
    try {
      aside.settle();
      return stopped;
    } catch (ParkingReleasedException raced) {
      throw raced;
    } catch (RuntimeException failure) {
      return Optional.of(new Stopped(found.getFirst(), failure));
    }
  }

  private Optional<Stopped> handle(
      TopicPartition source, List<ConsumerRecord<String, byte[]>> found, Aside aside) {
    try {
      MoneyHandler.Turn turn = handler.begin(source, aside);
      for (ConsumerRecord<String, byte[]> record : found) {
        Optional<RuntimeException> failure = take(turn, record, aside);
        if (failure.isPresent()) {
          turn.finish();
          return Optional.of(new Stopped(record, failure.get()));
        }
      }
      turn.finish();
      return Optional.empty();
    } catch (ParkingReleasedException raced) {
      throw raced;
    } catch (RecordStopsException named) {
      return Optional.of(new Stopped(named.record(), named.failure()));
    } catch (RuntimeException failure) {
      return Optional.of(new Stopped(found.getFirst(), failure));
    }
  }

  /// A failure of this very record; what was taken before it is still to be finished.
  private static Optional<RuntimeException> take(
      MoneyHandler.Turn turn, ConsumerRecord<String, byte[]> record, Aside aside) {
    try {
      if (!aside.takes(record)) {
        turn.take(record);
      }
      return Optional.empty();
    } catch (ParkingReleasedException | RecordStopsException other) {
      throw other;
    } catch (RuntimeException failure) {
      return Optional.of(failure);
    }
  }

  private static TopicPartition sourceOf(ParkedRecord record) {
    return new TopicPartition(record.parking().topic(), record.parking().partition());
  }

  private static Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> bySource(
      List<ConsumerRecord<String, byte[]>> polled) {
    Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> sources = new LinkedHashMap<>();
    for (ConsumerRecord<String, byte[]> found : polled) {
      sources
          .computeIfAbsent(
              new TopicPartition(found.topic(), found.partition()), _ -> new ArrayList<>())
          .add(found);
    }
    return sources;
  }
}
