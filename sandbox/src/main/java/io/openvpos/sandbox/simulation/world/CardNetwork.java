package io.openvpos.sandbox.simulation.world;

import io.openvpos.authorization.issuer.AdviceAnswer;
import io.openvpos.authorization.issuer.IssuerAnswer;
import io.openvpos.authorization.issuer.IssuerNetwork;
import io.openvpos.authorization.issuer.IssuerRequest;
import io.openvpos.authorization.issuer.IssuerSlot;
import io.openvpos.authorization.issuer.LateAnswer;
import io.openvpos.authorization.issuer.PointsAnswer;
import io.openvpos.authorization.issuer.Reservation;
import io.openvpos.authorization.issuer.ReversalAdvice;
import io.openvpos.authorization.issuer.TokenUse;
import io.openvpos.sandbox.simulation.machine.Fault;
import io.openvpos.sandbox.simulation.machine.Scheduler;
import io.openvpos.sandbox.simulation.machine.SimulatedProcess;
import io.openvpos.sandbox.simulation.machine.Violation;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The issuers behind one host, which decides and logs on receipt. A strict host declines what was
/// reversed before it came; a forgetful one knows nothing of a reversal without its original.
public final class CardNetwork {

  /// What is declined: amounts ending like this.
  static final int DECLINED = 51;

  private static final long ADVICE_TIMEOUT = 5_000;

  private final Scheduler scheduler;
  private final boolean strict;
  private final Predicate<String> heardLate;
  private final Map<String, Received> log = new HashMap<>();
  private final Map<String, Long> reversedFirst = new HashMap<>();
  private int stans;

  /// A request in the host's log, and what is left of it.
  private record Received(boolean approved, long left) {}

  /// @param heardLate whether a late answer to the request was ever stored
  CardNetwork(Scheduler scheduler, boolean strict, Predicate<String> heardLate) {
    this.scheduler = scheduler;
    this.strict = strict;
    this.heardLate = heardLate;
  }

  /// What the issuer holds, or has given back, by the request: approved less reversed.
  public long left(String rrn) {
    Received received = log.get(rrn);
    return received == null || !received.approved() ? 0 : received.left();
  }

  IssuerNetwork connect(SimulatedProcess process) {
    return new Connection(process);
  }

  private boolean receive(IssuerRequest request) {
    String rrn = request.rrn();
    Violation.unless(!log.containsKey(rrn), "a financial request is sent once: " + rrn);
    boolean reversed = strict && reversedFirst.containsKey(rrn);
    boolean approved = !reversed && request.amount().minorUnits() % 100 != DECLINED;
    log.put(rrn, new Received(approved, request.amount().minorUnits()));
    return approved;
  }

  private void takeBack(String rrn) {
    log.computeIfPresent(rrn, (_, received) -> new Received(received.approved(), 0));
  }

  private void reverse(ReversalAdvice advice) {
    long remaining = advice.remaining().minorUnits();
    Received original = log.get(advice.rrn());
    if (original == null) {
      reversedFirst.put(advice.rrn(), remaining);
    } else {
      long left = Math.min(original.left(), remaining);
      log.put(advice.rrn(), new Received(original.approved(), left));
    }
  }

  private record Slot(String stan) implements IssuerSlot {

    @Override
    public String connection() {
      return "simulated";
    }

    @Override
    public void close() {
      // Trace numbers are not used twice.
    }
  }

  private final class Connection implements IssuerNetwork {

    private final SimulatedProcess process;
    private Consumer<LateAnswer> listener = _ -> {};

    Connection(SimulatedProcess process) {
      this.process = process;
    }

    @Override
    public Reservation reserve() {
      process.step("reserve a trace number");
      if (process.choices().strikes(Fault.ISSUER_DOWN)) {
        return new Reservation.Down();
      }
      if (process.choices().strikes(Fault.ISSUER_FULL)) {
        return new Reservation.Full();
      }
      return new Reservation.Reserved(new Slot(String.format("%06d", ++stans)));
    }

    @Override
    public Reservation reserve(TokenUse card) {
      return reserve();
    }

