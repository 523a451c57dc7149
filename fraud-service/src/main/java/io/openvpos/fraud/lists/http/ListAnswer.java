package io.openvpos.fraud.lists.http;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.openvpos.fraud.lists.domain.ListEntry;
import io.openvpos.money.Mode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry of a list as analysts read it.
///
/// @param mode null for both
/// @param expiresAt null for never
record ListAnswer(
    String object,
    String id,
    String list,
    String value,
    @Nullable String mode,
    String reason,
    String source,
    String addedBy,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant addedAt,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Instant expiresAt,
    @Nullable String removedBy,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Instant removedAt) {

  /// Entries by id, and whether there are more.
  record Page(List<ListAnswer> data, boolean hasMore) {}

  /// @param added of the rows; the others already stood
  record Imported(int rows, int added) {}

  static ListAnswer of(ListEntry entry) {
    Mode mode = entry.mode();
    return new ListAnswer(
        "list_entry",
        entry.id(),
        entry.list().code(),
        entry.value(),
        mode == null ? null : mode.code(),
        entry.reason(),
        entry.source(),
        entry.addedBy(),
        entry.addedAt(),
        entry.expiresAt(),
        entry.removedBy(),
        entry.removedAt());
  }
}
