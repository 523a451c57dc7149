package io.openvpos.messaging.access;

import java.security.PublicKey;
import java.util.Optional;

/// The public keys that staff tokens are signed with, by key id.
public interface StaffKeys {

  Optional<PublicKey> find(String keyId);
}
