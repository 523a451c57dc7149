package io.openvpos.merchant.application.reading;

import io.openvpos.merchant.application.domain.ApplicationForm;
import io.openvpos.merchant.application.domain.ApplicationForm.Address;
import io.openvpos.merchant.application.domain.ApplicationForm.Contact;
import io.openvpos.merchant.application.domain.ApplicationForm.Site;
import io.openvpos.merchant.application.domain.Audience;
import io.openvpos.merchant.application.domain.CompanyType;
import io.openvpos.merchant.request.FieldErrors;
import io.openvpos.merchant.request.FieldErrors.Range;
import io.openvpos.merchant.request.PhoneNumber;
import io.openvpos.money.Iban;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads and checks an application: at most one error for each field, all at once.
public final class ApplicationReading {

  private static final Set<String> CURRENCIES = Set.of("TRY", "USD", "EUR", "GBP");
  private static final Set<String> LANGUAGES = Set.of("tr", "en");
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]+\\.[^\\s@<>\"]{2,}");
  private static final Pattern MCC = Pattern.compile("[0-9]{4}");
  private static final Pattern POSTAL_CODE = Pattern.compile("[0-9]{5}");
  private static final int MAX_TEXT = 140;
  private static final int MAX_EMAIL = 254;

  /// A hundred million liras a month.
  private static final Range TURNOVER = new Range(1, 10_000_000_000L);

  private final FieldErrors errors;

  private ApplicationReading(FieldErrors errors) {
    this.errors = errors;
  }

  /// The form with the test password still in clear, for the caller to seal.
  ///
  /// @param password of the test user
  public record Read(ApplicationForm form, @Nullable String password) {
    @Override
    public String toString() {
      return "Read";
    }
  }

  /// The form, if `errors` has found nothing.
  public static Optional<Read> read(ApplicationRequest sent, FieldErrors errors) {
    return new ApplicationReading(errors).form(sent);
  }

  private Optional<Read> form(ApplicationRequest sent) {
    Optional<CompanyType> type = coded(sent.companyType(), "/company_type", CompanyType::of);
    String title = text(sent.title(), "/title");
    String taxNumber = taxNumber(sent.taxNumber(), type);
    String taxOffice = text(sent.taxOffice(), "/tax_office");
    Contact contact = contact(sent.contact());
    Address address = address(sent.address());
    Optional<Audience> audience = coded(sent.audience(), "/audience", Audience::of);
    Optional<Site> site =
        new SiteReading(errors).site(sent.site(), audience.orElse(Audience.CONSUMERS));
    errors.check(sent.expectedMonthlyTurnover() != null, "/expected_monthly_turnover", "required");
    long turnover =
        errors.within(sent.expectedMonthlyTurnover(), 1L, TURNOVER, "/expected_monthly_turnover");
    String mcc = matching(sent.mcc(), "/mcc", MCC);
    String iban = iban(sent.iban());
    List<String> currencies = currencies(sent.currencies());
    String language = language(sent.language());
    ApplicationRequest.Site wanted = sent.site();
    if (!errors.none()) {
      return Optional.empty();
    }
    ApplicationForm form =
        new ApplicationForm(
            type.orElseThrow(),
            title,
            taxNumber,
            taxOffice,
            contact,
            address,
            site.orElseThrow(),
            turnover,
            mcc,
            audience.orElseThrow(),
            iban,
            currencies,
            language);
    return Optional.of(new Read(form, wanted == null ? null : wanted.testPassword()));
  }

  private String taxNumber(@Nullable String sent, Optional<CompanyType> type) {
    String number = errors.required(sent, "/tax_number").replace(" ", "");
    if (!number.isEmpty() && type.isPresent()) {
      errors.check(type.get().goesBy(number), "/tax_number", "invalid_tax_number");
    }
    return number;
  }

  private Contact contact(ApplicationRequest.@Nullable Contact sent) {
    ApplicationRequest.Contact given =
        Objects.requireNonNullElse(sent, new ApplicationRequest.Contact(null, null, null));
    String name = text(given.name(), "/contact/name");
    String email = errors.required(given.email(), "/contact/email").toLowerCase(Locale.ROOT);
    errors.check(
        email.isEmpty() || (email.length() <= MAX_EMAIL && EMAIL.matcher(email).matches()),
        "/contact/email",
        "invalid_format");
    String phone =
        PhoneNumber.read(
            errors.required(given.phone(), "/contact/phone"), "/contact/phone", errors);
    return new Contact(name, email, phone);
  }

  private Address address(ApplicationRequest.@Nullable Address sent) {
    ApplicationRequest.Address given =
        Objects.requireNonNullElse(sent, new ApplicationRequest.Address(null, null, null, null));
    return new Address(
        text(given.line(), "/address/line"),
        text(given.district(), "/address/district"),
        text(given.city(), "/address/city"),
        matching(given.postalCode(), "/address/postal_code", POSTAL_CODE));
  }

  private String iban(@Nullable String sent) {
    String iban = errors.required(sent, "/iban").replace(" ", "").toUpperCase(Locale.ROOT);
    if (!iban.isEmpty()) {
      errors.check(iban.startsWith("TR") && Iban.valid(iban), "/iban", "invalid_turkish_iban");
    }
    return iban;
  }

  private List<String> currencies(@Nullable List<String> sent) {
    List<String> distinct =
        sent == null ? List.of() : sent.stream().filter(Objects::nonNull).distinct().toList();
    if (distinct.isEmpty()) {
      errors.check(false, "/currencies", "required");
    } else {
      errors.check(CURRENCIES.containsAll(distinct), "/currencies", "invalid");
    }
    return distinct;
  }

  private String language(@Nullable String sent) {
    String language = sent == null ? "tr" : sent;
    errors.check(LANGUAGES.contains(language), "/language", "invalid");
    return language;
  }

  private <T> Optional<T> coded(
      @Nullable String sent, String pointer, Function<String, Optional<T>> of) {
    String code = errors.required(sent, pointer);
    Optional<T> known = of.apply(code);
    errors.check(code.isEmpty() || known.isPresent(), pointer, "invalid");
    return known;
  }

  private String text(@Nullable String sent, String pointer) {
    String text = errors.required(sent, pointer);
    errors.check(text.length() <= MAX_TEXT, pointer, "too_long");
    errors.check(text.codePoints().noneMatch(Character::isISOControl), pointer, "invalid_format");
    return text;
  }

  private String matching(@Nullable String sent, String pointer, Pattern form) {
    String text = errors.required(sent, pointer);
    errors.check(text.isEmpty() || form.matcher(text).matches(), pointer, "invalid_format");
    return text;
  }
}
