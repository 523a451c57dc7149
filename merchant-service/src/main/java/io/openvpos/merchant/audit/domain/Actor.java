package io.openvpos.merchant.audit.domain;

/// Who does something, and from where.
///
/// @param who a person's e-mail address, a merchant's id for its key, `applicant` or `platform`
/// @param from the network address; `-` for the platform itself
public record Actor(String who, String from) {

  /// What happens by itself: a check that ended, a tick of the certification list.
  public static final Actor PLATFORM = new Actor("platform", "-");

  /// Somebody who has no account yet and holds an application's secret link.
  public static Actor applicant(String from) {
    return new Actor("applicant", from);
  }
}
