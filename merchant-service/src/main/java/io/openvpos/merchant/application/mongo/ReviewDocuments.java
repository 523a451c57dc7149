package io.openvpos.merchant.application.mongo;

import io.openvpos.merchant.application.domain.Review;
import io.openvpos.merchant.application.domain.Review.Acceptance;
import io.openvpos.merchant.application.domain.Review.Agreement;
import io.openvpos.merchant.application.domain.Review.Approval;
import io.openvpos.merchant.application.domain.Review.PaperRequest;
import io.openvpos.merchant.application.domain.Review.Proposal;
import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.profile.mongo.ContractDocuments;
import io.openvpos.merchant.profile.mongo.PolicyDocuments;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// What was decided, as a document.
final class ReviewDocuments {

  private ReviewDocuments() {}

  static Document write(Review review) {
    Proposal proposal = review.proposal();
    Approval approval = review.approval();
    Acceptance acceptance = review.acceptance();
    return new Document(
            "requests", review.requests().stream().map(ReviewDocuments::request).toList())
        .append("proposal", proposal == null ? null : proposal(proposal))
        .append("approval", approval == null ? null : approval(approval))
        .append("acceptance", acceptance == null ? null : acceptance(acceptance))
        .append("rejection", review.rejection());
  }

  static Review read(Document stored) {
    return new Review(
        stored.getList("requests", Document.class).stream()
            .map(found ->
                new PaperRequest(found.getString("by"), at(found), found.getString("message")))
            .toList(),
        readProposal(stored.get("proposal", Document.class)),
        readApproval(stored.get("approval", Document.class)),
        readAcceptance(stored.get("acceptance", Document.class)),
        stored.getString("rejection"));
  }

  private static Document request(PaperRequest request) {
    return new Document("by", request.by())
        .append("at", request.at().toString())
        .append("message", request.message());
  }

  /// The terms in the form that a contract's first version has.
  private static Document proposal(Proposal proposal) {
    return new Document("by", proposal.by())
        .append("at", proposal.at().toString())
        .append("note", proposal.note())
        .append("terms", ContractDocuments.write(ContractBook.first(proposal.terms())))
        .append("risk_policy", PolicyDocuments.write(proposal.riskPolicy()))
        .append("capture_rules", PolicyDocuments.write(proposal.captureRules()));
  }

  private static @Nullable Proposal readProposal(@Nullable Document stored) {
    if (stored == null) {
      return null;
    }
    return new Proposal(
        stored.getString("by"),
        at(stored),
        stored.getString("note"),
        ContractDocuments.read(stored.getList("terms", Document.class))
            .versions()
            .getFirst()
            .terms(),
        PolicyDocuments.riskPolicy(stored.get("risk_policy", Document.class)),
        PolicyDocuments.captureRules(stored.get("capture_rules", Document.class)));
  }

  private static Document approval(Approval approval) {
    List<Document> agreements =
        approval.agreements().stream()
            .map(one ->
                new Document("language", one.language())
                    .append("file_id", one.fileId())
                    .append("sha256", one.sha256()))
            .toList();
    return new Document("by", approval.by())
        .append("at", approval.at().toString())
        .append("agreements", agreements);
  }

  private static @Nullable Approval readApproval(@Nullable Document stored) {
    return stored == null
        ? null
        : new Approval(
            stored.getString("by"),
            at(stored),
            stored.getList("agreements", Document.class).stream()
                .map(one ->
                    new Agreement(
                        one.getString("language"),
                        one.getString("file_id"),
                        one.getString("sha256")))
                .toList());
  }

  private static Document acceptance(Acceptance acceptance) {
    return new Document("name", acceptance.name())
        .append("at", acceptance.at().toString())
        .append("address", acceptance.address())
        .append("sha256", acceptance.sha256())
        .append("merchant_id", acceptance.merchantId());
  }

  private static @Nullable Acceptance readAcceptance(@Nullable Document stored) {
    return stored == null
        ? null
        : new Acceptance(
            stored.getString("name"),
            at(stored),
            stored.getString("address"),
            stored.getString("sha256"),
            stored.getString("merchant_id"));
  }

  private static Instant at(Document stored) {
    return Instant.parse(stored.getString("at"));
  }
}
