package io.openvpos.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;

/// A page on its way to being rendered: a template and what it shows.
public final class PageModel {

  private final String view;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private HttpStatus status = HttpStatus.OK;

  PageModel(String view, PageCaller caller) {
    this.view = view;
    values.put("page", caller);
    values.put("format", caller.format());
    values.put("errors", caller.errors());
    values.put("form", Map.of());
  }

  public PageModel with(String name, Object value) {
    values.put(name, value);
    return this;
  }

  /// The same form again with what is wrong with it, as 422.
  public PageModel rejected(PageForm form, PageErrors errors) {
    status = HttpStatus.UNPROCESSABLE_CONTENT;
    return with("form", form.shownAgain()).with("errors", errors);
  }

  public PageModel status(int code) {
    status = HttpStatus.valueOf(code);
    return this;
  }

  public Rendering rendering() {
    return Rendering.view(view).status(status).model(values).build();
  }
}
