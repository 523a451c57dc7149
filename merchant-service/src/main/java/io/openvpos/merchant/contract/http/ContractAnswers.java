package io.openvpos.merchant.contract.http;

import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractVersion;
import io.openvpos.merchant.contract.domain.ProposedVersion;
import io.openvpos.merchant.contract.request.TermsAnswer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Contract versions as JSON.
final class ContractAnswers {

  private ContractAnswers() {}

  /// Oldest first, the one that waits last.
  record Versions(List<Version> data) {
    static Versions of(ContractBook book) {
      return new Versions(
          Stream.concat(
                  book.versions().stream().map(Version::of),
                  Stream.ofNullable(book.proposed()).map(Version::of))
              .toList());
    }
  }

  /// One version.
  ///
  /// @param status approved, or proposed: it prices nothing yet
  /// @param proposal identity of the proposal; to be named by whoever approves it
  record Version(
      int version,
      String status,
      LocalDate fromDay,
      TermsAnswer terms,
      @Nullable String proposal,
      @Nullable String proposedBy,
      @Nullable Instant proposedAt) {

    static Version of(ContractVersion version) {
      return new Version(
          version.version(),
          "approved",
          version.fromDay(),
          TermsAnswer.of(version.terms()),
          null,
          null,
          null);
    }

    static Version of(ProposedVersion waiting) {
      return new Version(
          waiting.version(),
          "proposed",
          waiting.fromDay(),
          TermsAnswer.of(waiting.terms()),
          waiting.id(),
          waiting.proposedBy(),
          waiting.proposedAt());
    }
  }
}
