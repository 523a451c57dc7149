package io.openvpos.authorization.threeds.message;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// CReq and the 3DS method's data: what the browser carries to the issuer, as Base64url of JSON.
public final class ChallengeRequest {

  private static final JsonMapper JSON = new JsonMapper();

  /// The challenge has the whole page.
  private static final String FULL_SCREEN = "05";

  private ChallengeRequest() {}

  /// The form's `creq`.
  public static String creq(String version, String serverId, String acsId) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("messageType", "CReq");
    message.put("messageVersion", version);
    message.put("threeDSServerTransID", serverId);
    message.put("acsTransID", acsId);
    message.put("challengeWindowSize", FULL_SCREEN);
    return encoded(message);
  }

  /// The form's `threeDSMethodData`.
  public static String methodData(String serverId, String notificationUrl) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("threeDSServerTransID", serverId);
    message.put("threeDSMethodNotificationURL", notificationUrl);
    return encoded(message);
  }

  private static String encoded(Map<String, Object> message) {
    byte[] json = JSON.writeValueAsString(message).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
  }
}
