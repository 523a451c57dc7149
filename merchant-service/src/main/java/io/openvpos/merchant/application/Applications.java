package io.openvpos.merchant.application;

import io.openvpos.merchant.application.domain.Application;
import io.openvpos.merchant.application.domain.ApplicationStatus;
import io.openvpos.merchant.audit.domain.Action;
import java.util.List;
import java.util.Optional;

/// Applications as stored. Each write also stores the audit record of the act.
public interface Applications {

  Optional<Application> find(String id);

  /// In the order of their arrival; of one status, or of all.
  List<Application> list(Optional<ApplicationStatus> status);

  /// False if the id is taken.
  boolean insert(Application application, Action action);

  /// Compare-and-set from the version before; false if another change was faster.
  boolean save(Application changed, Action action);
}
