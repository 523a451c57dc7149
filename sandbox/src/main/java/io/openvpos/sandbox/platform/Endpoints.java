package io.openvpos.sandbox.platform;

import java.util.List;

/// Base addresses of the four services.
public record Endpoints(String authorization, String merchant, String settlement, String fraud) {

  public List<String> all() {
    return List.of(authorization, merchant, settlement, fraud);
  }
}
