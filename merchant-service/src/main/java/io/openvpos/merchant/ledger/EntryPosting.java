package io.openvpos.merchant.ledger;

import io.openvpos.merchant.ledger.domain.journal.EntryDraft;
import io.openvpos.merchant.ledger.domain.journal.Head;
import io.openvpos.merchant.ledger.domain.journal.Head.Appended;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/// Appends drafts to their heads, each event exactly once, whoever else posts the same ones. Heads
/// are independent of each other, so those of one poll are appended to side by side.
public final class EntryPosting {

  private final Heads heads;
  private final Entries entries;
  private final Executor perHead;

  public EntryPosting(Heads heads, Entries entries, Executor perHead) {
    this.heads = heads;
    this.entries = entries;
    this.perHead = perHead;
  }

  /// Returns every head concerned, with what it holds pending: new entries and any that an earlier
  /// delivery left there.
  public List<Head> post(List<EntryDraft> drafts) {
    Map<HeadKey, Map<String, EntryDraft>> distinct = new LinkedHashMap<>();
    for (EntryDraft draft : drafts) {
      distinct
          .computeIfAbsent(draft.head(), _ -> new LinkedHashMap<>())
          .putIfAbsent(draft.eventId(), draft);
    }
    List<CompletableFuture<Head>> appending =
        distinct.entrySet().stream()
            .map(head ->
                CompletableFuture.supplyAsync(
                    () -> append(head.getKey(), head.getValue()), perHead))
            .toList();
    awaitAll(appending);
    return appending.stream().map(CompletableFuture::join).toList();
  }

  /// All have ended before a failure of one is told, so nothing goes on behind a failed poll.
  private static void awaitAll(List<CompletableFuture<Head>> appending) {
    try {
      CompletableFuture.allOf(appending.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  private Head append(HeadKey key, Map<String, EntryDraft> wanted) {
    while (true) {
      Head head = heads.find(key).orElseGet(() -> Head.empty(key));
      // Only after the head was read: an entry pulled from it since is then already stored. The
      // other
      // way round, one could be missed in both places and be posted twice.
      Set<String> stored = entries.stored(key, wanted.keySet());
      Appended appended = head.append(wanted.values(), stored);
      if (appended.added().isEmpty() || heads.save(appended)) {
        return appended.head();
      }
    }
  }
}
