package io.openvpos.authorization.threeds.message;

import io.openvpos.authorization.threeds.domain.TransStatus;
import io.openvpos.authorization.threeds.domain.Verdict;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The elements that an ARes and a RReq share.
final class Verdicts {

  private static final Pattern STATUS = Pattern.compile("[YANURCDI]");
  private static final Pattern ECI = Pattern.compile("\\d{2}");
  private static final Pattern PROOF = Pattern.compile("[A-Za-z0-9+/]{27}=");
  private static final Pattern REASON = Pattern.compile("\\d{2}");

  private Verdicts() {}

  static Verdict read(Elements elements, Set<TransStatus> allowed) throws ProtocolException {
    TransStatus status = TransStatus.of(elements.required("transStatus", STATUS)).orElseThrow();
    if (!allowed.contains(status)) {
      throw new ProtocolException(ErrorCode.FORMAT_INVALID, "transStatus");
    }
    @Nullable String proof = elements.optional("authenticationValue", PROOF);
    if (status.outcome().proves() && proof == null) {
      throw new ProtocolException(ErrorCode.REQUIRED_ELEMENT_MISSING, "authenticationValue");
    }
    return new Verdict(
        status,
        elements.optional("eci", ECI),
        proof,
        elements.optional("transStatusReason", REASON));
  }
}
