package io.openvpos.authorization.threeds.http;

import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.RequestBytes;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.server.ServerWebExchange;

/// The fields of a form; of a name that comes twice the first counts.
final class FormBody {

  private FormBody() {}

  static Map<String, String> read(ServerWebExchange exchange) {
    String body = new String(RequestBytes.ofForm(exchange), StandardCharsets.UTF_8);
    Map<String, String> fields = new LinkedHashMap<>();
    try {
      for (String pair : body.split("&", -1)) {
        int at = pair.indexOf('=');
        if (at > 0) {
          fields.putIfAbsent(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
        }
      }
    } catch (IllegalArgumentException e) {
      throw ProblemException.of(400, "malformed_form");
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
