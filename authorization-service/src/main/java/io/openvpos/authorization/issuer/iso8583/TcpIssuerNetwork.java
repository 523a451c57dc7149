package io.openvpos.authorization.issuer.iso8583;

import com.solab.iso8583.IsoMessage;
import io.openvpos.authorization.issuer.AdviceAnswer;
import io.openvpos.authorization.issuer.IssuerAnswer;
import io.openvpos.authorization.issuer.IssuerAnswer.Approved;
import io.openvpos.authorization.issuer.IssuerAnswer.Declined;
import io.openvpos.authorization.issuer.IssuerAnswer.NoAnswer;
import io.openvpos.authorization.issuer.IssuerAnswer.NotSent;
import io.openvpos.authorization.issuer.IssuerNetwork;
import io.openvpos.authorization.issuer.IssuerRequest;
import io.openvpos.authorization.issuer.IssuerSettings;
import io.openvpos.authorization.issuer.LateAnswer;
import io.openvpos.authorization.issuer.PointsAnswer;
import io.openvpos.authorization.issuer.Reservation;
import io.openvpos.authorization.issuer.ReversalAdvice;
import io.openvpos.authorization.issuer.TokenUse;
import io.openvpos.authorization.vault.CardReveal;
import io.openvpos.authorization.vault.RevealedCard;
import io.openvpos.authorization.vault.UseReason;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The issuer network over a few persistent connections, many requests in flight on each.
public final class TcpIssuerNetwork implements IssuerNetwork, AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(TcpIssuerNetwork.class);

  /// Places of their own: advices give money back and must not wait behind payments.
  private static final int ADVICES_IN_FLIGHT = 128;

  private final IssuerSettings settings;
  private final CardReveal cards;
  private final Clock clock;
  private final RequestMessages messages;
  private final LateAnswers lateAnswers = new LateAnswers();
  private final List<Link> links;
  private final AtomicInteger turn = new AtomicInteger();
  private final RequestCircuit circuit;
  private final Semaphore requests;
  private final Semaphore advices = new Semaphore(ADVICES_IN_FLIGHT);

  public TcpIssuerNetwork(IssuerSettings settings, CardReveal cards, Clock clock) {
    this.settings = settings;
    this.cards = cards;
    this.clock = clock;
    Dialect dialect = new Dialect();
    messages = new RequestMessages(dialect, settings.acquirerId());
    circuit = new RequestCircuit(settings);
    requests = new Semaphore(settings.inFlight());
    links =
        IntStream.rangeClosed(1, settings.connections())
            .mapToObj(number ->
                new Link("issuer-" + number, settings, dialect, clock, lateAnswers::accept))
            .toList();
  }

  public void start() {
    links.forEach(Link::start);
  }

  /// How many connections requests may use now.
  public int connectionsUp() {
    return (int) links.stream().filter(link -> link.session().isPresent()).count();
  }

  /// 1 while the circuit is open, as a gauge tells it.
  public int circuitOpen() {
    return circuit.isOpen() ? 1 : 0;
  }

  @Override
  public Reservation reserve() {
    Optional<Link> link = liveLink();
    if (link.isEmpty()) {
      return new Reservation.Down();
    }
    if (!requests.tryAcquire()) {
      return new Reservation.Full();
    }
    if (!circuit.enter()) {
      requests.release();
      return new Reservation.Down();
    }
    return new Reservation.Reserved(new LinkSlot(link.get(), requests, circuit));
  }

  @Override
  public Reservation reserve(TokenUse card) {
    Reservation found = reserve();
    if (found instanceof Reservation.Reserved(LinkSlot slot)) {
      boolean opened = false;
      try {
        slot.carry(
            cards.stored(
                card.merchantId(), card.mode(), card.token(), UseReason.issuerRequest(card.rrn())));
        opened = true;
      } finally {
        if (!opened) {
          slot.close();
        }
      }
    }
    return found;
  }

  @Override
  public IssuerAnswer authorize(IssuerRequest request) {
    return send(
        request, Dialect.AUTHORIZATION_ANSWER, card -> messages.authorization(request, card));
  }

  @Override
  public IssuerAnswer refund(IssuerRequest request, String originalRrn) {
    return send(
        request, Dialect.FINANCIAL_ANSWER, card -> messages.refund(request, card, originalRrn));
  }

  @Override
  public IssuerAnswer increment(IssuerRequest request, String originalRrn) {
    return send(
        request,
        Dialect.AUTHORIZATION_ANSWER,
        card -> messages.increment(request, card, originalRrn));
  }

  @Override
  public IssuerAnswer verify(IssuerRequest request) {
    return send(
        request, Dialect.AUTHORIZATION_ANSWER, card -> messages.verification(request, card));
  }

  @Override
  public PointsAnswer points(IssuerRequest request) {
    Exchange.Result result =
        ask(request, Dialect.AUTHORIZATION_ANSWER, card -> messages.pointsInquiry(request, card));
    return result instanceof Exchange.Answered(var answer)
        ? PointsBalance.read(answer, request.amount().currency())
        : new PointsAnswer.Untold();
  }

  @Override
  public AdviceAnswer advise(ReversalAdvice advice) {
    Optional<RevealedCard> card =
        cards.stored(
            advice.merchantId(), advice.mode(), advice.token(), UseReason.reversal(advice.rrn()));
    if (card.isEmpty()) {
      LOGGER.error("the card of the reversal of {} is not in the vault", advice.rrn());
      // No waiting cures it: it must count as a try, so that it comes before a person.
      return AdviceAnswer.UNACKNOWLEDGED;
    }
    Optional<Link> link = liveLink();
    if (link.isEmpty() || !advices.tryAcquire()) {
      return AdviceAnswer.NOT_SENT;
    }
    try (LinkSlot slot = new LinkSlot(link.get(), advices, null)) {
      Instant now = clock.instant();
      IsoMessage message = messages.advice(advice, card.get(), slot.stan(), now);
      Exchange exchange =
          new Exchange(
              message,
              Dialect.REVERSAL_ADVICE_ANSWER,
              slot.stan(),
              advice.rrn(),
              now.plus(settings.answerTimeout()));
      return switch (exchange(slot, exchange)) {
        case Exchange.Answered(var answer) -> acknowledged(answer, advice.rrn());
        case Exchange.Silence _ -> AdviceAnswer.UNACKNOWLEDGED;
        case Exchange.Unsent _ -> AdviceAnswer.NOT_SENT;
      };
    }
  }

  @Override
  public void onLateAnswer(Consumer<LateAnswer> listener) {
    lateAnswers.add(listener);
  }

  @Override
  public void close() {
    links.forEach(Link::close);
  }

  /// The links take turns.
  private Optional<Link> liveLink() {
    int first = turn.getAndIncrement();
    return IntStream.range(0, links.size())
        .mapToObj(i -> links.get(Math.floorMod(first + i, links.size())))
        .filter(link -> link.session().isPresent())
        .findFirst();
  }

  private IssuerAnswer send(
      IssuerRequest request, int answerType, Function<RevealedCard, IsoMessage> compose) {
    return switch (ask(request, answerType, compose)) {
      case Exchange.Answered(var answer) -> read(answer);
      case Exchange.Silence _ -> new NoAnswer();
      case Exchange.Unsent _ -> new NotSent();
    };
  }

  private Exchange.Result ask(
      IssuerRequest request, int answerType, Function<RevealedCard, IsoMessage> compose) {
    if (!(request.slot() instanceof LinkSlot slot)) {
      throw new IllegalArgumentException("a slot of another network");
    }
    slot.use();
    Optional<RevealedCard> card =
        request.submitted() == null
            ? slot.card()
            : Optional.of(cards.submitted(request.submitted()));
    if (card.isEmpty()) {
      LOGGER.error("the card of {} is not in the vault", request.rrn());
      return new Exchange.Unsent();
    }
    IsoMessage message = compose.apply(card.get());
    Exchange exchange =
        new Exchange(message, answerType, slot.stan(), request.rrn(), request.deadline());
    Exchange.Result result = exchange(slot, exchange);
    slot.ended(result);
    return result;
  }

  /// The link's session of this moment: the slot's trace number is the link's, whichever session.
  private static Exchange.Result exchange(LinkSlot slot, Exchange exchange) {
    return slot.link()
        .session()
        .map(session -> session.exchange(exchange))
        .orElseGet(Exchange.Unsent::new);
  }

  private static IssuerAnswer read(IsoMessage answer) {
    Optional<String> code = Dialect.get(answer, 39);
    if (code.isEmpty()) {
      // An answer that says nothing leaves the outcome as unknown as none.
      return new NoAnswer();
    }
    return code.get().equals(Dialect.APPROVED)
        ? new Approved(
            code.get(),
            Dialect.get(answer, 38).orElse(null),
            RequestMessages.networkTransactionId(answer).orElse(null))
        : new Declined(code.get());
  }

  private static AdviceAnswer acknowledged(IsoMessage answer, String rrn) {
    String code = Dialect.get(answer, 39).orElse("none");
    if (code.equals(Dialect.APPROVED)) {
      return AdviceAnswer.ACKNOWLEDGED;
    }
    LOGGER.warn("the reversal of {} was answered {}", rrn, code);
    return AdviceAnswer.UNACKNOWLEDGED;
  }
}
