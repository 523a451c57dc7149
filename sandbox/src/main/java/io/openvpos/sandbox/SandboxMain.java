package io.openvpos.sandbox;

import io.openvpos.sandbox.pagecheck.PageCheckCommand;
import io.openvpos.sandbox.simulation.SimulateCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The sandbox's command line. Without a command it starts the platform.
@Command(
    name = "sandbox",
    mixinStandardHelpOptions = true,
    description = "The virtual POS platform in one JVM, and the tools around it.",
    subcommands = {
      PlayCommand.class,
      VerifyCommand.class,
      LedgerCommand.class,
      ReportsCommand.class,
      BenchCommand.class,
      ChaosCommand.class,
      CloseFaultsCommand.class,
      CertificateCommand.class,
      MonthCommand.class,
      PageCheckCommand.class,
      SimulateCommand.class,
      AttackCommand.class
    })
public final class SandboxMain extends RunCommand {

  private SandboxMain() {}

  public static void main(String[] args) {
    int exit =
        new CommandLine(new SandboxMain())
            .setExecutionExceptionHandler((failure, command, parsed) -> told(failure))
            .execute(args);
    if (exit != 0) {
      System.exit(exit);
    }
  }

  /// Why it did not work, in a line or two; the whole story goes to the log.
  private static int told(Exception failure) {
    Logger logger = LoggerFactory.getLogger(SandboxMain.class);
    logger.error("the sandbox stops", failure);
    System.err.println("The sandbox stops: " + failure.getMessage());
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      System.err.println(
          "  because: " + String.valueOf(cause.getMessage()).lines().findFirst().orElse(""));
    }
    return 1;
  }
}
