package io.openvpos.authorization.webhook.http;

import io.openvpos.authorization.webhook.Announcement;
import io.openvpos.authorization.webhook.domain.WebhookEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The body of a webhook: `type`, `timestamp` and `data` as Standard Webhooks names them, and
/// beside them `version` of this shape, `mode` and `merchant_id`.
public final class EventJson implements Announcement.EventBody {

  private static final int VERSION = 1;

  private final JsonMapper json;

  public EventJson(JsonMapper json) {
    this.json = json;
  }

  @Override
  public String of(WebhookEvent event) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", event.type().code());
    body.put("timestamp", event.at().toString());
    body.put("version", VERSION);
    body.put("merchant_id", event.owner().merchantId());
    body.put("mode", event.owner().mode().code());
    body.put("data", event.data());
    return json.writeValueAsString(body);
  }
}