    @Override
    public IssuerAnswer authorize(IssuerRequest request) {
      return exchange(request);
    }

    @Override
    public IssuerAnswer refund(IssuerRequest request, String originalRrn) {
      return exchange(request);
    }

    @Override
    public IssuerAnswer increment(IssuerRequest request, String originalRrn) {
      return exchange(request);
    }

    @Override
    public IssuerAnswer verify(IssuerRequest request) {
      throw new UnsupportedOperationException("nobody verifies cards here");
    }

    @Override
    public PointsAnswer points(IssuerRequest request) {
      throw new UnsupportedOperationException("nobody asks for points here");
    }

    private IssuerAnswer exchange(IssuerRequest request) {
      process.step("before the socket");
      if (!scheduler.clock().instant().isBefore(request.deadline())) {
        return new IssuerAnswer.NotSent();
      }
      scheduler.note(process.name(), "sends request", request.rrn());
      if (process.choices().strikes(Fault.REQUEST_LOST)) {
        return unanswered(request);
      }
      if (process.choices().strikes(Fault.REQUEST_LATE)) {
        receiveLate(request);
        return unanswered(request);
      }
      Violation.unless(
          scheduler.clock().instant().isBefore(request.deadline()),
          "nothing is sent past its deadline: " + request.rrn());
      boolean approved = receive(request);
      if (process.choices().strikes(Fault.ANSWER_LOST)) {
        return unanswered(request);
      }
      if (process.choices().strikes(Fault.ANSWER_LATE)) {
        answerLate(request, approved, deadlineIn(request) + 500L * process.choices().upTo(40));
        return unanswered(request);
      }
      if (process.choices().strikes(Fault.ANSWER_TWICE)) {
        answerLate(request, approved, 100L * process.choices().upTo(200));
      }
      process.step(approved ? "approved" : "declined");
      return approved ? new IssuerAnswer.Approved("00", "A1B2C3") : new IssuerAnswer.Declined("51");
    }

    private IssuerAnswer unanswered(IssuerRequest request) {
      scheduler.note(process.name(), "no answer to", request.rrn());
      process.sleep(deadlineIn(request));
      return new IssuerAnswer.NoAnswer();
    }

    private long deadlineIn(IssuerRequest request) {
      return Math.max(0, request.deadline().toEpochMilli() - scheduler.millis());
    }

    /// What the host cannot tell anybody any more it takes back: a reconciliation would find it.
    private void receiveLate(IssuerRequest request) {
      process.onDeath(() -> {
        if (!heardLate.test(request.rrn())) {
          takeBack(request.rrn());
        }
      });
      long wait = deadlineIn(request) + 500L * process.choices().upTo(40);
      process.start(
          "late request",
          () -> {
            process.sleep(wait);
            scheduler.note("host", "gets late request", request.rrn());
            boolean approved = receive(request);
            listener.accept(
                new LateAnswer(request.rrn(), approved, approved ? "00" : "51", "A1B2C3"));
          });
    }

    private void answerLate(IssuerRequest request, boolean approved, long wait) {
      process.start(
          "late answer",
          () -> {
            process.sleep(wait);
            process.step("late answer to", request.rrn());
            listener.accept(
                new LateAnswer(request.rrn(), approved, approved ? "00" : "51", "A1B2C3"));
          });
    }

    @Override
    public AdviceAnswer advise(ReversalAdvice advice) {
      process.step("advises what remains", advice.rrn(), advice.remaining().minorUnits());
      if (process.choices().strikes(Fault.ADVICE_LOST)) {
        return unacknowledged();
      }
      reverse(advice);
      if (process.choices().strikes(Fault.ADVICE_UNHEARD)) {
        return unacknowledged();
      }
      process.step("acknowledged");
      return AdviceAnswer.ACKNOWLEDGED;
    }

    private AdviceAnswer unacknowledged() {
      process.sleep(ADVICE_TIMEOUT);
      return AdviceAnswer.UNACKNOWLEDGED;
    }

    @Override
    public void onLateAnswer(Consumer<LateAnswer> each) {
      listener = each;
    }
  }
}
