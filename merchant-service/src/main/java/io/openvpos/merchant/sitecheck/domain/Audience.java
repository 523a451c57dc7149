package io.openvpos.merchant.sitecheck.domain;

/// Whom a shop sells to. A dealers' shop shows nothing to strangers, so its check needs a login.
public enum Audience {
  CONSUMERS,
  DEALERS
}
