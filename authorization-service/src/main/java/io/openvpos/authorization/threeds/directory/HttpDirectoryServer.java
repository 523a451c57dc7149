package io.openvpos.authorization.threeds.directory;

import io.openvpos.authorization.threeds.DirectoryServer;
import io.openvpos.authorization.threeds.ThreeDSecureSettings;
import io.openvpos.authorization.threeds.domain.Authentication;
import io.openvpos.authorization.threeds.domain.AuthenticationAnswer;
import io.openvpos.authorization.threeds.domain.Protocol;
import io.openvpos.authorization.threeds.domain.Purchase;
import io.openvpos.authorization.threeds.message.AuthenticationRequest;
import io.openvpos.authorization.threeds.message.AuthenticationResponse;
import io.openvpos.authorization.threeds.message.BrowserFacts;
import io.openvpos.authorization.threeds.message.ProtocolException;
import io.openvpos.authorization.vault.CardReveal;
import io.openvpos.authorization.vault.RevealedCard;
import io.openvpos.authorization.vault.UseReason;
import io.openvpos.messaging.task.Tasks;
import io.openvpos.money.Mode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A directory server over HTTP. The card ranges are read at the start and every hour; while they
/// could not be read they are asked for every few seconds, and no card takes part.
public final class HttpDirectoryServer implements DirectoryServer, AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(HttpDirectoryServer.class);
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
  private static final Duration RANGES_EVERY = Duration.ofHours(1);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

  private final String url;
  private final ThreeDSecureSettings settings;
  private final CardReveal cards;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();
  private final Tasks.Worker reader;
  private volatile CardRanges ranges = CardRanges.none();

  /// @param url the directory server's, without a slash at its end
  HttpDirectoryServer(String url, ThreeDSecureSettings settings, CardReveal cards, Tasks tasks) {
    this.url = url;
    this.settings = settings;
    this.cards = cards;
    reader = tasks.worker("card-ranges");
  }

  /// Begins to read the card ranges; does not wait for them.
  void start() {
    reader.every(Duration.ZERO, RANGES_EVERY, this::readRanges);
  }

  @Override
  public Optional<Protocol> protocol(String merchantId, Mode mode, String token) {
    CardRanges known = ranges;
    return known.size() == 0
        ? Optional.empty()
        : cards
            .stored(merchantId, mode, token, UseReason.authentication("card_range"))
            .flatMap(card -> known.find(card.pan()));
  }

  @Override
  public AuthenticationAnswer authenticate(Authentication authentication, BrowserFacts browser) {
    Purchase purchase = authentication.purchase();
    Optional<RevealedCard> card =
        cards.stored(
            purchase.merchantId(),
            purchase.mode(),
            purchase.token(),
            UseReason.authentication(authentication.id()));
    if (card.isEmpty()) {
      return new AuthenticationAnswer.Silent("no_card");
    }
    Map<String, Object> message =
        AuthenticationRequest.write(
            authentication,
            browser,
            new AuthenticationRequest.Server(
                settings.referenceNumber(),
                settings.operatorId(),
                settings.acquirerBin(),
                settings.publicUrl()),
            settings.publicUrl() + "/3ds/" + authentication.id() + "/challenge-result");
    message.put("acctNumber", card.get().pan());
    message.put("cardExpiryDate", card.get().expiry());
    try {
      return AuthenticationResponse.read(post(message), authentication.id());
    } catch (ProtocolException e) {
      LOGGER.warn("the ARes of {} is refused: {}", authentication.id(), e.getMessage());
      return new AuthenticationAnswer.Silent("protocol_error");
    } catch (IOException e) {
      LOGGER.warn("no ARes for {}: {}", authentication.id(), e.toString());
      return new AuthenticationAnswer.Silent("no_answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new AuthenticationAnswer.Silent("no_answer");
    }
  }

  private void readRanges() {
    try {
      ranges =
          CardRanges.read(
              post(
                  Map.of(
                      "messageType",
                      "PReq",
                      "messageVersion",
                      "2.2.0",
                      "threeDSServerTransID",
                      UUID.randomUUID().toString(),
                      "threeDSServerRefNumber",
                      settings.referenceNumber())));
      LOGGER.info("{} card ranges take part in 3-D Secure", ranges.size());
    } catch (IOException | JacksonException e) {
      LOGGER.warn("the card ranges are read again shortly: {}", e.toString());
      reader.after(AFTER_FAILURE, this::readRanges);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String post(Map<String, Object> message) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(settings.answerTimeout())
            .header("Content-Type", "application/json;charset=utf-8")
            .header("Authorization", "Bearer " + settings.resultsSecret())
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(message)))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("the directory server answered " + answer.statusCode());
    }
    return answer.body();
  }

  @Override
  public void close() {
    reader.close();
    client.shutdownNow();
  }
}
