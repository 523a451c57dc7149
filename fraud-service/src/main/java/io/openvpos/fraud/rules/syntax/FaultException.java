package io.openvpos.fraud.rules.syntax;

import java.util.List;

/// Ends the reading of a rule at its first fault; whoever began the reading turns it into a value.
public final class FaultException extends Exception {

  private final transient Fault fault;

  private FaultException(Fault fault) {
    super(fault.code(), null, false, false);
    this.fault = fault;
  }

  public static FaultException at(Place place, String code, Object... arguments) {
    return new FaultException(new Fault(place, code, List.of(arguments)));
  }

  public Fault fault() {
    return fault;
  }
}
