package io.openvpos.settlement.chargeback.domain;

import io.openvpos.settlement.batch.domain.Head;

/// The capture that is disputed, as its batch line knows it.
///
/// @param arn the acquirer's reference that it was presented under
/// @param captured minor units
/// @param contractVersion that priced the capture; the fee of the chargeback is that version's too
public record DisputedSale(
    Head head,
    String paymentId,
    String orderId,
    String arn,
    String rrn,
    String cardBrand,
    String last4,
    long captured,
    int contractVersion) {}
