package io.openvpos.merchant.profile.mongo;

import io.openvpos.merchant.profile.domain.CaptureRules;
import io.openvpos.merchant.profile.domain.RiskPolicy;
import org.bson.Document;

/// A merchant's risk policy and capture rules as documents, proposed and in force.
public final class PolicyDocuments {

  private PolicyDocuments() {}

  public static Document write(RiskPolicy policy) {
    return new Document("floor_minor_units", policy.floorMinorUnits())
        .append("attempts_per_minute", policy.attemptsPerMinute())
        .append("attempts_per_hour", policy.attemptsPerHour())
        .append("attempts_per_day", policy.attemptsPerDay());
  }

  public static RiskPolicy riskPolicy(Document stored) {
    return new RiskPolicy(
        stored.getLong("floor_minor_units"),
        stored.getInteger("attempts_per_minute"),
        stored.getInteger("attempts_per_hour"),
        stored.getInteger("attempts_per_day"));
  }

  public static Document write(CaptureRules rules) {
    return new Document("manual_capture_allowed", rules.manualCaptureAllowed())
        .append("hold_days", rules.holdDays())
        .append("max_installments", rules.maxInstallments());
  }

  public static CaptureRules captureRules(Document stored) {
    return new CaptureRules(
        stored.getBoolean("manual_capture_allowed"),
        stored.getInteger("hold_days"),
        stored.getInteger("max_installments"));
  }
}
