package io.openvpos.fraud.backtest.page;

import io.openvpos.fraud.backtest.BackTest;
import io.openvpos.fraud.model.Models;
import io.openvpos.fraud.model.ScoringModel;
import io.openvpos.fraud.scoring.ModelThresholds;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.NavEntry;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageForm;
import io.openvpos.page.PageModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/// The model that scores and the one in shadow side by side, and both tried on payments of the
/// past.
@PageController
final class ModelPages {

  private static final String PATH = "/portal/fraud/models";
  private static final Role[] READERS = {Role.FRAUD_ANALYST, Role.AUDITOR};
  private static final String LIVE = "live";
  private static final String SHADOW = "shadow";
  private static final int ONE = 10_000;
  private static final Map<String, String> SUGGESTED = Map.of("days", "30", "from", "90");

  private final Models models;
  private final ModelThresholds thresholds;
  private final BackTest backTest;

  ModelPages(Models models, ModelThresholds thresholds, BackTest backTest) {
    this.models = models;
    this.thresholds = thresholds;
    this.backTest = backTest;
  }

  /// The entry of the menu.
  @Configuration(proxyBeanMethods = false)
  static class Menu {
    @Bean
    NavEntry fraudModelsEntry() {
      return NavEntry.of(125, PATH, "fraud.models", READERS);
    }
  }

  /// A model with what it does now.
  ///
  /// @param does `decides`, `advises` or `shadow`
  /// @param sentences the same at length
  record Shown(String id, ModelCard card, String does, List<String> sentences) {}

  /// @param from the probability from which on it would have declined, as a share
  record Result(String id, String name, double from, BackTest.OfModel made) {}

  @GetMapping(PATH)
  Rendering list(PageCaller caller) {
    caller.require(READERS);
    return page(caller).with("form", SUGGESTED).rendering();
  }

  @PostMapping(PATH)
  Rendering run(PageCaller caller, PageForm form) {
    caller.require(Role.FRAUD_ANALYST);
    PageErrors errors = caller.errors();
    String id = form.text("model");
    ScoringModel model = named(id);
    errors.check(model != null, "model", id.isEmpty() ? "required" : "invalid");
    BackTest.Span span = SpanFields.read(form, errors);
    double from = (double) basisPoints(form.text("from"), errors) / ONE;
    if (model == null || !errors.isEmpty()) {
      return page(caller).rejected(form, errors).rendering();
    }
    PageModel page = page(caller).with("form", form.shownAgain());
    try {
      BackTest.OfModel made = backTest.run(model, from, span);
      return page.with("result", new Result(id, model.name(), from, made)).rendering();
    } catch (ProblemException refused) {
      String why = caller.problemText(refused.detailKey());
      return page.with("refused", why).status(refused.status()).rendering();
    }
  }

  /// Percent with two decimals at most, with a point or a comma; 0 where an error was noted.
  private static int basisPoints(String typed, PageErrors errors) {
    if (!typed.matches("[0-9]{1,3}([.,][0-9]{1,2})?")) {
      errors.reject("from", typed.isEmpty() ? "required" : "invalid_format");
      return 0;
    }
    int points = new BigDecimal(typed.replace(',', '.')).movePointRight(2).intValueExact();
    errors.check(points >= 1 && points <= ONE, "from", "out_of_range");
    return points;
  }

  private PageModel page(PageCaller caller) {
    List<Shown> shown = new ArrayList<>();
    Map<String, String> choices = new LinkedHashMap<>();
    for (String id : List.of(LIVE, SHADOW)) {
      ScoringModel model = named(id);
      if (model != null) {
        shown.add(shown(id, model, caller));
        choices.put(id, caller.text("fraud.models." + id) + ": " + model.name());
      }
    }
    return caller
        .page("fraud/models")
        .with("models", shown)
        .with("choices", choices)
        .with("noShadow", models.shadow() == null)
        .with("modes", SpanFields.modes(caller))
        .with("shares", new Shares(caller))
        .with("mayAct", caller.has(Role.FRAUD_ANALYST));
  }

  private Shown shown(String id, ScoringModel model, PageCaller caller) {
    ModelCard card = ModelCard.of(model, caller);
    if (id.equals(SHADOW)) {
      return new Shown(id, card, SHADOW, List.of(caller.text("fraud.models.shadow.what")));
    }
    if (thresholds.onlyAdvise()) {
      return new Shown(id, card, "advises", List.of(caller.text("fraud.models.advises.what")));
    }
    List<String> sentences = new ArrayList<>();
    sentence(caller, "review", thresholds.reviewAtBasisPoints(), sentences);
    sentence(caller, "decline", thresholds.declineAtBasisPoints(), sentences);
    return new Shown(id, card, "decides", sentences);
  }

  private static void sentence(PageCaller caller, String what, int from, List<String> sentences) {
    if (from < ModelThresholds.NEVER) {
      sentences.add(caller.text("fraud.models.decides." + what, caller.format().rate(from)));
    }
  }

  private @Nullable ScoringModel named(String id) {
    return switch (id) {
      case LIVE -> models.live();
      case SHADOW -> models.shadow();
      default -> null;
    };
  }
}
