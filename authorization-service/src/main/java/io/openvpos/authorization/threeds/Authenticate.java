package io.openvpos.authorization.threeds;

import io.openvpos.authorization.threeds.domain.Authentication;
import io.openvpos.authorization.threeds.domain.AuthenticationAnswer;
import io.openvpos.authorization.threeds.domain.AuthenticationRules;
import io.openvpos.authorization.threeds.domain.Protocol;
import io.openvpos.authorization.threeds.domain.Purchase;
import io.openvpos.authorization.threeds.domain.Wish;
import io.openvpos.authorization.threeds.message.BrowserFacts;
import io.openvpos.authorization.threeds.message.ChallengeResponse;
import io.openvpos.authorization.threeds.message.ErrorCode;
import io.openvpos.authorization.threeds.message.ProtocolException;
import io.openvpos.authorization.threeds.message.ResultsRequest;
import io.openvpos.money.Mode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The course of an authentication: begun by a payment, driven by the cardholder's browser, decided
/// by the directory server, ended by the clock where nothing comes. Every step is a
/// compare-and-set, so that of two that do the same one has an effect.
public final class Authenticate {

  private static final Logger LOGGER = LoggerFactory.getLogger(Authenticate.class);
  private static final int MAX_RACES = 20;

  private final Authentications store;
  private final DirectoryServer directory;
  private final Duration within;
  private final Clock clock;
  private final List<Consumer<Authentication>> listeners = new CopyOnWriteArrayList<>();

  public Authenticate(
      Authentications store, DirectoryServer directory, Duration within, Clock clock) {
    this.store = store;
    this.directory = directory;
    this.within = within;
    this.clock = clock;
  }

  /// Told of every end, and again until [#settled] is called. Must be safe to call twice.
  public void onEnded(Consumer<Authentication> listener) {
    listeners.add(listener);
  }

  /// What the card's range supports; empty where a card cannot be authenticated.
  public Optional<Protocol> protocol(String merchantId, Mode mode, String token) {
    return directory.protocol(merchantId, mode, token);
  }

  /// Begins one. Nothing is asked yet: that takes the cardholder's browser.
  public Authentication begin(Purchase purchase, Wish wish, Protocol protocol) {
    Instant now = now();
    Authentication started =
        Authentication.started(
            UUID.randomUUID().toString(), purchase, wish, protocol, now, now.plus(within));
    if (!store.add(started)) {
      throw new IllegalStateException("a random id is taken: " + started.id());
    }
    return started;
  }

  public Optional<Authentication> find(String id) {
    return store.find(id).map(AuthenticationRecord::authentication);
  }

  /// The browser is here: asks the directory server. Of several requests one asks; the others see
  /// where it stands.
  public Authentication browsed(String id, BrowserFacts browser) {
    Optional<Authentication> asking = change(id, AuthenticationRules::requested);
    if (asking.isEmpty()) {
      return known(id);
    }
    AuthenticationAnswer answer = directory.authenticate(asking.get(), browser);
    return change(id, (before, now) -> AuthenticationRules.answered(before, answer, now))
        .orElseGet(() -> known(id));
  }

  /// The browser came back. It may be anybody's: only a limit for the RReq follows.
  public void returned(String id, ChallengeResponse response) {
    boolean ours =
        find(id)
            .filter(known -> known.id().equals(response.serverId()))
            .filter(known -> response.acsId().equals(known.acsTransId()))
            .isPresent();
    if (ours) {
      var _ = change(id, AuthenticationRules::returned);
    }
  }

  /// The RReq, the one message that is trusted. The same again is answered alike; what is too late,
  /// or about something else, changes nothing.
  public void resulted(ResultsRequest request) throws ProtocolException {
    Authentication known =
        find(request.serverId())
            .filter(found ->
                AuthenticationRules.names(
                    found, request.serverId(), request.dsId(), request.acsId()))
            .orElseThrow(() ->
                new ProtocolException(
                    ErrorCode.TRANSACTION_NOT_RECOGNISED, "threeDSServerTransID"));
    if (!known.protocol().version().equals(request.version())) {
      throw new ProtocolException(ErrorCode.VERSION_NOT_SUPPORTED, "messageVersion");
    }
    boolean taken =
        change(
                known.id(),
                (before, now) -> AuthenticationRules.resulted(before, request.verdict(), now))
            .isPresent();
    if (!taken && !repeats(known(known.id()), request)) {
      throw new ProtocolException(ErrorCode.TRANSACTION_TIMED_OUT, "threeDSServerTransID");
    }
  }

  private static boolean repeats(Authentication ended, ResultsRequest request) {
    return ended.ending() != null
        && ended.ending().outcome() == request.verdict().status().outcome();
  }

  /// Where it stands now; what is overdue ends here, without waiting for the sweep.
  public Optional<Authentication> look(String id) {
    if (find(id).isEmpty()) {
      return Optional.empty();
    }
    var _ = change(id, AuthenticationRules::overdue);
    return find(id);
  }

  /// The payment has taken the end.
  public void settled(String id) {
    store.settled(id);
  }

  /// Ends what waited too long, and tells again of every end that no payment has taken.
  public void sweep() {
    for (AuthenticationRecord due : store.due(now(), 500)) {
      try {
        Authentication found = due.authentication();
        if (found.ended()) {
          tell(found);
        } else {
          var _ = change(found.id(), AuthenticationRules::overdue);
        }
      } catch (RuntimeException e) {
        LOGGER.warn("authentication {} is looked at again", due.authentication().id(), e);
      }
    }
  }

  /// The authentication after the change, if there was any and this call stored it.
  private Optional<Authentication> change(
      String id, BiFunction<Authentication, Instant, Optional<Authentication>> rule) {
    for (int race = 0; race < MAX_RACES; race++) {
      AuthenticationRecord before = store.find(id).orElseThrow();
      Optional<Authentication> after = rule.apply(before.authentication(), now());
      if (after.isEmpty()) {
        return after;
      }
      if (store.store(before, after.get())) {
        if (after.get().ended()) {
          tell(after.get());
        }
        return after;
      }
    }
    throw new IllegalStateException("too many lost races on authentication " + id);
  }

  /// Whoever listens finds the rest by the sweep.
  private void tell(Authentication ended) {
    for (Consumer<Authentication> listener : listeners) {
      try {
        listener.accept(ended);
      } catch (RuntimeException e) {
        LOGGER.warn("the end of authentication {} is told again", ended.id(), e);
      }
    }
  }

  private Authentication known(String id) {
    return find(id).orElseThrow();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
