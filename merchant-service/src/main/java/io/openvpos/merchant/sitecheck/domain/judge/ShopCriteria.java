package io.openvpos.merchant.sitecheck.domain.judge;

import io.openvpos.merchant.sitecheck.domain.Criterion;
import io.openvpos.merchant.sitecheck.domain.Evidence;
import io.openvpos.merchant.sitecheck.domain.Finding;
import io.openvpos.merchant.sitecheck.domain.seen.Form;
import io.openvpos.merchant.sitecheck.domain.seen.Link;
import io.openvpos.merchant.sitecheck.domain.seen.Page;
import io.openvpos.merchant.sitecheck.domain.seen.SiteSeen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a shop must do: speak Turkish, take members and orders, and take cards.
final class ShopCriteria {

  /// Of a hundred words of running Turkish, some fifteen are of the list; a shop's page has fewer.
  private static final int LEAST_TURKISH_IN_THOUSAND = 20;

  private static final int LEAST_TURKISH = 4;

  private ShopCriteria() {}

  /// By the words themselves: what a page says of its language is often a template's.
  static Finding turkish(SiteSeen site, List<ReadText> texts) {
    Optional<ReadText> best = texts.stream().filter(ShopCriteria::isTurkish).findFirst();
    if (best.isPresent()) {
      ReadText text = best.get();
      Evidence shown = text.show(Words.COMMON_TR, "text").orElseGet(() -> text.start("text"));
      return Found.passed(Criterion.TURKISH, "turkish_text", List.of(shown));
    }
    List<Evidence> said = new ArrayList<>();
    for (ReadText text : texts) {
      if (text.page().language().startsWith("tr")) {
        said.add(new Evidence(text.page().address().toString(), "lang", text.page().language()));
      }
      text.page().links().stream()
          .filter(link -> link.language().startsWith("tr") || Words.TURKISH.names(link))
          .findFirst()
          .ifPresent(link -> said.add(shown(link)));
    }
    return said.isEmpty()
        ? absent(Criterion.TURKISH, "no_turkish", site)
        : Found.person(Criterion.TURKISH, "said_but_not_read", said);
  }

  private static boolean isTurkish(ReadText text) {
    int turkish = Words.COMMON_TR.count(text.folded());
    int english = Words.COMMON_EN.count(text.folded());
    long words = text.folded().chars().filter(one -> one == ' ').count() + 1;
    return turkish >= LEAST_TURKISH
        && turkish > english
        && turkish * 1_000L >= words * LEAST_TURKISH_IN_THOUSAND;
  }

  static Finding membership(SiteSeen site, List<ReadText> texts) {
    List<Evidence> links = links(texts, Words.SIGN_UP, Words.LOG_IN);
    for (ReadText text : texts) {
      for (Form form : text.page().forms()) {
        if (form.passwords() > 0) {
          Evidence shown =
              new Evidence(text.page().address().toString(), "form", Folding.clean(form.text()));
          return Found.passed(Criterion.MEMBERSHIP, "form", List.of(shown));
        }
      }
    }
    return links.isEmpty()
        ? absent(Criterion.MEMBERSHIP, "no_membership", site)
        : Found.person(Criterion.MEMBERSHIP, "link_without_form", links);
  }

  static Finding orderSteps(SiteSeen site, List<ReadText> texts) {
    List<Evidence> basket = steps(texts, Words.BASKET);
    List<Evidence> checkout = steps(texts, Words.CHECKOUT);
    List<Evidence> both = new ArrayList<>(basket.stream().limit(3).toList());
    both.addAll(checkout.stream().limit(3).toList());
    if (!basket.isEmpty() && !checkout.isEmpty()) {
      return Found.passed(Criterion.ORDER_STEPS, "basket_and_checkout", both);
    }
    return both.isEmpty()
        ? absent(Criterion.ORDER_STEPS, "no_order_steps", site)
        : Found.person(Criterion.ORDER_STEPS, basket.isEmpty() ? "no_basket" : "no_checkout", both);
  }

  /// Links and forms: a step is what can be taken, not what is talked about.
  private static List<Evidence> steps(List<ReadText> texts, Words words) {
    List<Evidence> steps = new ArrayList<>(links(texts, words));
    for (ReadText text : texts) {
      for (Form form : text.page().forms()) {
        String said = Folding.clean(form.text());
        if (words.in(Folding.fold(said)).isPresent() || words.names(form.action())) {
          steps.add(new Evidence(text.page().address().toString(), "form", said));
        }
      }
    }
    return steps;
  }

  static Finding cardPayment(SiteSeen site, List<ReadText> texts) {
    for (ReadText text : texts) {
      Optional<Evidence> card = text.show(Words.CARD, "text");
      if (card.isPresent() && Words.PAYMENT.in(text.folded()).isPresent()) {
        return Found.passed(Criterion.CARD_PAYMENT, "card_among_payments", List.of(card.get()));
      }
    }
    List<Evidence> hints =
        texts.stream()
            .flatMap(text ->
                text
                    .show(Words.CARD, "text")
                    .or(() -> text.show(Words.CARD_BRAND, "text"))
                    .stream())
            .toList();
    return hints.isEmpty()
        ? absent(Criterion.CARD_PAYMENT, "no_card_payment", site)
        : Found.person(Criterion.CARD_PAYMENT, "only_hints", hints);
  }

  static List<Evidence> links(List<ReadText> texts, Words... any) {
    List<Evidence> found = new ArrayList<>();
    for (ReadText text : texts) {
      for (Link link : text.page().links()) {
        for (Words words : any) {
          if (found.size() < 5 && words.names(link)) {
            found.add(shown(text.page(), link));
          }
        }
      }
    }
    return found.stream().distinct().toList();
  }

  private static Evidence shown(Link link) {
    return new Evidence(link.address().toString(), "link", Folding.clean(link.text()));
  }

  private static Evidence shown(Page on, Link link) {
    String said = Folding.clean(link.text()) + " → " + link.address();
    return new Evidence(on.address().toString(), "link", said);
  }

  /// Not found; where not everything could be seen, a person looks.
  static Finding absent(Criterion criterion, String reason, SiteSeen site) {
    List<Evidence> looked =
        List.of(
            new Evidence(
                site.start().address().toString(),
                "pages_read",
                String.valueOf(site.pages().size())));
    return site.incomplete() && !site.pages().isEmpty()
        ? Found.person(criterion, reason, looked)
        : Found.failed(criterion, reason, looked);
  }
}
