package io.openvpos.merchant.application.page;

import io.openvpos.merchant.access.Actors;
import io.openvpos.merchant.application.Applying;
import io.openvpos.merchant.application.Applying.Submission;
import io.openvpos.merchant.application.reading.ApplicationReading;
import io.openvpos.merchant.application.reading.ApplicationRequest;
import io.openvpos.merchant.request.FieldErrors;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageForm;
import io.openvpos.page.PageModel;
import io.openvpos.page.TypedAmount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/// The application form. Each form has a key of its own, so that a second click is not a second
/// application.
@PageController
final class ApplyPages {

  private static final String TURNOVER = "expected_monthly_turnover";
  private static final List<String> CURRENCIES = List.of("TRY", "USD", "EUR", "GBP");

  private final Applying applying;
  private final ApplicantCookie cookie;

  ApplyPages(Applying applying, ApplicantCookie cookie) {
    this.applying = applying;
    this.cookie = cookie;
  }

  @GetMapping("/apply")
  Rendering start(PageCaller caller) {
    return caller.page("apply/start").rendering();
  }

  @GetMapping("/apply/form")
  Rendering form(PageCaller caller) {
    return choices(caller, caller.page("apply/form"), UUID.randomUUID().toString(), List.of("TRY"))
        .rendering();
  }

  @PostMapping("/apply/form")
  Rendering submit(PageCaller caller, PageForm form) {
    PageErrors errors = caller.errors();
    FieldErrors found = new FieldErrors();
    Optional<ApplicationReading.Read> read = ApplicationReading.read(request(caller, form), found);
    if (!form.text(TURNOVER).isEmpty() && turnover(caller, form) == null) {
      errors.reject(TURNOVER, "invalid_format");
    }
    try {
      found.throwIfAny();
    } catch (ProblemException problem) {
      errors.add(problem);
    }
    if (!errors.isEmpty()) {
      return choices(
              caller, caller.page("apply/form"), form.text("form_key"), form.all("currencies"))
          .rejected(form, errors)
          .rendering();
    }
    ApplicationReading.Read right = read.orElseThrow();
    return switch (applying.submit(
        right.form(), right.password(), key(form), Actors.applicant(caller.exchange()))) {
      case Submission.Received received -> {
        cookie.open(caller, received.application().id(), received.code());
        yield caller.redirect("/apply/status", "apply.received");
      }
      case Submission.KeyReused _ -> throw ProblemException.of(422, "idempotency_key_reused");
    };
  }

  /// A form without its key is one that somebody built by hand.
  private static String key(PageForm form) {
    String key = form.text("form_key");
    if (key.length() != 36) {
      throw ProblemException.of(400, "malformed_form");
    }
    return "form:" + key;
  }

  private static PageModel choices(
      PageCaller caller, PageModel page, String formKey, List<String> chosen) {
    return page.with("formKey", formKey)
        .with("chosen", chosen)
        .with("currencies", CURRENCIES)
        .with(
            "companyTypes",
            texts(
                caller,
                "company",
                "sole_proprietor",
                "limited",
                "joint_stock",
                "partnership",
                "cooperative",
                "association"))
        .with("audiences", texts(caller, "audience", "consumers", "dealers"))
        .with("yesNo", Map.of("false", caller.text("frame.no"), "true", caller.text("frame.yes")));
  }

  private static Map<String, String> texts(PageCaller caller, String kind, String... codes) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String code : codes) {
      texts.put(code, caller.text("apply." + kind + "." + code));
    }
    return texts;
  }

  private static ApplicationRequest request(PageCaller caller, PageForm form) {
    Locale language = caller.language();
    return new ApplicationRequest(
        form.text("company_type"),
        form.text("title"),
        form.text("tax_number"),
        form.text("tax_office"),
        new ApplicationRequest.Contact(
            form.text("contact.name"), form.text("contact.email"), form.text("contact.phone")),
        new ApplicationRequest.Address(
            form.text("address.line"),
            form.text("address.district"),
            form.text("address.city"),
            form.text("address.postal_code")),
        new ApplicationRequest.Site(
            form.text("site.url"),
            form.text("site.test_url"),
            Boolean.valueOf(form.text("site.own_payment_page")),
            form.text("site.test_user"),
            form.raw("site.test_password")),
        turnover(caller, form),
        form.text("mcc"),
        form.text("audience"),
        form.text("iban"),
        form.all("currencies"),
        language.getLanguage());
  }

  private static @Nullable Long turnover(PageCaller caller, PageForm form) {
    var typed = TypedAmount.minorUnits(form.text(TURNOVER), "TRY", caller.language());
    return typed.isPresent() ? typed.getAsLong() : null;
  }
}
