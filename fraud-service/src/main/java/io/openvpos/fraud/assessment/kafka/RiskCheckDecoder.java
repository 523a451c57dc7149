package io.openvpos.fraud.assessment.kafka;

import io.openvpos.fraud.assessment.RiskCheck;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.RecordSender;
import io.openvpos.messaging.kafka.UndecodableRecordException;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.authorization.RiskCheckRequested;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Tells risk checks that can be answered from what cannot.
@Component
class RiskCheckDecoder {

  private static final Logger LOGGER = LoggerFactory.getLogger(RiskCheckDecoder.class);

  private final AvroCodec codec;
  private final RecordSender sender;

  RiskCheckDecoder(AvroCodec codec, RecordSender sender) {
    this.codec = codec;
    this.sender = sender;
  }

  /// A record and what it says; empty for what cannot be read.
  record Decoded(ConsumerRecord<String, byte[]> record, Optional<RiskCheck> check) {}

  /// All of it before any of it is counted: what fails here is read again, and nothing may be
  /// counted twice.
  List<Decoded> decodeAll(List<ConsumerRecord<String, byte[]>> received) {
    List<Decoded> decoded = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> each : received) {
      decoded.add(new Decoded(each, decode(each)));
    }
    return decoded;
  }

  /// Empty for what cannot be answered: unreadable, of an unknown mode, or with a reply partition
  /// that does not exist (which would block the producer for a minute).
  Optional<RiskCheck> decode(ConsumerRecord<String, byte[]> received) {
    try {
      if (codec.decode(received.topic(), received.value()) instanceof RiskCheckRequested wire) {
        RiskCheck check = RiskCheckMapper.read(wire, Instant.ofEpochMilli(received.timestamp()));
        if (check.replyPartition() >= 0
            && check.replyPartition() < sender.partitions(Topics.ASSESSMENTS)) {
          return Optional.of(check);
        }
      }
      LOGGER.error("{}-{} is no answerable risk check", received.partition(), received.offset());
    } catch (UndecodableRecordException | IllegalArgumentException e) {
      LOGGER.error("{}-{} cannot be read", received.partition(), received.offset(), e);
    }
    return Optional.empty();
  }
}
