package io.openvpos.merchant.staff;

/// Who administers each merchant, and the acquirer: in one document per house, so that of two
/// administrators who remove each other at once one stays.
public interface Admins {

  /// After the user was made one: nobody counts who is none.
  void add(String house, String email);

  /// Before the user stops being one. False if there would be nobody left; nothing is changed then.
  boolean remove(String house, String email);
}
