package io.openvpos.fraud.command;

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
    subcommands = {BenchmarkCommand.class, SimulateCommand.class, TrainCommand.class})
public final class FraudCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  private FraudCommand() {}

  public static void main(String[] args) {
    int exit =
        new CommandLine(new FraudCommand())
            .setExecutionExceptionHandler((failure, command, parsed) -> {
              System.err.println("It does not work: " + failure.getMessage());
              return 1;
            })
            .execute(args);
    if (exit != 0) {
      System.exit(exit);
    }
  }

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }
}
