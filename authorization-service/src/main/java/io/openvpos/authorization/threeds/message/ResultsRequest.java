package io.openvpos.authorization.threeds.message;

import io.openvpos.authorization.threeds.domain.TransStatus;
import io.openvpos.authorization.threeds.domain.Verdict;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// RReq: the result of a challenge, from the issuer by way of the directory server.
///
/// @param serverId `threeDSServerTransID`
public record ResultsRequest(
    String version, String serverId, String dsId, String acsId, Verdict verdict) {

  private static final Set<TransStatus> FINAL =
      EnumSet.of(TransStatus.Y, TransStatus.A, TransStatus.N, TransStatus.R, TransStatus.U);
  private static final Pattern CATEGORY = Pattern.compile("0[12]");
  private static final Pattern COUNTER = Pattern.compile("\\d{2}");
  private static final Pattern VERSION = Pattern.compile("2\\.[12]\\.0");

  public static ResultsRequest read(String text) throws ProtocolException {
    Elements elements = Elements.of(text).expecting("RReq");
    elements.required("messageCategory", CATEGORY);
    elements.required("interactionCounter", COUNTER);
    return new ResultsRequest(
        elements.required("messageVersion", VERSION),
        elements.required("threeDSServerTransID", Elements.UUID),
        elements.required("dsTransID", Elements.UUID),
        elements.required("acsTransID", Elements.UUID),
        Verdicts.read(elements, FINAL));
  }

  /// RRes: received, and taken where it was in time.
  public Map<String, Object> answer() {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("messageType", "RRes");
    answer.put("messageVersion", version);
    answer.put("threeDSServerTransID", serverId);
    answer.put("dsTransID", dsId);
    answer.put("acsTransID", acsId);
    answer.put("resultsStatus", "01");
    return answer;
  }

  /// Erro: why it is not taken.
  public static Map<String, Object> refusal(ErrorCode code, String detail) {
    Map<String, Object> refusal = new LinkedHashMap<>();
    refusal.put("messageType", "Erro");
    refusal.put("messageVersion", "2.2.0");
    refusal.put("errorComponent", "S");
    refusal.put("errorMessageType", "RReq");
    refusal.put("errorCode", code.code());
    refusal.put("errorDescription", code.text());
    refusal.put("errorDetail", detail);
    return refusal;
  }
}
