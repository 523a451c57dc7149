package io.openvpos.merchant.adjustment.domain;

import java.time.LocalDate;

/// What an approval fixes for the ledger.
///
/// @param salesDay the business day open when it was approved
/// @param contractVersion in force on that day; it taxes a fee
public record Booking(LocalDate salesDay, int contractVersion) {}
