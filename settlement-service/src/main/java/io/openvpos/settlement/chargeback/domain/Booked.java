package io.openvpos.settlement.chargeback.domain;

import java.time.Instant;
import java.time.LocalDate;

/// The business day that a fact is decided under, and when.
public record Booked(LocalDate day, Instant at) {}
