package io.openvpos.merchant.application.page;

import io.openvpos.merchant.application.domain.Application;
import java.util.Optional;

/// The first person of a merchant who signs in.
public interface FirstUsers {

  /// The address at which the applicant's contact sets a password; empty if that was done.
  Optional<String> invite(Application accepted);
}
