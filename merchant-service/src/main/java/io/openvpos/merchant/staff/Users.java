package io.openvpos.merchant.staff;

import java.util.Optional;

/// The users as stored, by e-mail address.
public interface Users {

  Optional<User> find(String email);

  /// False if the address is taken.
  boolean insert(User user);
}
