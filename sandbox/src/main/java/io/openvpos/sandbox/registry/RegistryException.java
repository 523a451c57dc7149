package io.openvpos.sandbox.registry;

/// A refusal with the protocol's own error code, whose first three digits are the HTTP status.
final class RegistryException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int SHORTEST_LONG_CODE = 1_000;
  private static final int STATUS_DIVISOR = 100;

  private final int code;

  private RegistryException(int code, String message) {
    super(message);
    this.code = code;
  }

  static RegistryException subjectNotFound(String subject) {
    return new RegistryException(40401, "Subject '" + subject + "' not found.");
  }

  static RegistryException versionNotFound(String version) {
    return new RegistryException(40402, "Version " + version + " not found.");
  }

  static RegistryException schemaNotFound() {
    return new RegistryException(40403, "Schema not found");
  }

  static RegistryException incompatible(String subject, String why) {
    return new RegistryException(
        409,
        "Schema being registered is incompatible with an earlier schema for subject \""
            + subject
            + "\": "
            + why);
  }

  static RegistryException invalid(String why) {
    return new RegistryException(42201, "Invalid schema: " + why);
  }

  static RegistryException noSuchCall() {
    return new RegistryException(404, "HTTP 404 Not Found");
  }

  int code() {
    return code;
  }

  int status() {
    return code < SHORTEST_LONG_CODE ? code : code / STATUS_DIVISOR;
  }
}
