package io.openvpos.messaging.avro;

import org.apache.avro.generic.GenericContainer;
import org.apache.avro.util.ClassSecurityValidator;

/// Avro reads into a class that a schema names only if that class is trusted, so that a hostile
/// schema cannot choose one. Generated records, enums and fixed values are: making one does
/// nothing.
public final class TrustedRecords {

  static {
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(), GenericContainer.class::isAssignableFrom));
  }

  private TrustedRecords() {}

  /// Loads this class, which tells Avro; once for the whole JVM.
  public static void trust() {}
}
