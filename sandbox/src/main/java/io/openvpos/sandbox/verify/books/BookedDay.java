package io.openvpos.sandbox.verify.books;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A business day.
///
/// @param cut whether its batches are cut
/// @param closed whether everything of it is back as entries
/// @param digest over the digests of its batches, once closed
public record BookedDay(LocalDate day, boolean cut, boolean closed, @Nullable String digest) {}
