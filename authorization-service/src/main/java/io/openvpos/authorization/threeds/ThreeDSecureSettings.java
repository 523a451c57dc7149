package io.openvpos.authorization.threeds;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// 3-D Secure at this service.
///
/// @param directoryUrl the directory server; null: nothing is authenticated
/// @param publicUrl this service's own address as browsers and the directory server see it
/// @param resultsSecret what the directory server shows with a RReq, and we with an AReq. It stands
///   in for the mutual TLS of the schemes; null only where there is no directory server
/// @param within the cardholder has this long
/// @param referenceNumber EMVCo's for this 3DS Server
/// @param acquirerBin ours, as the schemes know it
@ConfigurationProperties("vpos.threeds")
public record ThreeDSecureSettings(
    @Nullable String directoryUrl,
    @DefaultValue("http://127.0.0.1:8080") String publicUrl,
    @Nullable String resultsSecret,
    @DefaultValue("10m") Duration within,
    @DefaultValue("10s") Duration answerTimeout,
    @DefaultValue("OPEN_VPOS_3DSS_0001") String referenceNumber,
    @DefaultValue("OPENVPOS") String operatorId,
    @DefaultValue("415565") String acquirerBin) {

  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int SHORTEST_SECRET = 16;

  public ThreeDSecureSettings {
    if (!within.isPositive() || within.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("vpos.threeds.within is not within an hour");
    }
    if (directoryUrl != null
        && (resultsSecret == null || resultsSecret.length() < SHORTEST_SECRET)) {
      throw new IllegalArgumentException(
          "vpos.threeds.results-secret needs at least 16 characters with a directory-url");
    }
  }

  @Override
  public String toString() {
    return "ThreeDSecureSettings[directoryUrl=" + directoryUrl + ", publicUrl=" + publicUrl + "]";
  }
}
