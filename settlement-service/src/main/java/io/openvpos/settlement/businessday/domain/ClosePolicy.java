package io.openvpos.settlement.businessday.domain;

/// When a day may be closed: always from its scheduled cut-off on; before it where `early` is set.
public record ClosePolicy(DaySchedule schedule, boolean early) {}
