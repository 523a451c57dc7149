package io.openvpos.merchant.sitecheck.domain.seen;

import java.net.URI;
import java.util.List;

/// A form of a page.
///
/// @param text its labels and buttons
public record Form(boolean post, URI action, String text, List<Field> fields) {

  /// An input: `type` in lower case, `value` as the page gives it.
  public record Field(String name, String type, String value) {}

  public Form {
    fields = List.copyOf(fields);
  }

  public long passwords() {
    return fields.stream().filter(field -> field.type().equals("password")).count();
  }
}
