package io.openvpos.fraud.simulator;

import io.openvpos.fraud.history.Attempt.CardKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One card's habits.
///
/// @param meanAmount minor units
/// @param paymentsPerDay mean of the day's Poisson count
/// @param firstDay of the simulation on which the card is used
/// @param refunds share of the payments that are paid back
/// @param merchants within reach, and the large ones that everybody reaches
record Cardholder(
    String card,
    String bin,
    double meanAmount,
    double paymentsPerDay,
    int firstDay,
    double refunds,
    List<String> merchants,
    @Nullable String ip,
    @Nullable String email,
    @Nullable String device,
    CardKind kind) {}
