package io.openvpos.authorization;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A wait ends when what it waits for is there; on a machine that is slow at the moment that takes
/// longer than the usual ten seconds. JUnit finds this by its services file.
public final class PatientAwaitility implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.setDefaultTimeout(Duration.ofMinutes(2));
  }
}
