package io.openvpos.settlement.console.page;

import io.openvpos.page.PageCaller;

/// Something wrong in a file that was handed in.
///
/// @param place such as `/lines/7` or `/Tarih_Date/Currency/2/Unit`
/// @param text in the page's language
public record FileFault(String place, String text) {

  /// With the text of a field error.
  ///
  /// @param code of that error
  public static FileFault of(PageCaller caller, String place, String code) {
    return new FileFault(place, caller.problemText("field." + code));
  }
}
