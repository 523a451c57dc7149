package io.openvpos.sandbox.verify;

import io.openvpos.sandbox.verify.books.Books;
import io.openvpos.sandbox.verify.checks.Audit;
import io.openvpos.sandbox.verify.reading.BookKeeping;
import io.openvpos.sandbox.verify.reading.Sources;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// Checks the twelve invariants of docs/invariants.md against what the platform left behind. It
/// changes nothing and takes nothing from anybody; nothing may be sent to the platform meanwhile.
public final class Verify {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Verify() {}

  /// Waits until the platform is at rest, at most a minute, and gives the twelve verdicts in order.
  public static List<Verdict> run(Evidence evidence) {
    return run(evidence, PATIENCE);
  }

  /// The same with another patience. What is not at rest by then breaks invariant 10. What moved
  /// while it was read, such as a payout that the bank just confirmed, may look broken; so a fault
  /// counts only if it is still there at a second look.
  public static List<Verdict> run(Evidence evidence, Duration patience) {
    Sources sources =
        new Sources(
            evidence.mongoUri(),
            evidence.bootstrapServers(),
            evidence.registryUrl(),
            evidence.networkLog(),
            evidence.logs(),
            evidence.bankLog());
    try (BookKeeping keeping = new BookKeeping(sources, Clock.systemUTC())) {
      Books books = keeping.books(patience);
      List<Verdict> first = of(books);
      boolean last = !books.restless().isEmpty() || first.stream().allMatch(Verdict::ok);
      return last ? first : of(keeping.books(patience));
    }
  }

  /// The verdicts on books that were read already.
  static List<Verdict> of(Books books) {
    return Audit.of(books).stream()
        .map(found -> new Verdict(found.invariant(), found.name(), found.ok(), found.detail()))
        .toList();
  }

  /// Prints a line for each invariant, with `ok` or `FAIL`; true if all hold.
  public static boolean print(Evidence evidence, PrintStream out) {
    List<Verdict> verdicts = run(evidence);
    out.println("What was found of the twelve invariants");
    verdicts.forEach(out::println);
    out.flush();
    return verdicts.stream().allMatch(Verdict::ok);
  }
}
