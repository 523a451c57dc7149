package io.openvpos.fraud.command;

import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The tools around the scorer; the service itself is started by
/// [io.openvpos.fraud.FraudApplication].
@Command(
    name = "fraud",
    mixinStandardHelpOptions = true,
    description = "Tools of the fraud scorer.",
    subcommands = {
      BenchmarkCommand.class,
      SimulateCommand.class,
      TrainCommand.class,
      RetrainCommand.class
    })
public final class FraudCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  private FraudCommand() {}

  public static void main(String[] args) {
    int exit = line(Clock.systemUTC()).execute(args);
    if (exit != 0) {
      System.exit(exit);
    }
  }

  static CommandLine line(Clock clock) {
    CommandLine.IFactory plain = CommandLine.defaultFactory();
    CommandLine.IFactory factory =
        new CommandLine.IFactory() {
          @Override
          public <K> K create(Class<K> kind) throws Exception {
            return kind == RetrainCommand.class
                ? kind.cast(new RetrainCommand(clock))
                : plain.create(kind);
          }
        };
    return new CommandLine(new FraudCommand(), factory)
        .setExecutionExceptionHandler((failure, command, parsed) -> {
          command.getErr().println("It does not work: " + failure.getMessage());
          return 1;
        });
  }

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }
}
