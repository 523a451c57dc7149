package io.openvpos.settlement.businessday.domain;

import java.time.LocalDate;

/// When a day may be closed: always from its scheduled cut-off on; before it where `early` is set.
///
/// @param terms that a day closed from now on gets
/// @param lastDay no later day is closed by these terms: its calendar ends too soon. Once frozen, a
///   calendar that ends too soon would hold the day up for ever.
public record ClosePolicy(DaySchedule schedule, boolean early, DayTerms terms, LocalDate lastDay) {}
