package io.openvpos.merchant.ledger.http;

import io.openvpos.merchant.access.MerchantAccess;
import io.openvpos.merchant.ledger.Contracts;
import io.openvpos.merchant.ledger.EntryLookup;
import io.openvpos.merchant.ledger.HeadReading;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import io.openvpos.merchant.ledger.domain.posting.Explanation;
import io.openvpos.merchant.ledger.http.LedgerAnswers.Entry;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// One entry, which explains itself.
@RestController
final class EntryController {

  private final HeadReading heads;
  private final EntryLookup entries;
  private final Contracts contracts;

  EntryController(HeadReading heads, EntryLookup entries, Contracts contracts) {
    this.heads = heads;
    this.entries = entries;
    this.contracts = contracts;
  }

  /// The entry and, where a contract priced it, how.
  record Explained(Entry entry, @Nullable ExplanationAnswer explanation) {}

  @GetMapping("/v1/merchants/{id}/ledger/entries/{entryId}")
  Explained entry(Caller caller, @PathVariable String id, @PathVariable String entryId) {
    List<Mode> seen = MerchantAccess.read(caller, id);
    JournalEntry found =
        head(entryId)
            .filter(head -> head.merchantId().equals(id) && seen.contains(head.mode()))
            .flatMap(head -> find(head, entryId))
            .orElseThrow(() -> ProblemException.of(404, "not_found"));
    Optional<Explanation> explanation = Explanation.of(found.draft(), contracts.of(id));
    return new Explained(
        Entry.of(found),
        explanation.map(why -> ExplanationAnswer.of(found.draft(), why)).orElse(null));
  }

  /// Pending in its head or stored; the head first, as for every reader.
  private Optional<JournalEntry> find(HeadKey key, String entryId) {
    return heads.existing(List.of(key)).stream()
        .flatMap(head -> head.pending().stream())
        .filter(entry -> entry.id().equals(entryId))
        .findFirst()
        .or(() -> entries.find(entryId));
  }

  private static Optional<HeadKey> head(String entryId) {
    String[] parts = entryId.split("\\|", 4);
    if (parts.length < 4) {
      return Optional.empty();
    }
    try {
      return Optional.of(HeadKey.parse(parts[0] + "|" + parts[1] + "|" + parts[2]));
    } catch (IllegalArgumentException | IllegalStateException unknown) {
      return Optional.empty();
    }
  }
}
