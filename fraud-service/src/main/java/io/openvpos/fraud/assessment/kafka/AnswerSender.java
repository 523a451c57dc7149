package io.openvpos.fraud.assessment.kafka;

import io.openvpos.fraud.Topology;
import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.assessment.Assessments;
import io.openvpos.fraud.assessment.ReviewQueue;
import io.openvpos.fraud.scoring.Decision;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.RecordSender;
import io.openvpos.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Keeps the assessments of a batch, then answers to the partition that each asker reads. An answer
/// that cannot be sent is only logged: its asker decided by policy long ago, and asks again if it
/// wants to know.
@Component
class AnswerSender {

  private static final Logger LOGGER = LoggerFactory.getLogger(AnswerSender.class);

  private final Assessments assessments;
  private final AvroCodec codec;
  private final RecordSender sender;
  private final ReviewQueue reviews;

  AnswerSender(Assessments assessments, AvroCodec codec, RecordSender sender, ReviewQueue reviews) {
    this.assessments = assessments;
    this.codec = codec;
    this.sender = sender;
    this.reviews = reviews;
  }

  /// Blocks until everything is stored, every send has ended and every review is in the queue:
  /// nobody who asks waits for that. Throws if something is not stored.
  void deliver(Batch batch) {
    List<CompletableFuture<?>> asides = batch.unreadable().stream().map(this::putAside).toList();
    List<CompletableFuture<?>> answers = new ArrayList<>();
    List<Assessment> toReview = new ArrayList<>();
    if (!batch.asked().isEmpty()) {
      List<Assessment> kept =
          assessments.keepFirst(batch.asked().stream().map(Asked::made).toList());
      for (int i = 0; i < kept.size(); i++) {
        answers.add(answer(batch.asked().get(i), kept.get(i)));
        if (kept.get(i).score().decision() == Decision.REVIEW) {
          toReview.add(kept.get(i));
        }
      }
    }
    asides.forEach(CompletableFuture::join);
    answers.forEach(AnswerSender::endOf);
    toReview.forEach(reviews::open);
  }

  private CompletableFuture<?> answer(Asked asked, Assessment kept) {
    byte[] wire =
        codec.encode(
            Topics.ASSESSMENTS, RiskCheckMapper.write(kept, asked.check().correlationId()));
    return sender.send(
        Topics.ASSESSMENTS, asked.check().replyPartition(), kept.paymentId(), wire, Map.of());
  }

  private CompletableFuture<?> putAside(ConsumerRecord<String, byte[]> unreadable) {
    return sender.send(Topology.UNREADABLE_RISK_CHECKS.letter(unreadable));
  }

  private static void endOf(CompletableFuture<?> answer) {
    try {
      answer.join();
    } catch (CompletionException e) {
      LOGGER.warn("an assessment was not sent", e);
    }
  }
}
