package io.openvpos.merchant.pricing.bins;

import io.openvpos.merchant.pricing.CardLookup;
import io.openvpos.merchant.pricing.QuotedCard;
import io.openvpos.messaging.http.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `GET /v1/bins/{bin}` of authorization-service, with the caller's own rights. Whatever but an
/// answer or a "not found" comes back is 503: a quote by a guessed class is worse than none.
public final class AuthorizationBins implements CardLookup, AutoCloseable {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(1);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
  private static final Duration SHORTLY = Duration.ofSeconds(1);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();
  private final URI bins;

  public AuthorizationBins(URI base) {
    bins = URI.create(base.toString().replaceAll("/+$", "") + "/v1/bins/");
  }

  @Override
  public Optional<QuotedCard> find(String bin, String onBehalfOf) {
    HttpRequest request =
        HttpRequest.newBuilder(bins.resolve(bin))
            .timeout(ANSWER_WITHIN)
            .header("Authorization", onBehalfOf)
            .header("Accept", "application/json")
            .GET()
            .build();
    try {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      return switch (response.statusCode()) {
        case 200 -> Optional.of(card(bin, response.body()));
        case 404 -> Optional.empty();
        default -> throw unavailable();
      };
    } catch (IOException | JacksonException unanswered) {
      throw unavailable();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw unavailable();
    }
  }

  private static QuotedCard card(String bin, byte[] body) {
    JsonNode answer = JsonMapper.shared().readTree(body);
    JsonNode country = answer.path("issuer_country");
    return new QuotedCard(
        bin,
        answer.required("brand").asString(),
        answer.required("funding").asString(),
        country.isString() ? country.asString() : null,
        answer.required("card_class").asString());
  }

  private static ProblemException unavailable() {
    return ProblemException.of(503, "service_unavailable").retryAfter(SHORTLY);
  }

  @Override
  public void close() {
    client.close();
  }
}
