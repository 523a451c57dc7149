package io.openvpos.sandbox.certificate;

/// One thing that was checked.
///
/// @param about the file
/// @param detail what was compared; of a failure, what differs
public record Checked(String about, String what, boolean holds, String detail) {

  static Checked equal(String about, String what, Object expected, Object found) {
    boolean holds = expected.equals(found);
    return new Checked(
        about, what, holds, holds ? String.valueOf(found) : found + " instead of " + expected);
  }
}
