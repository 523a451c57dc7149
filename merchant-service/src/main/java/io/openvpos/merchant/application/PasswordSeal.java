package io.openvpos.merchant.application;

/// Encrypts the password of a shop's test user for one application.
public interface PasswordSeal {

  String seal(String applicationId, String password);
}
