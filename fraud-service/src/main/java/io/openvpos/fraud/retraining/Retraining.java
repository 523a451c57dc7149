package io.openvpos.fraud.retraining;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.fraud.features.FeatureSchema;
import io.openvpos.fraud.model.FraudModel;
import io.openvpos.fraud.model.LabeledRows;
import io.openvpos.fraud.model.Ranking;
import io.openvpos.fraud.model.TrainingSettings;
import io.openvpos.fraud.training.ModelTraining;
import io.openvpos.money.Mode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Trains a model on stored payments. The same payments and labels give the same bytes: there is no
/// chance in it, and no time of the run.
public final class Retraining {

  /// Fewer teach the noise of these few.
  private static final int LEAST_TRAINED = 100;

  /// Fewer tell nothing of how well it does.
  private static final int LEAST_HELD = 20;

  private Retraining() {}

  /// What is wanted.
  ///
  /// @param knownAt labels that became known later are not seen
  public record Order(String name, Mode mode, Split split, Instant knownAt) {}

  /// A model on the payments measured.
  ///
  /// @param meanProbability well calibrated, it is the share of fraud
  public record Measured(String model, Ranking ranking, double meanProbability) {}

  /// What came of it.
  ///
  /// @param served the stored probabilities of the same payments
  public record Retrained(FraudModel model, LeftAside leftAside, Measured made, Measured served) {}

  /// Throws [IllegalArgumentException] where too few frauds are known.
  public static Retrained train(MongoDatabase database, Order order) {
    StoredPayments stored = new StoredPayments(database, order.mode(), order.knownAt());
    StoredPart training = stored.read(order.split().training());
    StoredPart calibration = stored.read(order.split().calibration());
    StoredPart measured = stored.read(order.split().measurement());
    enough("train", training, order.split().training(), order, LEAST_TRAINED);
    enough("calibrate", calibration, order.split().calibration(), order, LEAST_HELD);
    enough("measure", measured, order.split().measurement(), order, LEAST_HELD);
    Ranking served = measured.served();
    Map<String, String> card = new LinkedHashMap<>();
    card.put("data", "stored " + order.mode().code() + " payments, " + order.split());
    card.put("data_sha256", digest(List.of(training, calibration, measured)));
    card.put("feature_schema", FeatureSchema.hash());
    stored.newestLabel().ifPresent(known -> card.put("newest_label", known.toString()));
    card.put("calibration_rows", calibration.toString());
    card.put("served_by", measured.servedBy());
    card.put("served_average_precision", ModelTraining.figure(served.averagePrecision()));
    card.put("served_roc_area", ModelTraining.figure(served.rocArea()));
    LabeledRows held = measured.labeled();
    FraudModel model =
        ModelTraining.fit(
            order.name(),
            new ModelTraining.Parts(training.labeled(), calibration.labeled(), held),
            FeatureSchema.all(),
            TrainingSettings.SERVED,
            card);
    return new Retrained(
        model,
        stored.leftAside(),
        measured(model, held),
        new Measured(measured.servedBy(), served, measured.meanServed()));
  }

  private static void enough(
      String what, StoredPart part, Split.Days days, Order order, int least) {
    if (part.frauds() < least) {
      throw new IllegalArgumentException(
          "too few frauds to %s on: %s in the %s payments of %s, known at %s; it takes %d"
              .formatted(what, part, order.mode().code(), days, order.knownAt(), least));
    }
  }

  private static Measured measured(FraudModel model, LabeledRows rows) {
    double[] probabilities = new double[rows.size()];
    boolean[] frauds = new boolean[rows.size()];
    double sum = 0;
    for (int row = 0; row < frauds.length; row++) {
      probabilities[row] = model.score(rows.vector(row)).probability();
      frauds[row] = rows.fraud(row);
      sum += probabilities[row];
    }
    return new Measured(model.name(), Ranking.of(probabilities, frauds), sum / frauds.length);
  }

  private static String digest(List<StoredPart> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      parts.forEach(part -> part.digest(digest));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
