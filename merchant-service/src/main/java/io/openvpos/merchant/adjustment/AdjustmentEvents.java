package io.openvpos.merchant.adjustment;

import io.openvpos.merchant.adjustment.domain.Adjustment;
import io.openvpos.messaging.outbox.OutboxEntry;

/// Writes an approved adjustment as the event that tells it.
public interface AdjustmentEvents {

  OutboxEntry approved(Adjustment adjustment);
}
