package io.openvpos.sandbox.chaos.load;

import io.openvpos.sandbox.chaos.load.Call.Kind;
import io.openvpos.sandbox.scenario.SandboxCards;
import io.openvpos.sandbox.scenario.SandboxFaults;
import io.openvpos.sandbox.scenario.Shop.Order;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One shopper at one shop, from the sale to what the shop does with it later. The requests about
/// its payment come one after another; a request without an answer ends the visit.
final class Visit implements Runnable {

  private static final int SHOPS = 2;

  /// Above it, risk that is silent means a decline; so most amounts are below.
  private static final int FLOOR_HUNDREDS = 480;

  private static final long LARGEST = 10_000_000_000L;

  private final Client client;
  private final EarlierCalls earlier;
  private final Random random;
  private final String orderId;

  /// @param seed of everything that this visit draws
  Visit(Client client, EarlierCalls earlier, long seed, long number) {
    this.client = client;
    this.earlier = earlier;
    this.random = new Random(seed * 1_000_003 + number);
    this.orderId = "C-" + number;
  }

  @Override
  public void run() {
    VisitKind kind = VisitKind.draw(random);
    switch (kind) {
      case AUTHENTICATED -> attended().authenticated(orderId);
      case ON_THE_PAGE -> attended().onThePage(orderId);
      default -> unattended(kind);
    }
    earlier.repeatOne(client, random);
  }

  private AttendedVisit attended() {
    return new AttendedVisit(client, this::tell, random, random.nextInt(SHOPS));
  }

  private void unattended(VisitKind kind) {
    Call creation = Call.create(random.nextInt(SHOPS), key(), order(kind), orderId);
    Optional<JournalLine> created = tell(creation);
    created.flatMap(Told::of).filter(Told::isApproved).ifPresent(paid -> act(kind, creation, paid));
  }

  private Order order(VisitKind kind) {
    return switch (kind) {
      case DECLINED_CARD -> Order.of(amount(90), drawn(SandboxCards.DECLINING));
      case DECLINED_AMOUNT -> approving(amount(random.nextBoolean() ? 5 : 51));
      case SILENT_ISSUER -> approving(amount(SandboxFaults.NEVER_ANSWERED));
      case LATE_ISSUER -> approving(amount(SandboxFaults.ANSWERED_LATE));
      case HELD_AND_CAPTURED, CAPTURED_IN_TWO, HOLD_VOIDED, TO_THE_LAST_PENNY ->
          approving(amount(90)).manual();
      case SMALLEST_AND_LARGEST -> approving(random.nextBoolean() ? 1 : LARGEST);
      default -> approving(amount(90));
    };
  }

  private void act(VisitKind kind, Call creation, Told paid) {
    Steps steps = new Steps(creation, paid);
    switch (kind) {
      case HELD_AND_CAPTURED -> steps.capture(null, true);
      case CAPTURED_IN_TWO ->
          steps.capture(paid.amount() / 2, false).capture(paid.amount() / 4, true);
      case HOLD_VOIDED, SALE_VOIDED -> steps.cancel();
      case REFUNDED -> steps.refund(null);
      case REFUNDED_IN_PIECES -> steps.refund(paid.amount() / 300 * 100).refund(null);
      case REFUND_IN_TROUBLE -> steps.refund(100L + troubled());
      case TO_THE_LAST_PENNY ->
          steps
              .capture(paid.amount() - 1, false)
              .capture(2L, false)
              .capture(1L, true)
              .refund(paid.amount())
              .refund(1L);
      default -> {
        // The sale was all.
      }
    }
    if (random.nextInt(3) == 0) {
      steps.read();
    }
  }

  private int troubled() {
    return random.nextBoolean() ? SandboxFaults.REFUND_DECLINED : SandboxFaults.REFUND_UNANSWERED;
  }

  /// What the shop does with an approved payment, as long as it is answered.
  private final class Steps {
    private final Call creation;
    private final Told paid;
    private boolean answered = true;

    private Steps(Call creation, Told paid) {
      this.creation = creation;
      this.paid = paid;
    }

    private Steps capture(@Nullable Long amount, boolean last) {
      return ask(
          Kind.CAPTURE,
          amount,
          amount == null ? Map.of() : Map.of("amount", amount, "final", last));
    }

    private void cancel() {
      ask(Kind.VOID, null, Map.of());
    }

    private Steps refund(@Nullable Long amount) {
      return ask(Kind.REFUND, amount, amount == null ? Map.of() : Map.of("amount", amount));
    }

    private Steps ask(Kind kind, @Nullable Long amount, Map<String, Object> body) {
      if (answered) {
        answered = tell(Call.about(creation, kind, key(), paid.id(), amount, body)).isPresent();
      }
      return this;
    }

    private void read() {
      Call about = Call.about(creation, Kind.VOID, "", paid.id(), null, Map.of());
      client.read(about, "/v1/payments/" + paid.id(), random.nextInt(client.edges()));
    }
  }

  private Optional<JournalLine> tell(Call call) {
    Optional<JournalLine> told = client.ask(call, random);
    told.filter(JournalLine::isFinal).ifPresent(line -> earlier.remember(call, line.edge() - 1));
    return told;
  }

  private Order approving(long amount) {
    return Order.of(amount, drawn(SandboxCards.APPROVING));
  }

  private String drawn(List<String> cards) {
    return cards.get(random.nextInt(cards.size()));
  }

  /// Of a few hundred, with the last two digits that were asked for.
  private long amount(int lastDigits) {
    return (10 + random.nextInt(FLOOR_HUNDREDS)) * 100L + lastDigits;
  }

  private String key() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
