package io.openvpos.fraud.command;

import io.openvpos.fraud.features.FeatureSchema;
import io.openvpos.fraud.model.FraudModel;
import io.openvpos.fraud.model.ModelFile;
import io.openvpos.fraud.model.TrainingSettings;
import io.openvpos.fraud.simulator.SimulatedFile;
import io.openvpos.fraud.simulator.SimulatedPayment;
import io.openvpos.fraud.simulator.Simulation;
import io.openvpos.fraud.training.ModelTraining;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `train`: a model from simulated payments. Without options it makes the shipped one, byte for
/// byte.
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Trains a model on simulated payments.")
final class TrainCommand implements Callable<Integer> {

  /// Of the days simulated: what is left after training, calibration and waiting measures.
  private static final int WARM_UP = 37;

  private static final int CALIBRATE = 7;
  private static final int MEASURE = 7;
  private static final int LEAST_TRAIN = 2;

  @Mixin private SimulationOptions options = new SimulationOptions();

  @Option(names = "--out", required = true, description = "Where the model file is written.")
  private Path out = Path.of("");

  @Option(names = "--name", description = "The model's name (${DEFAULT-VALUE}).")
  private String name = "simulated-3";

  @Override
  public Integer call() throws Exception {
    Simulation.Setting setting = options.setting();
    int waiting = new ModelTraining.Plan(0, 0, 0, 0).days();
    int train = setting.days() - WARM_UP - CALIBRATE - MEASURE - waiting;
    if (train < LEAST_TRAIN) {
      throw new IllegalArgumentException(
          "--days leaves nothing to train on; at least " + (setting.days() - train + LEAST_TRAIN));
    }
    List<SimulatedPayment> payments = Simulation.play(setting);
    Map<String, String> origin = new LinkedHashMap<>();
    origin.put("data", "simulated payments, " + setting.described());
    origin.put("data_sha256", SimulatedFile.digest(payments));
    FraudModel model =
        ModelTraining.train(
            name,
            payments,
            new ModelTraining.Plan(WARM_UP, train, CALIBRATE, MEASURE),
            FeatureSchema.all(),
            TrainingSettings.SERVED,
            origin);
    Files.write(out, ModelFile.write(model));
    model.card().forEach((key, value) -> System.out.println(key + ": " + value));
    return 0;
  }
}
