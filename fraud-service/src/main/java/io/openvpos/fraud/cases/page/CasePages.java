package io.openvpos.fraud.cases.page;

import io.openvpos.card.CardNumbers;
import io.openvpos.fraud.cases.CaseDesk;
import io.openvpos.fraud.cases.Cases;
import io.openvpos.fraud.cases.Evidence;
import io.openvpos.fraud.cases.domain.CaseStatus;
import io.openvpos.fraud.cases.domain.ReviewCase;
import io.openvpos.fraud.cases.domain.ReviewCase.Move;
import io.openvpos.fraud.cases.domain.ReviewCase.Refused;
import io.openvpos.fraud.lists.domain.ListEntity;
import io.openvpos.fraud.lists.domain.ListValue;
import io.openvpos.fraud.rules.RuleSets;
import io.openvpos.fraud.rules.judging.ListFindings;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageForm;
import io.openvpos.page.PageModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/// The queue of payments under review, and one of them with all that speaks for or against it.
@PageController
final class CasePages {

  private static final int A_PAGE = 50;
  private static final int MOST_LETTERS = 1_000;
  private static final int MOST_HOURS = 24 * 90;

  /// What a conclusion may block, in the order of the form.
  private static final List<ListEntity> BLOCKABLE =
      List.of(ListEntity.CARD, ListEntity.EMAIL, ListEntity.IP, ListEntity.DEVICE);

  private final Cases cases;
  private final CaseDesk desk;
  private final Evidence evidence;
  private final ReasonWords words;
  private final Clock clock;

  CasePages(Cases cases, CaseDesk desk, Evidence evidence, RuleSets sets, Clock clock) {
    this.words = new ReasonWords(sets);
    this.cases = cases;
    this.desk = desk;
    this.evidence = evidence;
    this.clock = clock;
  }

  /// A case with how long it waits.
  ///
  /// @param hours since it was opened
  record Row(ReviewCase of, long hours, boolean overdue) {}

  @GetMapping(CaseMenu.START)
  Rendering start(PageCaller caller) {
    caller.require(CaseMenu.READERS);
    return caller.redirect(CaseMenu.CASES);
  }

  @GetMapping(CaseMenu.CASES)
  Rendering list(
      PageCaller caller,
      @RequestParam(defaultValue = "open") String status,
      @RequestParam(defaultValue = "") String after) {
    caller.require(CaseMenu.READERS);
    CaseStatus asked = CaseStatus.of(status).orElse(CaseStatus.OPEN);
    ReviewCase before = after.isEmpty() ? null : existing(after);
    List<ReviewCase> found = cases.page(asked, null, before, A_PAGE + 1);
    Instant now = clock.instant();
    return caller
        .page("fraud/cases")
        .with("cases", found.stream().limit(A_PAGE).map(one -> row(one, now)).toList())
        .with("snoozes", cases.snoozes(now))
        .with("statuses", List.of(CaseStatus.values()))
        .with("status", asked.code())
        .with("words", words.in(caller, found.stream().flatMap(one -> one.reasons().stream())))
        .with("more", found.size() > A_PAGE ? found.get(A_PAGE - 1).id() : "")
        .rendering();
  }

  @GetMapping(CaseMenu.CASES + "/{id}")
  Rendering one(PageCaller caller, @PathVariable String id) {
    caller.require(CaseMenu.READERS);
    return shown(caller, existing(id)).rendering();
  }

  @PostMapping(CaseMenu.CASES + "/{id}/assign")
  Rendering assign(PageCaller caller, @PathVariable String id) {
    String person = caller.require(Role.FRAUD_ANALYST).subject();
    return done(caller, id, desk.assign(existing(id), person));
  }

  @PostMapping(CaseMenu.CASES + "/{id}/release")
  Rendering release(PageCaller caller, @PathVariable String id) {
    String person = caller.require(Role.FRAUD_ANALYST).subject();
    return done(caller, id, desk.release(existing(id), person));
  }

