package io.openvpos.sandbox.chaos.hooks;

import java.util.List;

/// An endpoint of a shop.
///
/// @param path at the shops' server
/// @param events what it asked to hear of, as `payment.*`
public record Subscriber(String path, String merchantId, List<String> events) {

  public boolean wants(String type) {
    return events.stream()
        .anyMatch(asked ->
            asked.equals("*")
                || asked.equals(type)
                || (asked.endsWith(".*")
                    && type.startsWith(asked.substring(0, asked.length() - 1))));
  }
}
