package io.openvpos.authorization.payment;

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
import io.openvpos.authorization.vault.VaultUnavailableException;
import io.openvpos.money.Money;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/// An issuer that answers as the test says, and keeps what it was asked.
final class ScriptedIssuer implements IssuerNetwork {

  private final List<IssuerRequest> requests = new CopyOnWriteArrayList<>();
  private final List<ReversalAdvice> advices = new CopyOnWriteArrayList<>();
  private final AtomicInteger stans = new AtomicInteger();
  private volatile Function<IssuerRequest, IssuerAnswer> answer =
      request -> new IssuerAnswer.Approved("00", "A1B2C3");
  private volatile boolean acknowledges = true;
  private volatile Function<IssuerSlot, Reservation> room = Reservation.Reserved::new;
  private volatile boolean vaultAway;

  void answers(IssuerAnswer fixed) {
    answer = request -> fixed;
  }

  void answers(Function<IssuerRequest, IssuerAnswer> byRequest) {
    answer = byRequest;
  }

  void acknowledges(boolean yes) {
    acknowledges = yes;
  }

  void down() {
    room = _ -> new Reservation.Down();
  }

  void full() {
    room = _ -> new Reservation.Full();
  }

  void vaultAway() {
    vaultAway = true;
  }

  void up() {
    vaultAway = false;
    room = Reservation.Reserved::new;
  }

  List<IssuerRequest> requests() {
    return List.copyOf(requests);
  }

  List<ReversalAdvice> advices() {
    return List.copyOf(advices);
  }

  @Override
  public Reservation reserve() {
    return room.apply(new Slot(String.format("%06d", stans.incrementAndGet())));
  }

  @Override
  public Reservation reserve(TokenUse card) {
    if (vaultAway) {
      throw new VaultUnavailableException(new IllegalStateException("away on purpose"));
    }
    return reserve();
  }

  @Override
  public IssuerAnswer authorize(IssuerRequest request) {
    requests.add(request);
    return answer.apply(request);
  }

  @Override
  public IssuerAnswer refund(IssuerRequest request, String originalRrn) {
    return authorize(request);
  }

  @Override
  public IssuerAnswer increment(IssuerRequest request, String originalRrn) {
    return authorize(request);
  }

  @Override
  public IssuerAnswer verify(IssuerRequest request) {
    return authorize(request);
  }

  @Override
  public PointsAnswer points(IssuerRequest request) {
    return switch (authorize(request)) {
      case IssuerAnswer.Approved _ -> new PointsAnswer.Balance(Money.of(6_111, "TRY"));
      case IssuerAnswer.Declined(String code) -> new PointsAnswer.Declined(code);
      case IssuerAnswer.NoAnswer _, IssuerAnswer.NotSent _ -> new PointsAnswer.Untold();
    };
  }

  @Override
  public AdviceAnswer advise(ReversalAdvice advice) {
    advices.add(advice);
    return acknowledges ? AdviceAnswer.ACKNOWLEDGED : AdviceAnswer.UNACKNOWLEDGED;
  }

  @Override
  public void onLateAnswer(Consumer<LateAnswer> listener) {
    // Late answers are handed over by the test.
  }

  private record Slot(String stan) implements IssuerSlot {

    @Override
    public String connection() {
      return "test";
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
