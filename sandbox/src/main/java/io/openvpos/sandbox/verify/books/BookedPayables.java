package io.openvpos.sandbox.verify.books;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a merchant is owed in one mode and currency.
///
/// @param foldedDay the last business day taken in
/// @param dues the sum of what is not paid out yet
/// @param reserved the sum of what is held back
public record BookedPayables(
    String head,
    @Nullable LocalDate foldedDay,
    long dues,
    long reserved,
    List<BookedPayout> open) {}
