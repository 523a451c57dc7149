package io.openvpos.fraud.history;

/// What became known of an attempt later: by chargeback, network fraud report or analyst. It enters
/// the state at the place in the log where it became known, never before.
///
/// @param atMillis event time of the attempt that it is about
/// @param fraud false takes an earlier label back (a chargeback that was won)
public record FraudLabel(
    long atMillis, long paymentKey, String card, String terminal, boolean fraud) {}
