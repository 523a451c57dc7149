package io.openvpos.merchant.ledger.mongo;

import io.openvpos.merchant.ledger.EntryAmounts;
import io.openvpos.merchant.ledger.domain.journal.Account;
import io.openvpos.merchant.ledger.domain.journal.EntryDraft;
import io.openvpos.merchant.ledger.domain.journal.EntryType;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import io.openvpos.merchant.ledger.domain.journal.Line;
import io.openvpos.merchant.ledger.domain.journal.Posting;
import io.openvpos.merchant.ledger.domain.journal.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// An entry as a document: the same in `entries` and in a head's `pending`.
final class EntryDocuments {

  private EntryDocuments() {}

  static Document write(JournalEntry entry) {
    EntryDraft draft = entry.draft();
    LocalDate carried = draft.carriedOverFrom();
    Line line = draft.line();
    return new Document("_id", entry.id())
        .append("head", draft.head().id())
        .append("seq", entry.seq())
        .append("event_id", draft.eventId())
        .append("type", draft.type().code())
        .append("sales_day", draft.salesDay().toString())
        .append("carried_over_from", carried == null ? null : carried.toString())
        .append("contract_version", draft.contractVersion())
        .append("postings", draft.postings().stream().map(EntryDocuments::posting).toList())
        .append("previous_hash", entry.previousHash())
        .append("hash", entry.hash())
        .append("source_topic", draft.source().topic())
        .append("source_partition", draft.source().partition())
        .append("line", line == null ? null : LineDocuments.write(line))
        .append("at", draft.at().toString());
  }

  static JournalEntry read(Document stored) {
    EntryDraft draft =
        new EntryDraft(
            HeadKey.parse(stored.getString("head")),
            stored.getString("event_id"),
            EntryType.of(stored.getString("type")),
            LocalDate.parse(stored.getString("sales_day")),
            day(stored.getString("carried_over_from")),
            stored.getInteger("contract_version"),
            postings(stored),
            new Source(stored.getString("source_topic"), stored.getInteger("source_partition")),
            LineDocuments.read(stored.get("line", Document.class)),
            Instant.parse(stored.getString("at")));
    return new JournalEntry(
        draft, stored.getLong("seq"), stored.getString("previous_hash"), stored.getString("hash"));
  }

  static EntryAmounts amounts(Document stored) {
    return new EntryAmounts(
        stored.getLong("seq"),
        LocalDate.parse(stored.getString("sales_day")),
        Instant.parse(stored.getString("at")),
        EntryType.of(stored.getString("type")),
        postings(stored));
  }

  static List<Posting> postings(Document stored) {
    return stored.getList("postings", Document.class).stream()
        .map(leg -> new Posting(Account.of(leg.getString("account")), leg.getLong("amount")))
        .toList();
  }

  private static Document posting(Posting leg) {
    return new Document("account", leg.account().code()).append("amount", leg.amount());
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
