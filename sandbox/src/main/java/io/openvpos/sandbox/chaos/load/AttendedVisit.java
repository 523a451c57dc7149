package io.openvpos.sandbox.chaos.load;

import io.openvpos.sandbox.chaos.load.Call.Kind;
import io.openvpos.sandbox.chaos.process.Waiting;
import io.openvpos.sandbox.scenario.SandboxCards;
import io.openvpos.sandbox.scenario.Shop.Order;
import io.openvpos.sandbox.threeds.CardOutcome;
import io.openvpos.sandbox.threeds.Otp;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/// A visit for which the payer's own browser is needed: to be asked by the card's bank, or to type
/// the card on our page. The shop believes nothing that the browser brings and reads what became of
/// it. Some payers never come, and some lose their way.
final class AttendedVisit {

  private static final String VISA_BIN = "41556501";
  private static final String NO_PART = "5528790090000009";
  private static final List<Otp> CODES =
      List.of(
          Otp.RIGHT,
          Otp.RIGHT,
          Otp.RIGHT,
          Otp.RIGHT,
          Otp.RESULT_TWICE,
          Otp.BROKEN_RESPONSE,
          Otp.NOT_AUTHENTICATED,
          Otp.RESULT_LOST);
  private static final int READS = 6;

  private final Client client;
  private final Function<Call, Optional<JournalLine>> telling;
  private final Random random;
  private final int shop;

  /// @param telling asks the edge until it answers
  AttendedVisit(
      Client client, Function<Call, Optional<JournalLine>> telling, Random random, int shop) {
    this.client = client;
    this.telling = telling;
    this.random = random;
    this.shop = shop;
  }

  void authenticated(String orderId) {
    String card = random.nextBoolean() ? SandboxCards.VISA : frictionless();
    Call creation =
        Call.create(
            shop,
            key(),
            Order.of(amount(), card),
            orderId,
            Map.of("three_d_secure", Map.of("return_url", Shopper.SHOP + "/back")));
    Optional<Told> told = telling.apply(creation).flatMap(Told::of);
    told.filter(Told::isWaiting)
        .ifPresent(waiting -> {
          pays(waiting, List.of());
          read(creation.payment(waiting.id())).ifPresent(now -> refundSome(creation, now));
        });
  }

  void onThePage(String orderId) {
    Call session = Call.session(shop, key(), amount(), orderId, Shopper.SHOP + "/done");
    telling.apply(session).flatMap(Told::of).ifPresent(opened -> pays(opened, wallet()));
  }

  private void pays(Told told, List<String> cards) {
    if (random.nextInt(12) > 0) {
      Queue<String> wallet = new ArrayDeque<>(cards);
      new Shopper(wallet, CODES.get(random.nextInt(CODES.size()))).walk(told.next());
    }
  }

  private List<String> wallet() {
    return switch (random.nextInt(4)) {
      case 0 -> List.of(SandboxCards.INSUFFICIENT_FUNDS, NO_PART);
      case 1 -> List.of(SandboxCards.VISA, NO_PART);
      case 2 -> List.of(frictionless());
      default -> List.of(NO_PART);
    };
  }

  /// What the shop reads once nothing is awaited any more; empty if that takes too long.
  private Optional<Told> read(Call payment) {
    for (int reads = 0; reads < READS; reads++) {
      String path = "/v1/payments/" + payment.paymentId();
      Optional<Told> told =
          Told.of(client.read(payment, path, random.nextInt(client.edges())))
              .filter(now -> !now.isUnsettled());
      if (told.isPresent()) {
        return told;
      }
      Waiting.pause(Duration.ofSeconds(1));
    }
    return Optional.empty();
  }

  private void refundSome(Call creation, Told now) {
    if (now.isApproved() && random.nextInt(3) == 0) {
      Map<String, Object> body = Map.of("amount", 500L);
      Optional<JournalLine> _ =
          telling.apply(Call.about(creation, Kind.REFUND, key(), now.id(), 500L, body));
    }
  }

  private static String frictionless() {
    return CardOutcome.FRICTIONLESS.card(VISA_BIN);
  }

  private long amount() {
    return (10 + random.nextInt(400)) * 100L + 90;
  }

  private String key() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
