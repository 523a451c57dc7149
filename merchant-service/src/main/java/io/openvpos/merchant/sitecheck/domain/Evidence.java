package io.openvpos.merchant.sitecheck.domain;

/// Something that was seen, for a person to look up.
///
/// @param address of the page
/// @param what a stable word for it, as `valid_until` or `link`
/// @param value as it was seen, at most [#MOST] characters
public record Evidence(String address, String what, String value) {

  public static final int MOST = 300;

  public Evidence {
    value = value.length() <= MOST ? value : value.substring(0, MOST) + "…";
  }
}