  @PostMapping(CaseMenu.CASES + "/{id}/conclude")
  Rendering conclude(PageCaller caller, @PathVariable String id, PageForm form) {
    String person = caller.require(Role.FRAUD_ANALYST).subject();
    ReviewCase there = existing(id);
    String outcome = form.text("outcome");
    boolean fraud = outcome.equals(CaseStatus.DECLINED.code());
    String note = form.text("note");
    PageErrors errors =
        caller
            .errors()
            .check(fraud || outcome.equals(CaseStatus.APPROVED.code()), "outcome", "required")
            .check(!fraud || !note.isEmpty(), "note", "required")
            .check(note.length() <= MOST_LETTERS, "note", "too_long")
            .check(!CardNumbers.mayBeIn(note), "note", "card_number_not_allowed");
    if (!errors.isEmpty()) {
      return shown(caller, there).rejected(form, errors).rendering();
    }
    List<ListEntity> block =
        BLOCKABLE.stream().filter(each -> fraud && form.has("block_" + each.code())).toList();
    return done(caller, id, desk.conclude(there, fraud, new CaseDesk.Finding(note, block), person));
  }

  /// Payments that share something with this one open no case for a time.
  @PostMapping(CaseMenu.CASES + "/{id}/snooze")
  Rendering snooze(PageCaller caller, @PathVariable String id, PageForm form) {
    String person = caller.require(Role.FRAUD_ANALYST).subject();
    ReviewCase there = existing(id);
    String value = snoozable(there).getOrDefault(form.text("snooze_entity"), "");
    String typed = form.text("snooze_hours");
    int hours = typed.matches("[0-9]{1,4}") ? Integer.parseInt(typed) : 0;
    String reason = form.text("snooze_reason");
    PageErrors errors =
        caller
            .errors()
            .check(!value.isEmpty(), "snooze_entity", "required")
            .check(hours >= 1 && hours <= MOST_HOURS, "snooze_hours", "out_of_range")
            .check(!reason.isEmpty(), "snooze_reason", "required")
            .check(reason.length() <= MOST_LETTERS, "snooze_reason", "too_long")
            .check(!CardNumbers.mayBeIn(reason), "snooze_reason", "card_number_not_allowed");
    if (!errors.isEmpty()) {
      return shown(caller, there).rejected(form, errors).rendering();
    }
    Instant until = clock.instant().plus(Duration.ofHours(hours));
    cases.snooze(new Cases.Snooze(form.text("snooze_entity"), value, until, reason, person));
    return caller.redirect(CaseMenu.CASES + "/" + id, "fraud.noted");
  }

  /// What the payment has of what can be snoozed, by the code of its kind.
  private static Map<String, String> snoozable(ReviewCase one) {
    Map<String, String> values = new LinkedHashMap<>();
    for (ListEntity entity : CaseDesk.SNOOZABLE) {
      ListValue.canonical(entity, ListFindings.value(entity, one.payment()))
          .ifPresent(value -> values.put(entity.code(), value));
    }
    return values;
  }

  private PageModel shown(PageCaller caller, ReviewCase one) {
    boolean open = one.conclusion() == null;
    Map<String, String> entities = new LinkedHashMap<>();
    snoozable(one).keySet().forEach(each -> entities.put(each, caller.text("fraud." + each)));
    return caller
        .page("fraud/case")
        .with("row", row(one, clock.instant()))
        .with("words", words.in(caller, one.reasons().stream()))
        .with("timeline", evidence.timeline(one))
        .with("known", evidence.labels(one))
        .with("lists", evidence.lists(one))
        .with("linked", evidence.linked(one))
        .with("blockable", BLOCKABLE)
        .with("snoozable", entities)
        .with("maySnooze", caller.has(Role.FRAUD_ANALYST))
        .with("mayAct", open && caller.has(Role.FRAUD_ANALYST));
  }

  private static Rendering done(PageCaller caller, String id, Move move) {
    if (move instanceof Refused(String code)) {
      throw ProblemException.of(409, code);
    }
    return caller.redirect(CaseMenu.CASES + "/" + id, "fraud.noted");
  }

  private static Row row(ReviewCase one, Instant now) {
    ReviewCase.@Nullable Conclusion found = one.conclusion();
    Instant until = found == null ? now : found.at();
    return new Row(
        one,
        Math.max(0, Duration.between(one.openedAt(), until).toHours()),
        found == null && now.isAfter(one.dueAt()));
  }

  private ReviewCase existing(String id) {
    return cases.find(id).orElseThrow(() -> ProblemException.of(404, "not_found"));
  }
}
