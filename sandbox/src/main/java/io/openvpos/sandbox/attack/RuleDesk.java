package io.openvpos.sandbox.attack;

import io.openvpos.sandbox.client.Api;

/// Two analysts who put a version of the rules in force and take it out again.
public final class RuleDesk {

  /// The version that a new service offers.
  public static final String STARTER = "1";

  private static final String LIVE = "fraud_rules_live_version";

  private final Api one;
  private final Api other;

  /// @param one fraud-service as one analyst
  /// @param other as another
  public RuleDesk(Api one, Api other) {
    this.one = one;
    this.other = other;
  }

  /// Shadow, the other's approval, in force; returns once the service judges by it.
  public void activate(String version) {
    String path = "/v1/rule-sets/" + version;
    one.post(path + "/shadow", null).expect(200);
    other.post(path + "/approve", null).expect(200);
    one.post(path + "/activate", null).expect(200);
    awaitLive(version);
  }

  /// Returns once the service judges without it.
  public void deactivate(String version) {
    one.post("/v1/rule-sets/" + version + "/deactivate", null).expect(200);
    awaitLive("0");
  }

  private void awaitLive(String version) {
    Api.await("rule set " + version + " judges", () -> judgesBy(version));
  }

  private boolean judgesBy(String version) {
    return one.get("/actuator/prometheus")
        .text()
        .lines()
        .anyMatch(line -> line.startsWith(LIVE) && line.endsWith(" " + version + ".0"));
  }
}
