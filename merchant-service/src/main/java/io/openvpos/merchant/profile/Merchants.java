package io.openvpos.merchant.profile;

import io.openvpos.merchant.profile.domain.Merchant;
import java.util.Optional;

/// Merchants as stored. Each write also stores the profile event of the version, which is then
/// sent.
public interface Merchants {

  Optional<Merchant> find(String id);

  /// False if the id or the terminal id is taken.
  boolean insert(Merchant merchant);

  /// Compare-and-set from the version before; false if another change was faster.
  boolean save(Merchant changed);
}
