package io.openvpos.sandbox.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;

/// The people that the sandbox starts with: the acquirer's finance, and two operators, since what
/// one of them proposes the other one approves. Their passwords are made on the first start and
/// kept with the data.
public record DemoCredentials(
    String financeEmail,
    String financePassword,
    String opsEmail,
    String opsPassword,
    String approverEmail,
    String approverPassword) {

  /// Reads the file, or makes and keeps new ones.
  public static DemoCredentials open(Path file) {
    JsonMapper json = new JsonMapper();
    if (Files.exists(file)) {
      return json.readValue(file.toFile(), DemoCredentials.class);
    }
    DemoCredentials made =
        new DemoCredentials(
            "finance@acquirer.test",
            password(),
            "ops@acquirer.test",
            password(),
            "approver@acquirer.test",
            password());
    KeptFile.write(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(made));
    return made;
  }

  @Override
  public String toString() {
    return "DemoCredentials[" + financeEmail + ", " + opsEmail + "]";
  }

  private static String password() {
    byte[] random = new byte[18];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().encodeToString(random);
  }
}
