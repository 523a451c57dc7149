package io.openvpos.merchant.payments;

import io.openvpos.merchant.payments.EdgeClient.Answer;
import io.openvpos.merchant.payments.EdgeClient.Asking;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Payment links made, looked up and taken back on behalf of a person.
public final class LinkDesk {

  private static final String LINKS = "/v1/payment-links";

  private final EdgeClient edge;

  public LinkDesk(EdgeClient edge) {
    this.edge = edge;
  }

  public record Found(List<PaymentLink> links, boolean hasMore) {}

  /// A page of the merchant's links, newest first.
  ///
  /// @param mode `test` or `live`
  /// @param after the id of the last one before; empty for the newest
  public Found list(Asking asking, String mode, String after, int limit) {
    String from = after.isEmpty() ? "" : "&starting_after=" + EdgeAnswers.encoded(after);
    JsonNode body =
        EdgeAnswers.read(edge.get(asking, LINKS + query(mode) + "&limit=" + limit + from));
    List<PaymentLink> links = new ArrayList<>();
    body.path("data").forEach(one -> links.add(PaymentLink.of(one)));
    return new Found(links, body.path("has_more").asBoolean());
  }

  public PaymentLink one(Asking asking, String mode, String id) {
    return PaymentLink.of(EdgeAnswers.read(edge.get(asking, path(id) + query(mode))));
  }

  /// Makes a link, once for each key.
  ///
  /// @throws io.openvpos.messaging.http.ProblemException with a field error for each that is wrong
  public PaymentLink make(Asking asking, String mode, String key, Map<String, Object> body) {
    return PaymentLink.of(EdgeAnswers.read(edge.post(asking, LINKS + query(mode), key, body)));
  }

  public Answer deactivate(Asking asking, PaymentLink link) {
    return edge.post(
        asking, path(link.id()) + "/deactivate" + query(link.mode()), "off-" + link.id(), Map.of());
  }

  private static String query(String mode) {
    return "?mode=" + EdgeAnswers.encoded(mode);
  }

  private static String path(String id) {
    return LINKS + "/" + EdgeAnswers.encoded(id);
  }
}
