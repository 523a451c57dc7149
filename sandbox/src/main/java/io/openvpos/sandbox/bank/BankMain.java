package io.openvpos.sandbox.bank;

import io.openvpos.sandbox.process.CommandLine;
import java.util.concurrent.CountDownLatch;

/// The bank as a process of its own: `--port` (default 0, a free one) and `--log`, a file. Prints
/// `BANK_READY <url>` once it answers.
public final class BankMain {

  private BankMain() {}

  /// Runs until the process is ended.
  public static void main(String[] arguments) throws InterruptedException {
    CommandLine options = new CommandLine(arguments);
    BankSimulator bank =
        BankSimulator.start(
            options.path("log", "target/sandbox/bank.jsonl"), options.number("port", 0));
    Runtime.getRuntime().addShutdownHook(new Thread(bank::close));
    System.out.println("BANK_READY " + bank.url());
    new CountDownLatch(1).await();
  }
}
