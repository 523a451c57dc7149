package io.openvpos.fraud.backtest.http;

import io.openvpos.fraud.backtest.BackTest;
import io.openvpos.fraud.backtest.domain.BackTestReport;
import io.openvpos.fraud.model.FraudModel;
import io.openvpos.fraud.model.ScoringModel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A model that scores here.
///
/// @param id live or shadow
/// @param card what it was trained on and how well it did; empty for models of another format
record ModelAnswer(String object, String id, String name, Map<String, String> card) {

  /// All there are.
  record All(List<ModelAnswer> data) {}

  /// What a model would have done. Shares are 0 to 1, null where there is nothing to divide by;
  /// amounts are minor units by currency.
  ///
  /// @param model live or shadow
  /// @param fromBasisPoints the probability from which on it would decline
  /// @param rocArea area under the ROC curve, what is not known as fraud taken for good
  /// @param averagePrecision as above
  /// @param flagged payments at or above that probability
  /// @param fraudBlocked of frauds that went through and it declines
  /// @param goodSalesBlocked payments that went through, are not known as fraud and it declines
  record Tested(
      String object,
      String model,
      String name,
      int days,
      int fromBasisPoints,
      @Nullable Double rocArea,
      @Nullable Double averagePrecision,
      long payments,
      long skipped,
      boolean complete,
      long frauds,
      long flagged,
      long fraudFlagged,
      @Nullable Double precision,
      @Nullable Double recall,
      Map<String, Long> fraudBlocked,
      long goodSalesBlocked,
      Map<String, Long> goodBlocked,
      BackTestAnswer.Overlap overlap) {}

  static ModelAnswer of(String id, ScoringModel model) {
    Map<String, String> card = model instanceof FraudModel ours ? ours.card() : Map.of();
    return new ModelAnswer("model", id, model.name(), card);
  }

  static Tested tested(
      ModelAnswer model, BackTest.Span span, int fromBasisPoints, BackTest.OfModel made) {
    BackTestReport report = made.report();
    return new Tested(
        "model_back_test",
        model.id(),
        model.name(),
        span.days(),
        fromBasisPoints,
        BackTestAnswer.share(made.ranking().rocArea()),
        BackTestAnswer.share(made.ranking().averagePrecision()),
        report.payments(),
        report.skipped(),
        report.complete(),
        report.frauds(),
        report.flagged(),
        report.fraudFlagged(),
        BackTestAnswer.share(report.precision()),
        BackTestAnswer.share(report.recall()),
        report.fraudBlocked(),
        report.goodSalesBlocked(),
        report.goodBlocked(),
        BackTestAnswer.Overlap.of(report.overlap()));
  }
}
