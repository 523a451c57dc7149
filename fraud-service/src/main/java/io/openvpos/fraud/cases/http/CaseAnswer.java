package io.openvpos.fraud.cases.http;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.openvpos.fraud.cases.Cases.Snooze;
import io.openvpos.fraud.cases.Evidence;
import io.openvpos.fraud.cases.domain.ReviewCase;
import io.openvpos.fraud.cases.domain.ReviewCase.Conclusion;
import io.openvpos.fraud.labels.Label;
import io.openvpos.fraud.lists.domain.ListEntity;
import io.openvpos.fraud.lists.domain.ListName;
import io.openvpos.fraud.rules.judging.PaymentFacts;
import io.openvpos.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A case as analysts read it.
///
/// @param id the payment's
/// @param ageMinutes since it was opened; of a closed one, until it was closed
/// @param overdue still open, past its time
record CaseAnswer(
    String object,
    String id,
    String status,
    String mode,
    String merchantId,
    long amount,
    String currency,
    int score,
    List<String> reasons,
    @Nullable String assignee,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant openedAt,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant dueAt,
    long ageMinutes,
    boolean overdue,
    @Nullable Found conclusion,
    List<Step> history) {

  /// The oldest first, and whether there are more.
  record Page(List<CaseAnswer> data, boolean hasMore) {}

  /// @param outcome approved or declined
  record Found(
      String outcome,
      String note,
      List<String> block,
      String by,
      @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at) {}

  /// What somebody did.
  record Step(String action, String by, @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at) {}

  /// A case with all that is shown beside it.
  ///
  /// @param timeline of the payment, as far as it is known here, the oldest first
  /// @param lists allow, block and watch lists that would count for the payment now
  record WithEvidence(
      @JsonProperty("case") CaseAnswer reviewCase,
      Payment payment,
      List<Happening> timeline,
      List<LabelView> labels,
      List<Linked> linked,
      List<String> lists) {}

  /// Something that happened.
  ///
  /// @param what assessed, opened, authorized, declined, captured, voided, reversed, refunded,
  ///   expired, known_fraud, known_good, assign, release, approve or decline
  /// @param detail the decision of an assessment, the source of a label, the code of a decline;
  ///   null for the rest
  /// @param score of an assessment; null for the rest
  /// @param amount what was held, taken, given back or let go of the payment, in minor units; null
  ///   for the rest
  /// @param by who did it; null where nobody did
  record Happening(
      @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at,
      String what,
      @Nullable String detail,
      @Nullable Integer score,
      @Nullable Long amount,
      @Nullable String currency,
      @Nullable String by) {

    static Happening of(Evidence.Happening one) {
      Money amount = one.amount();
      return new Happening(
          one.at(),
          one.what(),
          orNull(one.detail()),
          one.score(),
          amount == null ? null : amount.minorUnits(),
          amount == null ? null : amount.currency().getCurrencyCode(),
          orNull(one.by()));
    }

    private static @Nullable String orNull(String text) {
      return text.isEmpty() ? null : text;
    }
  }

  /// What is known of the payment.
  ///
  /// @param authentication impossible or possible, or what came of it
  record Payment(
      String cardFingerprint,
      String bin,
      String brand,
      String funding,
      String cardClass,
      String issuerCountry,
      String ip,
      String email,
      String device,
      String authentication) {}

  /// @param fraud false: known as good
  record LabelView(
      boolean fraud,
      String source,
      String reason,
      String by,
      @JsonFormat(shape = JsonFormat.Shape.STRING) Instant knownAt) {}

  /// Another payment of the same card, address, e-mail or device.
  ///
  /// @param by card, ip, email or device
  /// @param fraud null where nothing is known
  record Linked(
      String by,
      String paymentId,
      String merchantId,
      @Nullable Long amount,
      @Nullable String currency,
      String decision,
      int score,
      @JsonFormat(shape = JsonFormat.Shape.STRING) Instant requestedAt,
      @Nullable Boolean fraud) {}

  /// @param unassigned of the open ones
  /// @param oldestMinutes age of the oldest open one; null where none is open
  /// @param complete false where more are open than are counted
  record Summary(
      int open,
      int unassigned,
      int overdue,
      @Nullable Long oldestMinutes,
      int underOneHour,
      int underFourHours,
      int underOneDay,
      int older,
      boolean complete) {}

  /// Payments of it open no case until then.
  record SnoozeView(
      String entity,
      String value,
      @JsonFormat(shape = JsonFormat.Shape.STRING) Instant until,
      String reason,
      String by) {

    static SnoozeView of(Snooze snooze) {
      return new SnoozeView(
          snooze.entity(), snooze.value(), snooze.until(), snooze.reason(), snooze.by());
    }
  }

  /// All snoozes that last.
  record Snoozes(List<SnoozeView> data) {}

  static CaseAnswer of(ReviewCase one, Instant now) {
    Conclusion found = one.conclusion();
    PaymentFacts payment = one.payment();
    Instant until = found == null ? now : found.at();
    return new CaseAnswer(
        "case",
        one.id(),
        one.status().code(),
        payment.mode().code(),
        payment.merchantId(),
        payment.amount().minorUnits(),
        payment.amount().currency().getCurrencyCode(),
        one.score(),
        one.reasons(),
        one.assignee(),
        one.openedAt(),
        one.dueAt(),
        Math.max(0, Duration.between(one.openedAt(), until).toMinutes()),
        found == null && now.isAfter(one.dueAt()),
        found == null
            ? null
            : new Found(
                one.status().code(),
                found.note(),
                found.block().stream().map(ListEntity::code).toList(),
                found.by(),
                found.at()),
        one.steps().stream().map(s -> new Step(s.action(), s.by(), s.at())).toList());
  }

  static WithEvidence of(ReviewCase one, Evidence evidence, Instant now) {
    PaymentFacts facts = one.payment();
    return new WithEvidence(
        of(one, now),
        new Payment(
            facts.cardFingerprint(),
            facts.bin(),
            facts.brand(),
            facts.funding(),
            facts.cardClass(),
            facts.issuerCountry(),
            facts.ip(),
            facts.email(),
            facts.device(),
            facts.authentication().code()),
        evidence.timeline(one).stream().map(Happening::of).toList(),
        evidence.labels(one).stream().map(CaseAnswer::label).toList(),
        evidence.linked(one).stream().map(CaseAnswer::linked).toList(),
        evidence.lists(one).stream().map(ListName::code).toList());
  }

  private static LabelView label(Label label) {
    return new LabelView(
        label.fraud(), label.source(), label.reason(), label.by(), label.knownAt());
  }

  private static Linked linked(Evidence.Linked linked) {
    PaymentFacts facts = linked.assessment().facts();
    return new Linked(
        linked.by().code(),
        linked.assessment().paymentId(),
        linked.assessment().merchantId(),
        facts == null ? null : facts.amount().minorUnits(),
        facts == null ? null : facts.amount().currency().getCurrencyCode(),
        linked.assessment().score().decision().code(),
        linked.assessment().score().score(),
        linked.assessment().requestedAt(),
        linked.fraud().orElse(null));
  }
}
