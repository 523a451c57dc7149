package io.openvpos.page;

import io.openvpos.messaging.http.ProblemException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is wrong with a form, at most one text per field, in the page's language. Templates show it
/// at the fields and once more above the form.
public final class PageErrors {

  private final Map<String, String> byField = new LinkedHashMap<>();
  private final Texts texts;

  PageErrors(Texts texts) {
    this.texts = texts;
  }

  /// Notes an error of a field, unless it has one already.
  ///
  /// @param code as in problem documents: the text is that of `field.<code>`
  public PageErrors reject(String field, String code, Object... values) {
    byField.putIfAbsent(field, texts.problem("field." + code, values));
    return this;
  }

  public PageErrors check(boolean condition, String field, String code, Object... values) {
    return condition ? this : reject(field, code, values);
  }

  /// The errors of a problem document: pointer `/address/city` is field `address.city`.
  public PageErrors add(ProblemException problem) {
    problem
        .fields()
        .forEach(error -> {
          String pointer = error.pointer();
          String path = pointer.startsWith("/") ? pointer.substring(1) : pointer;
          reject(path.replace('/', '.'), error.code(), error.arguments().toArray());
        });
    return this;
  }

  public boolean isEmpty() {
    return byField.isEmpty();
  }

  public boolean has(String field) {
    return byField.containsKey(field);
  }

  /// Empty where the field is fine.
  public String of(String field) {
    return byField.getOrDefault(field, "");
  }

  /// Field by field, in the order in which they were found.
  public Map<String, String> all() {
    return Collections.unmodifiableMap(byField);
  }
}
