package io.openvpos.sandbox.client;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/// An HTTP answer.
///
/// @param text the body as it came
/// @param body the body as JSON; missing if it is none
public record Reply(int status, HttpHeaders headers, String text, JsonNode body) {

  public boolean ok() {
    return status >= 200 && status < 300;
  }

  public String string(String field) {
    return body.path(field).asString("");
  }

  public long number(String field) {
    return body.path(field).asLong(0);
  }

  /// The body of a successful answer; anything else is an [IllegalStateException] with it.
  public JsonNode expect(int wanted) {
    if (status != wanted) {
      throw new IllegalStateException("answered " + status + " instead of " + wanted + ": " + text);
    }
    return body;
  }
}
