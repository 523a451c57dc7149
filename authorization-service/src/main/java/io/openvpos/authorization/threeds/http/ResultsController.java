package io.openvpos.authorization.threeds.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.openvpos.authorization.threeds.Authenticate;
import io.openvpos.authorization.threeds.ThreeDSecureSettings;
import io.openvpos.authorization.threeds.message.ProtocolException;
import io.openvpos.authorization.threeds.message.ResultsRequest;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.RequestBytes;
import java.security.MessageDigest;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.databind.json.JsonMapper;

/// Where the directory server brings results. It shows a shared secret, which stands in for the
/// mutual TLS of the schemes; whoever does not have it is told nothing.
@RestController
final class ResultsController {

  private static final String BEARER = "Bearer ";

  private final Authenticate authenticate;
  private final ThreeDSecureSettings settings;
  private final JsonMapper json;

  ResultsController(Authenticate authenticate, ThreeDSecureSettings settings, JsonMapper json) {
    this.authenticate = authenticate;
    this.settings = settings;
    this.json = json;
  }

  @PostMapping("/3ds/results")
  ResponseEntity<byte[]> result(ServerWebExchange exchange) {
    if (!isDirectoryServer(exchange.getRequest().getHeaders())) {
      throw ProblemException.of(401, "unauthenticated");
    }
    String text = new String(RequestBytes.of(exchange), UTF_8);
    try {
      ResultsRequest request = ResultsRequest.read(text);
      authenticate.resulted(request);
      return answer(request.answer());
    } catch (ProtocolException e) {
      return answer(ResultsRequest.refusal(e.code(), e.detail()));
    }
  }

  private boolean isDirectoryServer(HttpHeaders headers) {
    String secret = settings.resultsSecret();
    String shown = headers.getFirst(HttpHeaders.AUTHORIZATION);
    return secret != null
        && shown != null
        && shown.startsWith(BEARER)
        && MessageDigest.isEqual(
            shown.substring(BEARER.length()).getBytes(UTF_8), secret.getBytes(UTF_8));
  }

  private ResponseEntity<byte[]> answer(Map<String, Object> message) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(json.writeValueAsString(message).getBytes(UTF_8));
  }
}
