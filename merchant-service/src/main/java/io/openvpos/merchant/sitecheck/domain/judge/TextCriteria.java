package io.openvpos.merchant.sitecheck.domain.judge;

import io.openvpos.merchant.sitecheck.domain.Criterion;
import io.openvpos.merchant.sitecheck.domain.Evidence;
import io.openvpos.merchant.sitecheck.domain.Finding;
import io.openvpos.merchant.sitecheck.domain.seen.SiteSeen;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The texts that the law wants a distance seller to show (Law 6502 and its regulation, Law 6698).
/// That one is there and about its subject is what a machine can say; not that it is right.
final class TextCriteria {

  /// Shorter than a paragraph is a placeholder.
  private static final int LEAST_LETTERS = 300;

  private static final int LEAST_WORDS = 3;

  /// `0 5xx`, `0 2xx`, `0850` and `+90` numbers, and the seven digits of `444` numbers.
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![0-9])(?:(?:\\+|00)?90[\\s().-]*|0[\\s().-]*)?\\(?[2-58][0-9]{2}\\)?[\\s().-]*"
              + "[0-9]{3}[\\s.-]*[0-9]{2}[\\s.-]*[0-9]{2}(?![0-9])"
              + "|(?<![0-9])444[\\s.-]*[0-9][\\s.-]*[0-9]{3}(?![0-9])"
              + "|\\+[1-9][0-9]{0,2}[\\s().-]*(?:[0-9][\\s().-]*){7,11}(?![0-9])");

  /// `Atatürk Cad. No: 5`, and the postcode of a province, 01 to 81.
  private static final Pattern HOUSE =
      Pattern.compile(
          "(?<![a-z])no\\s*[:.]?\\s*[0-9]+|(?<![0-9])(?:0[1-9]|[1-7][0-9]|8[01])[0-9]{3}(?![0-9])");

  private TextCriteria() {}

  static Finding distanceSales(SiteSeen site, List<ReadText> texts) {
    return text(
        new Sought(Criterion.DISTANCE_SALES, Words.DISTANCE_SALES, Words.DISTANCE_SALES_TEXT),
        site,
        texts);
  }

  static Finding returns(SiteSeen site, List<ReadText> texts) {
    return text(new Sought(Criterion.RETURNS, Words.RETURNS, Words.RETURNS_TEXT), site, texts);
  }

  static Finding privacy(SiteSeen site, List<ReadText> texts) {
    return text(new Sought(Criterion.PRIVACY, Words.PRIVACY, Words.PRIVACY_TEXT), site, texts);
  }

  /// @param called what its page is called
  /// @param about what it must speak of
  private record Sought(Criterion criterion, Words called, Words about) {}

  private static Finding text(Sought sought, SiteSeen site, List<ReadText> texts) {
    List<Evidence> thin = new ArrayList<>();
    for (ReadText text : named(sought.called(), texts)) {
      int about = sought.about().different(text.folded());
      Evidence shown = text.show(sought.called(), "text").orElseGet(() -> text.start("text"));
      if (text.clean().length() >= LEAST_LETTERS && about >= LEAST_WORDS) {
        return Found.passed(sought.criterion(), "text_found", List.of(shown));
      }
      thin.add(shown);
    }
    if (!thin.isEmpty()) {
      return Found.person(sought.criterion(), "text_too_thin", thin);
    }
    List<Evidence> links = ShopCriteria.links(texts, sought.called());
    return links.isEmpty()
        ? ShopCriteria.absent(sought.criterion(), "no_text", site)
        : Found.person(sought.criterion(), "link_not_read", links);
  }

  /// Pages called so by their headings or address, or by a link to them.
  private static List<ReadText> named(Words called, List<ReadText> texts) {
    List<URI> linked =
        texts.stream()
            .flatMap(text -> text.page().links().stream())
            .filter(called::names)
            .map(link -> link.address())
            .toList();
    return texts.stream()
        .filter(text ->
            called.in(text.headings()).isPresent()
                || called.names(text.page().address())
                || linked.contains(text.page().address()))
        .toList();
  }

  static Finding contact(SiteSeen site, List<ReadText> texts) {
    List<Evidence> half = new ArrayList<>();
    String missing = "no_contact";
    for (ReadText text : named(Words.CONTACT, texts)) {
      Optional<Evidence> phone = at(PHONE, text, "phone");
      Optional<Evidence> postal =
          Words.POSTAL.different(text.folded()) >= 2
              ? at(HOUSE, text, "address").or(() -> text.show(Words.POSTAL, "address"))
              : Optional.empty();
      if (phone.isPresent() && postal.isPresent()) {
        return Found.passed(
            Criterion.CONTACT, "address_and_phone", List.of(postal.get(), phone.get()));
      }
      missing = phone.isEmpty() && postal.isEmpty() ? "no_address_no_phone" : missing;
      missing = phone.isPresent() ? "no_address" : missing;
      missing = postal.isPresent() ? "no_phone" : missing;
      half.add(phone.or(() -> postal).orElseGet(() -> text.start("text")));
    }
    if (!half.isEmpty()) {
      return missing.equals("no_address_no_phone")
          ? Found.failed(Criterion.CONTACT, missing, half)
          : Found.person(Criterion.CONTACT, missing, half);
    }
    List<Evidence> links = ShopCriteria.links(texts, Words.CONTACT);
    return links.isEmpty()
        ? ShopCriteria.absent(Criterion.CONTACT, "no_contact", site)
        : Found.person(Criterion.CONTACT, "link_not_read", links);
  }

  private static Optional<Evidence> at(Pattern pattern, ReadText text, String what) {
    Matcher found = pattern.matcher(text.folded());
    return found.find() ? Optional.of(text.show(found.start(), what)) : Optional.empty();
  }
}
