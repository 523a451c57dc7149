package io.openvpos.settlement.matter.http;

import io.openvpos.messaging.http.ProblemException;
import io.openvpos.settlement.matter.MatterDesk;
import io.openvpos.settlement.matter.MatterDesk.Outcome;
import io.openvpos.settlement.matter.domain.Proposal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The bodies that open matters are moved with, and what their answers are.
public final class MatterRequests {

  private MatterRequests() {}

  /// Whose it is to be.
  ///
  /// @param owner a person; absent: whoever asks
  public record Assign(@Nullable String owner) {}

  /// A note.
  public record Write(@Nullable String text) {}

  /// What it was.
  ///
  /// @param adjustmentId of merchant-service, with `adjusted` only
  public record Resolve(
      @Nullable String kind, @Nullable String note, @Nullable String adjustmentId) {}

  /// The proposal that was sent; 400 names each field that is wrong.
  public static Proposal proposal(MatterDesk<?> desk, Resolve sent) {
    Proposal proposal =
        new Proposal(text(sent.kind()), text(sent.note()), text(sent.adjustmentId()));
    Map<String, String> faults = desk.faults(proposal);
    if (!faults.isEmpty()) {
      ProblemException problem = ProblemException.of(400, "validation_failed");
      faults.forEach((field, code) -> problem.field("/" + field, code));
      throw problem;
    }
    return proposal;
  }

  /// What is stored now; a problem if it was refused.
  public static <T> T changed(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Changed<T>(T to) -> to;
      case Outcome.Refused<T>(String code) ->
          throw ProblemException.of(code.equals("four_eyes") ? 403 : 409, code);
    };
  }

  private static String text(@Nullable String sent) {
    return sent == null ? "" : sent.strip();
  }
}
