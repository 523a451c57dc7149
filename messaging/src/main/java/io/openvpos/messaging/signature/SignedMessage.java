package io.openvpos.messaging.signature;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// A request as signatures see it.
///
/// @param bodyDigest SHA-256 of the body in Base64; null where there is none
record SignedMessage(String method, URI target, HttpHeaders headers, @Nullable String bodyDigest) {

  /// What is signed (RFC 9421, 2.5); empty if it covers something that the request does not have,
  /// or that is not in our subset.
  Optional<String> base(SignatureFields fields) {
    StringBuilder base = new StringBuilder();
    for (String component : fields.components()) {
      Optional<String> value = value(component);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      base.append('"').append(component).append("\": ").append(value.get()).append('\n');
    }
    return Optional.of(base + "\"@signature-params\": " + fields.covered());
  }

  private Optional<String> value(String component) {
    return switch (component) {
      case "@method" -> Optional.of(method);
      case "@path" -> Optional.of(target.getRawPath());
      case "@query" -> Optional.of("?" + Optional.ofNullable(target.getRawQuery()).orElse(""));
      case "@authority" ->
          Optional.ofNullable(headers.getFirst(HttpHeaders.HOST))
              .map(host -> host.toLowerCase(Locale.ROOT));
      default -> component.startsWith("@") ? Optional.empty() : field(component);
    };
  }

  private Optional<String> field(String name) {
    List<String> values = headers.getOrEmpty(name);
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(values.stream().map(String::strip).collect(Collectors.joining(", ")));
  }
}
