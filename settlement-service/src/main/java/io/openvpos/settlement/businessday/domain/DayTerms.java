package io.openvpos.settlement.businessday.domain;

import io.openvpos.calendar.CalendarVersions;

/// What the batches, payouts and files of a day depend on besides its lines. Taken from the
/// settings of the instance that accepts the close, stored with that decision, and never asked for
/// again: settings that change while a day is closing, or differ between two instances, change
/// nothing of it.
///
/// @param calendars of its value dates and of its payment days, by currency
/// @param debtor who pays, in its files
public record DayTerms(CalendarVersions calendars, Debtor debtor) {}
