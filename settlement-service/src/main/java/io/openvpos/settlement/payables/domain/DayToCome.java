package io.openvpos.settlement.payables.domain;

import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.payout.domain.PaymentDays;
import java.time.LocalDate;
import java.util.Optional;

/// A day that a head has not taken in.
///
/// @param paymentDays of its close
/// @param batch of the head: cut, or what its lines would come to now; empty if it has none
public record DayToCome(LocalDate day, PaymentDays paymentDays, Optional<Batch> batch) {}
