package io.openvpos.sandbox.ground;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Says at the start of each suite what it runs on, one line a suite.
final class GroundLine implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    Class<?> suite = context.getRequiredTestClass();
    EmbeddedOnly only = suite.getAnnotation(EmbeddedOnly.class);
    String ground = only == null ? ChosenGround.name() : "embedded (always: " + only.value() + ")";
    System.out.printf("ground of %s: %s%n", suite.getSimpleName(), ground);
  }
}
