package io.openvpos.fraud.history;

/// Whether an attempt was fraud: by chargeback, network fraud report or analyst.
///
/// @param atMillis event time of the attempt that it is about
/// @param fraud false takes an earlier label back (a chargeback that was won)
public record FraudLabel(
    long atMillis, long paymentKey, String card, String terminal, boolean fraud)
    implements Notice {}
