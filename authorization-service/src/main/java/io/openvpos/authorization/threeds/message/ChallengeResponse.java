package io.openvpos.authorization.threeds.message;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/// CRes: what the browser brings back from a challenge. It names the authentication; what else it
/// says anybody could have written.
public record ChallengeResponse(String serverId, String acsId) {

  private static final int LONGEST = 8_000;
  private static final Pattern STATUS = Pattern.compile("[YN]");

  /// Reads what the browser brings back.
  ///
  /// @param encoded the form's `cres`: Base64url without padding
  public static ChallengeResponse read(String encoded) throws ProtocolException {
    if (encoded.length() > LONGEST) {
      throw new ProtocolException(ErrorCode.FORMAT_INVALID, "cres");
    }
    Elements elements;
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(encoded.strip());
      elements = Elements.of(new String(bytes, StandardCharsets.UTF_8)).expecting("CRes");
    } catch (IllegalArgumentException e) {
      throw new ProtocolException(ErrorCode.FORMAT_INVALID, "cres");
    }
    elements.optional("transStatus", STATUS);
    return new ChallengeResponse(
        elements.required("threeDSServerTransID", Elements.UUID),
        elements.required("acsTransID", Elements.UUID));
  }
}
