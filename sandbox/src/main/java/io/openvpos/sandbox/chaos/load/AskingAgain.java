package io.openvpos.sandbox.chaos.load;

import io.openvpos.sandbox.chaos.load.Call.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// The shops' last word on calls without an answer: once everything is quiet, each was either never
/// executed or completely, and asked again with its key it says which.
final class AskingAgain {

  private final Client client;
  private final Random random;
  private final List<String> faults = new ArrayList<>();
  private int absent;
  private int complete;

  AskingAgain(Client client, Random random) {
    this.client = client;
    this.random = random;
  }

  AskedAgain run() {
    client.takeOpen().forEach(this::ask);
    return new AskedAgain(absent, complete, faults);
  }

  private void ask(Call call) {
    Optional<Integer> before =
        client.payments(call, random.nextInt(client.edges())).map(List::size);
    Optional<JournalLine> told = client.ask(call, random);
    if (told.isEmpty()) {
      faults.add(call.kind() + " with key " + call.key() + " has no answer even now");
      return;
    }
    boolean done = told.get().replayed();
    if (done) {
      complete++;
    } else {
      absent++;
    }
    // Nobody was told the address of a session without an answer, so nobody paid in it.
    boolean none = call.kind() == Kind.SESSION || (call.kind() == Kind.CREATE && !done);
    int expected = none ? 0 : 1;
    if (before.isEmpty() || before.get() != expected) {
      faults.add(
          "order %s had %s payments before its %s was asked again and %d were expected"
              .formatted(call.orderId(), before, call.kind(), expected));
    }
  }
}
