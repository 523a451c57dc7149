package io.openvpos.sandbox.verify.books;

import java.time.LocalDate;
import java.util.Map;

/// The first marker of each ended day in one partition, as the ledger remembers it.
///
/// @param source `topic|partition`
/// @param ended offsets by day
public record BookedMarkers(String source, Map<LocalDate, Long> ended) {}
