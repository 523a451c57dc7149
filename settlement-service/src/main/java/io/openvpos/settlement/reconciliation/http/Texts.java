package io.openvpos.settlement.reconciliation.http;

import io.openvpos.messaging.http.ProblemException;
import io.openvpos.settlement.reconciliation.DiscrepancyDesk;
import io.openvpos.settlement.reconciliation.DiscrepancyDesk.Proposal;
import io.openvpos.settlement.written.WrittenText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Checks what a person writes about an exception.
final class Texts {

  private Texts() {}

  static Proposal proposal(DiscrepancyRequests.Resolve sent) {
    Proposal proposal =
        new Proposal(text(sent.kind()), text(sent.note()), text(sent.adjustmentId()));
    Map<String, String> faults = DiscrepancyDesk.faults(proposal);
    if (!faults.isEmpty()) {
      ProblemException problem = ProblemException.of(400, "validation_failed");
      faults.forEach((field, code) -> problem.field("/" + field, code));
      throw problem;
    }
    return proposal;
  }

  static String required(@Nullable String text, String pointer) {
    String written = text(text);
    WrittenText.faultOfRequired(written)
        .ifPresent(code -> {
          throw ProblemException.of(400, "validation_failed").field(pointer, code);
        });
    return written;
  }

  private static String text(@Nullable String sent) {
    return sent == null ? "" : sent.strip();
  }
}
