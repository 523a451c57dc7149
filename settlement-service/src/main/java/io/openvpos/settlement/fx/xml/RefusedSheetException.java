package io.openvpos.settlement.fx.xml;

import java.util.List;

/// A file that is no table of rates, with everything that is wrong in it.
public final class RefusedSheetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// One thing that is wrong.
  ///
  /// @param pointer path of the element, `/Tarih_Date/Currency/2/Unit`; currencies count from 0
  public record Fault(String pointer, String code) {}

  private final transient List<Fault> faults;

  RefusedSheetException(List<Fault> faults) {
    super("not a table of rates: " + faults);
    this.faults = List.copyOf(faults);
  }

  /// With one thing wrong.
  public static RefusedSheetException of(String pointer, String code) {
    return new RefusedSheetException(List.of(new Fault(pointer, code)));
  }

  public List<Fault> faults() {
    return faults;
  }
}
