package io.openvpos.settlement.matter.domain;

import io.openvpos.settlement.written.WrittenText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// How somebody says that a matter ends.
///
/// @param kind what it was
/// @param adjustmentId of merchant-service, with [#ADJUSTED] only; else empty
public record Proposal(String kind, String note, String adjustmentId) {

  /// Money has to move, and an adjustment of merchant-service moves it, by its own four eyes.
  public static final String ADJUSTED = "adjusted";

  private static final Pattern ADJUSTMENT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /// What is wrong with it: codes of field errors by field, none if it can be made.
  ///
  /// @param kinds that there are
  public Map<String, String> faults(List<String> kinds) {
    Map<String, String> faults = new LinkedHashMap<>();
    if (!kinds.contains(kind)) {
      faults.put("kind", kind.isEmpty() ? "required" : "invalid");
    }
    WrittenText.faultOfRequired(note).ifPresent(code -> faults.put("note", code));
    boolean adjusted = kind.equals(ADJUSTED);
    if (adjusted && adjustmentId.isEmpty()) {
      faults.put("adjustment_id", "required");
    } else if (adjusted ? !ADJUSTMENT.matcher(adjustmentId).matches() : !adjustmentId.isEmpty()) {
      faults.put("adjustment_id", "invalid");
    }
    return faults;
  }
}
