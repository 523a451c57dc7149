package io.openvpos.fraud.assessment.http;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.features.Feature;
import io.openvpos.fraud.features.FeatureSchema;
import io.openvpos.fraud.rules.judging.PaymentFacts;
import io.openvpos.fraud.scoring.ModelScore;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An assessment as analysts read it.
///
/// @param reasonTexts the reasons in words; a code alone where its rule is not known any more
/// @param deviceId the shopper's device; null if unknown
/// @param authentication whether the shopper could be asked to prove who they are, or what came of
///   asking; null of assessments made before that was known
/// @param superseded earlier assessments of the same payment, under another request hash; the
///   newest first: the one before its 3-D Secure authentication, if there was one
record AssessmentView(
    String object,
    String paymentId,
    String merchantId,
    String mode,
    String decision,
    int score,
    List<String> reasons,
    List<Reason> reasonTexts,
    Velocity velocity,
    @Nullable ModelView model,
    @Nullable RulingView rules,
    @Nullable String deviceId,
    @Nullable String authentication,
    String cardFingerprint,
    String requestHash,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant requestedAt,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant assessedAt,
    List<AssessmentView> superseded) {

  /// Attempts of the card in the windows that ended at this one, itself included.
  record Velocity(int lastMinute, int lastHour, int lastDay) {}

  /// What the model said, whether or not it moved the score.
  ///
  /// @param probability of fraud, calibrated, 0 to 1
  /// @param reasons what spoke for fraud, the strongest first
  /// @param features the vector it saw, by name; empty where the schema has changed since
  /// @param shadow what the model in shadow said; null where there was none
  record ModelView(
      String name,
      double probability,
      List<Reason> reasons,
      Map<String, Double> features,
      @Nullable ShadowView shadow) {}

  /// What a model that decided nothing said.
  record ShadowView(String name, double probability) {}

  /// A reason code in words.
  record Reason(String code, String textTr, String textEn) {}

  static AssessmentView of(List<Assessment> oldestFirst, ReasonTexts texts) {
    List<AssessmentView> superseded =
        oldestFirst.subList(0, oldestFirst.size() - 1).reversed().stream()
            .map(assessment -> of(assessment, List.of(), texts))
            .toList();
    return of(oldestFirst.getLast(), superseded, texts);
  }

  private static AssessmentView of(
      Assessment assessment, List<AssessmentView> superseded, ReasonTexts texts) {
    PaymentFacts facts = assessment.facts();
    return new AssessmentView(
        "assessment",
        assessment.paymentId(),
        assessment.merchantId(),
        assessment.mode().code(),
        assessment.score().decision().code(),
        assessment.score().score(),
        assessment.score().reasons(),
        texts.of(assessment),
        new Velocity(
            assessment.velocity().minute(),
            assessment.velocity().hour(),
            assessment.velocity().day()),
        model(assessment.model(), texts),
        RulingView.of(assessment.ruling()),
        facts == null || facts.device().isEmpty() ? null : facts.device(),
        facts == null ? null : facts.authentication().code(),
        assessment.cardFingerprint(),
        assessment.requestHash(),
        assessment.requestedAt(),
        assessment.assessedAt(),
        superseded);
  }

  private static @Nullable ModelView model(@Nullable ModelScore said, ReasonTexts texts) {
    if (said == null) {
      return null;
    }
    Map<String, Double> features = new LinkedHashMap<>();
    if (said.schema().equals(FeatureSchema.hash())) {
      for (Feature feature : FeatureSchema.all()) {
        features.put(feature.code(), said.features().get(feature.slot()));
      }
    }
    List<Reason> reasons = said.reasons().stream().map(texts::ownText).toList();
    ModelScore.Shadow beside = said.shadow();
    return new ModelView(
        said.model(),
        said.probability(),
        reasons,
        features,
        beside == null ? null : new ShadowView(beside.model(), beside.probability()));
  }
}
