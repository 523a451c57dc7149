package io.openvpos.sandbox.simulation.world;

import io.openvpos.sandbox.simulation.machine.Choices;
import io.openvpos.sandbox.simulation.machine.Fault;
import io.openvpos.sandbox.simulation.machine.Scheduler;
import io.openvpos.sandbox.simulation.machine.SimulatedProcess;
import io.openvpos.schemas.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.BatchListenerFailedException;

/// A consumer group with a batch listener in each member, as the money topics are read: offsets are
/// committed after the listener returned, those before a failed record if it says which one failed.
/// A member that lost a partition meanwhile goes on with its batch and commits nothing.
final class ConsumerGroup {

  private static final int MOST_RECORDS = 6;
  private static final long POLL_MILLIS = 500;
  private static final long BACK_OFF_MILLIS = 1_000;

  private final String name;
  private final Scheduler scheduler;
  private final Broker broker;
  private final List<TopicPartition> partitions;
  private final List<Member> members = new ArrayList<>();
  private final Map<TopicPartition, Member> owners = new HashMap<>();
  private final Map<TopicPartition, Long> committed = new HashMap<>();
  private int generation;

  ConsumerGroup(String name, Scheduler scheduler, Broker broker, List<Topic> topics) {
    this.name = name;
    this.scheduler = scheduler;
    this.broker = broker;
    partitions = broker.partitions(topics);
  }

  /// What a member does with what it is given.
  interface Listener {
    /// From the offset on.
    void assigned(TopicPartition partition, long offset);

    void onRecords(List<ConsumerRecord<String, byte[]>> records);

    void idle();
  }

  void join(SimulatedProcess process, Listener listener) {
    Member member = new Member(process, listener);
    members.add(member);
    process.onDeath(() -> {
      members.remove(member);
      rebalance();
    });
    rebalance();
    process.start(name, member::run);
  }

  /// Reads everything again from the first record.
  void rewindAll() {
    committed.clear();
    generation++;
  }

  boolean caughtUp() {
    return partitions.stream()
        .allMatch(one -> committed.getOrDefault(one, 0L) >= broker.log(one).size());
  }

  private void rebalance() {
    generation++;
    owners.clear();
    if (!members.isEmpty()) {
      Choices choices = scheduler.choices();
      partitions.forEach(one -> owners.put(one, members.get(choices.upTo(members.size()))));
    }
  }

  private void rewind() {
    generation++;
    TopicPartition one = partitions.get(scheduler.choices().upTo(partitions.size()));
    long before = committed.getOrDefault(one, 0L);
    committed.put(one, before - before * (1 + scheduler.choices().upTo(3)) / 3);
    scheduler.note(name, one + " goes back from " + before + " to " + committed.get(one));
  }

  private final class Member {

    private final SimulatedProcess process;
    private final Listener listener;
    private final Map<TopicPartition, Long> positions = new LinkedHashMap<>();
    private int known = -1;
    private int seen;

    Member(SimulatedProcess process, Listener listener) {
      this.process = process;
      this.listener = listener;
    }

    void run() {
      while (true) {
        process.step("poll");
        disturb();
        learn();
        seen = broker.appended();
        List<ConsumerRecord<String, byte[]>> polled = poll();
        if (polled.isEmpty()) {
          listener.idle();
          scheduler.await(this::more, POLL_MILLIS);
        } else {
          deliver(polled);
        }
      }
    }

    private void disturb() {
      if (process.choices().strikes(Fault.REBALANCE)) {
        scheduler.note(name, "partitions move");
        rebalance();
      }
      if (process.choices().strikes(Fault.REWIND)) {
        rewind();
      }
    }

    /// What moved while this member was busy it learns only here.
    private void learn() {
      if (known == generation) {
        return;
      }
      known = generation;
      Map<TopicPartition, Long> before = Map.copyOf(positions);
      positions.clear();
      for (TopicPartition one : partitions) {
        if (owners.get(one) == this) {
          positions.put(one, committed.getOrDefault(one, 0L));
          if (!before.containsKey(one)) {
            listener.assigned(one, committed.getOrDefault(one, 0L));
          }
        }
      }
    }

    private List<ConsumerRecord<String, byte[]>> poll() {
      List<ConsumerRecord<String, byte[]>> polled = new ArrayList<>();
      positions.forEach((partition, position) -> {
        List<ConsumerRecord<String, byte[]>> log = broker.log(partition);
        long end = Math.min(log.size(), position + MOST_RECORDS);
        for (long offset = position; offset < end; offset++) {
          polled.add(log.get((int) offset));
        }
      });
      return polled;
    }

    private boolean more() {
      return known != generation || broker.appended() != seen;
    }

    private void deliver(List<ConsumerRecord<String, byte[]>> polled) {
      int done = polled.size();
      try {
        listener.onRecords(polled);
      } catch (BatchListenerFailedException e) {
        done = e.getIndex();
      } catch (RuntimeException e) {
        done = 0;
      }
      process.step("commit");
      commit(polled.subList(0, done));
      if (done < polled.size()) {
        scheduler.note(process.name(), name + " stops behind " + done + " of " + polled.size());
        scheduler.sleep(BACK_OFF_MILLIS);
      }
    }

    private void commit(List<ConsumerRecord<String, byte[]>> done) {
      for (ConsumerRecord<String, byte[]> one : done) {
        TopicPartition partition = new TopicPartition(one.topic(), one.partition());
        positions.put(partition, one.offset() + 1);
        if (known == generation) {
          committed.put(partition, one.offset() + 1);
        }
      }
    }
  }
}
