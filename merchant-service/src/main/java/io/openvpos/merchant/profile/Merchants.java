package io.openvpos.merchant.profile;

import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.profile.domain.Merchant;
import java.util.List;
import java.util.Optional;

/// Merchants as stored. Each write also stores the audit record of the act and the profile event of
/// the version, which is then sent.
public interface Merchants {

  Optional<Merchant> find(String id);

  /// All of them, by id.
  List<Merchant> all();

  /// False if the id or the terminal id is taken.
  boolean insert(Merchant merchant, Action action);

  /// Compare-and-set from the version before; false if another change was faster.
  boolean save(Merchant changed, Action action);
}
