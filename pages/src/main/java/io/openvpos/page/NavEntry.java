package io.openvpos.page;

import io.openvpos.messaging.access.Role;
import java.util.Set;

/// One link of the menu, for those who have one of the roles. Each page room declares its own as a
/// bean.
///
/// @param order from the left; tens leave room between
public record NavEntry(int order, String path, String textKey, Set<Role> roles) {

  public NavEntry {
    roles = Set.copyOf(roles);
  }

  public static NavEntry of(int order, String path, String textKey, Role... roles) {
    return new NavEntry(order, path, textKey, Set.of(roles));
  }

  boolean isFor(Set<Role> held) {
    return roles.stream().anyMatch(held::contains);
  }
}
