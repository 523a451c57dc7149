package io.openvpos.merchant.application.domain;

import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.profile.domain.CaptureRules;
import io.openvpos.merchant.profile.domain.RiskPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What staff and applicant decided of an application so far.
///
/// @param requests for more papers, oldest first
/// @param rejection why it was turned down
public record Review(
    List<PaperRequest> requests,
    @Nullable Proposal proposal,
    @Nullable Approval approval,
    @Nullable Acceptance acceptance,
    @Nullable String rejection) {

  public static final Review NONE = new Review(List.of(), null, null, null, null);

  public Review {
    requests = List.copyOf(requests);
  }

  /// Asks the applicant for something.
  public record PaperRequest(String by, Instant at, String message) {}

  /// The terms under which somebody recommends the applicant.
  public record Proposal(
      String by,
      Instant at,
      String note,
      ContractTerms terms,
      RiskPolicy riskPolicy,
      CaptureRules captureRules) {}

  /// The second pair of eyes, and the agreement that it released.
  ///
  /// @param agreements one for each language
  public record Approval(String by, Instant at, List<Agreement> agreements) {
    public Approval {
      agreements = List.copyOf(agreements);
    }
  }

  /// An agreement as a file that never changes.
  ///
  /// @param sha256 of the PDF's bytes, lower-case hexadecimal
  public record Agreement(String language, String fileId, String sha256) {}

  /// The applicant's word.
  ///
  /// @param name of whoever accepted
  /// @param address network address it came from
  /// @param sha256 of the document that was accepted
  public record Acceptance(
      String name, Instant at, String address, String sha256, String merchantId) {}

  Review asking(PaperRequest request) {
    List<PaperRequest> extended = new ArrayList<>(requests);
    extended.add(request);
    return new Review(extended, null, null, null, null);
  }

  Review proposing(Proposal made) {
    return new Review(requests, made, null, null, null);
  }

  Review sentBack() {
    return new Review(requests, null, null, null, null);
  }

  Review approving(Approval given) {
    return new Review(requests, proposal, given, null, null);
  }

  Review accepting(Acceptance given) {
    return new Review(requests, proposal, approval, given, null);
  }

  Review rejecting(String reason) {
    return new Review(requests, proposal, null, null, reason);
  }
}
