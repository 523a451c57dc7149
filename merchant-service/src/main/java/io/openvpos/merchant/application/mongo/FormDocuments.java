package io.openvpos.merchant.application.mongo;

import io.openvpos.merchant.application.domain.ApplicationForm;
import io.openvpos.merchant.application.domain.ApplicationForm.Address;
import io.openvpos.merchant.application.domain.ApplicationForm.Contact;
import io.openvpos.merchant.application.domain.ApplicationForm.Site;
import io.openvpos.merchant.application.domain.Audience;
import io.openvpos.merchant.application.domain.CompanyType;
import java.net.URI;
import org.bson.Document;

/// What the applicant said, as a document.
final class FormDocuments {

  private FormDocuments() {}

  static Document write(ApplicationForm form) {
    Contact contact = form.contact();
    Address address = form.address();
    Site site = form.site();
    URI test = site.testAddress();
    return new Document("company_type", form.companyType().code())
        .append("title", form.title())
        .append("tax_number", form.taxNumber())
        .append("tax_office", form.taxOffice())
        .append(
            "contact",
            new Document("name", contact.name())
                .append("email", contact.email())
                .append("phone", contact.phone()))
        .append(
            "address",
            new Document("line", address.line())
                .append("district", address.district())
                .append("city", address.city())
                .append("postal_code", address.postalCode()))
        .append(
            "site",
            new Document("address", site.address().toString())
                .append("test_address", test == null ? null : test.toString())
                .append("own_payment_page", site.ownPaymentPage())
                .append("test_user", site.testUser())
                .append("sealed_password", site.sealedPassword()))
        .append("monthly_turnover_minor_units", form.monthlyTurnoverMinorUnits())
        .append("mcc", form.mcc())
        .append("audience", form.audience().code())
        .append("iban", form.iban())
        .append("currencies", form.currencies())
        .append("language", form.language());
  }

  static ApplicationForm read(Document stored) {
    return new ApplicationForm(
        CompanyType.of(stored.getString("company_type")).orElseThrow(),
        stored.getString("title"),
        stored.getString("tax_number"),
        stored.getString("tax_office"),
        contact(stored.get("contact", Document.class)),
        address(stored.get("address", Document.class)),
        site(stored.get("site", Document.class)),
        stored.getLong("monthly_turnover_minor_units"),
        stored.getString("mcc"),
        Audience.of(stored.getString("audience")).orElseThrow(),
        stored.getString("iban"),
        stored.getList("currencies", String.class),
        stored.getString("language"));
  }

  private static Contact contact(Document stored) {
    return new Contact(
        stored.getString("name"), stored.getString("email"), stored.getString("phone"));
  }

  private static Address address(Document stored) {
    return new Address(
        stored.getString("line"),
        stored.getString("district"),
        stored.getString("city"),
        stored.getString("postal_code"));
  }

  private static Site site(Document stored) {
    String test = stored.getString("test_address");
    return new Site(
        URI.create(stored.getString("address")),
        test == null ? null : URI.create(test),
        stored.getBoolean("own_payment_page"),
        stored.getString("test_user"),
        stored.getString("sealed_password"));
  }
}
