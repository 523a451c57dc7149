package io.openvpos.merchant.callme;

import io.openvpos.merchant.audit.domain.Action;
import java.util.List;
import java.util.Optional;

/// Requests as stored, with the audit record of each act.
public interface CallRequests {

  Optional<CallRequest> find(String id);

  /// Those that nobody has called yet, oldest first.
  List<CallRequest> open();

  void insert(CallRequest request, Action action);

  /// Compare-and-set from the version before; false if another change was faster.
  boolean save(CallRequest changed, Action action);
}
