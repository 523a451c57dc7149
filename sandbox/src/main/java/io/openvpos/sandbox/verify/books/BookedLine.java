package io.openvpos.sandbox.verify.books;

import io.openvpos.sandbox.verify.books.BookedEntry.Detail;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A batch line as settlement-service keeps it.
public record BookedLine(
    String id,
    String head,
    long seq,
    String batchId,
    String entryId,
    String type,
    LocalDate salesDay,
    @Nullable LocalDate carriedOverFrom,
    Figures figures,
    Detail detail,
    String hash) {}
