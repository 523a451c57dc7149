package io.openvpos.fraud.assessment.kafka;

import io.openvpos.fraud.assessment.Assessor;
import io.openvpos.fraud.assessment.PartitionStates;
import io.openvpos.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Digests of the partitions owned. The thread that polls only copies a state, as for a snapshot;
/// the digest is taken of the copy, restored elsewhere, and so proves the copy as well.
@Component
final class OwnedStates implements PartitionStates {

  /// A state as bytes.
  ///
  /// @param offset null before the first record
  @SuppressWarnings("ArrayRecordComponent") // Bytes to be read once, never compared.
  record Copied(@Nullable Long offset, boolean answering, byte[] state) {}

  private final BetweenPolls thread;
  private final RiskCheckReader.Parts parts;

  OwnedStates(BetweenPolls thread, RiskCheckReader.Parts parts) {
    this.thread = thread;
    this.parts = parts;
  }

  /// One caller at a time: a copy may be large.
  @Override
  public synchronized List<PartitionState> read() {
    List<PartitionState> states = new ArrayList<>();
    for (TopicPartition partition : thread.ask(RiskCheckReader::owned)) {
      thread
          .ask(reader -> reader.copy(partition))
          .ifPresent(copied -> states.add(state(partition.partition(), copied)));
    }
    return states;
  }

  @Override
  public String topic() {
    return Topics.RISK_CHECKS.name();
  }

  @Override
  public String schema() {
    return sha256(parts.beginnings().schema());
  }

  private PartitionState state(int partition, Copied copied) {
    Assessor restored = parts.assessors().getObject();
    restored.restore(copied.state());
    String digest = sha256(restored.digest());
    return new PartitionState(
        partition, copied.offset(), restored.attempts(), digest, copied.answering());
  }

  static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
