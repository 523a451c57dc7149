package io.openvpos.merchant.profile.mongo;

import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractVersion;
import io.openvpos.merchant.contract.domain.ProposedVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;

/// Contract versions as they stand in the merchant's document.
public final class ContractDocuments {

  /// Only on the one that waits, which stands last.
  private static final String PROPOSAL = "proposal";

  private ContractDocuments() {}

  public static List<Document> write(ContractBook book) {
    return Stream.concat(
            book.versions().stream().map(ContractDocuments::version),
            Stream.ofNullable(book.proposed()).map(ContractDocuments::proposal))
        .toList();
  }

  public static ContractBook read(List<Document> stored) {
    return new ContractBook(
        stored.stream()
            .filter(one -> one.getString(PROPOSAL) == null)
            .map(ContractDocuments::version)
            .toList(),
        stored.stream()
            .filter(one -> one.getString(PROPOSAL) != null)
            .map(ContractDocuments::proposal)
            .findFirst()
            .orElse(null));
  }

  private static Document version(ContractVersion version) {
    Document written =
        new Document("version", version.version()).append("from_day", version.fromDay().toString());
    written.putAll(TermsDocuments.write(version.terms()));
    return written;
  }

  private static Document proposal(ProposedVersion waiting) {
    Document written =
        new Document("version", waiting.version())
            .append("from_day", waiting.fromDay().toString())
            .append(PROPOSAL, waiting.id())
            .append("proposed_by", waiting.proposedBy())
            .append("proposed_at", waiting.proposedAt().toString());
    written.putAll(TermsDocuments.write(waiting.terms()));
    return written;
  }

  private static ProposedVersion proposal(Document stored) {
    return new ProposedVersion(
        stored.getString(PROPOSAL),
        stored.getInteger("version"),
        LocalDate.parse(stored.getString("from_day")),
        TermsDocuments.read(stored),
        stored.getString("proposed_by"),
        Instant.parse(stored.getString("proposed_at")));
  }

  private static ContractVersion version(Document stored) {
    return new ContractVersion(
        stored.getInteger("version"),
        LocalDate.parse(stored.getString("from_day")),
        TermsDocuments.read(stored));
  }
}
