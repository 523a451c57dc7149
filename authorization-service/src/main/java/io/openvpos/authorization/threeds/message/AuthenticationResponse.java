package io.openvpos.authorization.threeds.message;

import io.openvpos.authorization.threeds.domain.AuthenticationAnswer;
import io.openvpos.authorization.threeds.domain.TransStatus;
import io.openvpos.authorization.threeds.domain.Verdict;
import java.util.EnumSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// ARes: the directory server's answer to an authentication request.
public final class AuthenticationResponse {

  private static final Pattern URL = Pattern.compile("https?://[^\\s\"'<>]{1,2040}");

  private AuthenticationResponse() {}

  /// Reads an ARes to the request with this id; an Erro is a refusal.
  public static AuthenticationAnswer read(String text, String serverId) throws ProtocolException {
    Elements elements = Elements.of(text);
    if (elements.type().equals("Erro")) {
      return new AuthenticationAnswer.Silent("refused");
    }
    elements.expecting("ARes");
    if (!serverId.equals(elements.required("threeDSServerTransID", Elements.UUID))) {
      throw new ProtocolException(ErrorCode.TRANSACTION_NOT_RECOGNISED, "threeDSServerTransID");
    }
    Verdict verdict = Verdicts.read(elements, EnumSet.allOf(TransStatus.class));
    @Nullable String acsUrl = elements.optional("acsURL", URL);
    if (verdict.status() == TransStatus.C && acsUrl == null) {
      throw new ProtocolException(ErrorCode.REQUIRED_ELEMENT_MISSING, "acsURL");
    }
    return new AuthenticationAnswer.Answered(
        elements.required("dsTransID", Elements.UUID),
        elements.required("acsTransID", Elements.UUID),
        verdict.status() == TransStatus.C ? acsUrl : null,
        verdict);
  }
}
