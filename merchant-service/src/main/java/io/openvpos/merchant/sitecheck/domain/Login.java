package io.openvpos.merchant.sitecheck.domain;

/// A test user of the site.
///
/// @param sealedPassword as [io.openvpos.merchant.sitecheck.secret.Secrets] sealed it for the
///   site's subject; in clear it exists only while a check runs
public record Login(String user, String sealedPassword) {
  @Override
  public String toString() {
    return "Login[" + user + "]";
  }
}
