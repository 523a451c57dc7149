package io.openvpos.merchant.webhook;

import io.openvpos.merchant.payments.EdgeAnswers;
import io.openvpos.merchant.payments.EdgeClient;
import io.openvpos.merchant.payments.EdgeClient.Asking;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Webhook endpoints added, tried, changed and removed on behalf of a person. What the edge refuses
/// is a [io.openvpos.messaging.http.ProblemException] with the edge's code and fields.
public final class WebhookDesk {

  private static final String ENDPOINTS = "/v1/webhook-endpoints";

  private final EdgeClient edge;

  public WebhookDesk(EdgeClient edge) {
    this.edge = edge;
  }

  /// All of the merchant's.
  ///
  /// @param mode `test` or `live`
  public List<WebhookEndpoint> list(Asking asking, String mode) {
    JsonNode body = EdgeAnswers.read(edge.get(asking, ENDPOINTS + query(mode)));
    return body.path("data").valueStream().map(WebhookEndpoint::of).toList();
  }

  public WebhookEndpoint one(Asking asking, String mode, String id) {
    return WebhookEndpoint.of(EdgeAnswers.read(edge.get(asking, path(id) + query(mode))));
  }

  /// The newest deliveries.
  public List<WebhookDelivery> log(Asking asking, WebhookEndpoint endpoint, int limit) {
    JsonNode body =
        EdgeAnswers.read(
            edge.get(
                asking,
                path(endpoint.id()) + "/deliveries" + query(endpoint.mode()) + "&limit=" + limit));
    return body.path("data").valueStream().map(WebhookDelivery::of).toList();
  }

  /// Adds one; the answer alone has its secret.
  public WebhookEndpoint add(Asking asking, String mode, Map<String, Object> body) {
    return endpoint(asking, ENDPOINTS + query(mode), body);
  }

  public WebhookEndpoint enable(Asking asking, WebhookEndpoint endpoint, boolean enabled) {
    return endpoint(
        asking, path(endpoint.id()) + query(endpoint.mode()), Map.of("enabled", enabled));
  }

  /// Gives it a new secret; the one before signs beside it for some hours.
  public WebhookEndpoint roll(Asking asking, WebhookEndpoint endpoint, int overlapHours) {
    return endpoint(
        asking,
        path(endpoint.id()) + "/roll-secret" + query(endpoint.mode()),
        Map.of("overlap_hours", overlapHours));
  }

  public void test(Asking asking, WebhookEndpoint endpoint) {
    var _ =
        EdgeAnswers.read(
            edge.post(asking, path(endpoint.id()) + "/test" + query(endpoint.mode()), Map.of()));
  }

  public void resend(Asking asking, WebhookEndpoint endpoint, String delivery) {
    String path = "/v1/webhook-deliveries/" + EdgeAnswers.encoded(delivery) + "/resend";
    var _ = EdgeAnswers.read(edge.post(asking, path + query(endpoint.mode()), Map.of()));
  }

  public void remove(Asking asking, WebhookEndpoint endpoint) {
    var _ = EdgeAnswers.read(edge.delete(asking, path(endpoint.id()) + query(endpoint.mode())));
  }

  private WebhookEndpoint endpoint(Asking asking, String path, Map<String, Object> body) {
    return WebhookEndpoint.of(EdgeAnswers.read(edge.post(asking, path, body)));
  }

  private static String query(String mode) {
    return "?mode=" + EdgeAnswers.encoded(mode);
  }

  private static String path(String id) {
    return ENDPOINTS + "/" + EdgeAnswers.encoded(id);
  }
}
