package io.openvpos.merchant.sitecheck.domain.seen;

import java.util.Locale;

/// Why an address was not read.
public enum Problem {
  SCHEME_REFUSED,
  PORT_REFUSED,
  NAME_UNKNOWN,
  ADDRESS_REFUSED,
  CONNECT_FAILED,
  TLS_FAILED,
  TIMED_OUT,
  OUT_OF_TIME,
  HEADERS_TOO_LARGE,
  MALFORMED,
  TOO_MANY_REDIRECTS,
  LEFT_SITE,
  ROBOTS,
  NOT_HTML;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
