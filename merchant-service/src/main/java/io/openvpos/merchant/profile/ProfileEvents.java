package io.openvpos.merchant.profile;

import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.messaging.outbox.OutboxEntry;

/// Writes a merchant's version as the event that tells it.
public interface ProfileEvents {

  OutboxEntry event(Merchant merchant);
}
