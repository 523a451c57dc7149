package io.openvpos.fraud.lists.page;

import io.openvpos.fraud.lists.ListDesk;
import io.openvpos.fraud.lists.ListEntries;
import io.openvpos.fraud.lists.ListsInForce;
import io.openvpos.fraud.lists.domain.ListEntity;
import io.openvpos.fraud.lists.domain.ListEntry;
import io.openvpos.fraud.lists.domain.ListName;
import io.openvpos.fraud.lists.domain.ListValue;
import io.openvpos.fraud.lists.reading.CsvReading;
import io.openvpos.fraud.lists.reading.ListRequests;
import io.openvpos.fraud.lists.reading.WishReading;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageErrors;
import io.openvpos.page.PageForm;
import io.openvpos.page.PageModel;
import io.openvpos.page.UploadedFile;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/// The entries of all lists: search, add, remove, file in and out.
@PageController
final class ListPages {

  private static final int A_PAGE = 50;
  private static final int MAX_BYTES = 2 * 1024 * 1024;
  private static final int MOST_ERRORS_SHOWN = 20;

  private final ListEntries entries;
  private final ListsInForce held;
  private final ListDesk desk;
  private final Clock clock;

  ListPages(ListEntries entries, ListsInForce held, ListDesk desk, Clock clock) {
    this.entries = entries;
    this.held = held;
    this.desk = desk;
    this.clock = clock;
  }

  @GetMapping(ListMenu.LISTS)
  Rendering list(
      PageCaller caller,
      @RequestParam(defaultValue = "") String list,
      @RequestParam(defaultValue = "") String search,
      @RequestParam(defaultValue = "") String after) {
    caller.require(ListMenu.READERS);
    return shown(caller, list, search, after).rendering();
  }

  @PostMapping(ListMenu.LISTS)
  Rendering add(PageCaller caller, PageForm form) {
    String person = caller.require(Role.FRAUD_ANALYST).subject();
    PageErrors errors = caller.errors();
    String hours = form.text("ttl_hours");
    boolean whole = hours.matches("[0-9]{0,6}");
    WishReading reading = new WishReading("analyst", clock.instant());
    ListRequests.Add sent =
        new ListRequests.Add(
            form.text("list"),
            form.text("value"),
            form.text("mode"),
            form.text("reason"),
            whole && !hours.isEmpty() ? Integer.valueOf(hours) : null,
            null);
    try {
      ListDesk.@Nullable Wish wish = reading.read(sent, "").orElse(null);
      reading.check();
      errors.check(whole, "ttl_hours", "out_of_range");
      if (wish != null && errors.isEmpty()) {
        held.requireRoom(1);
        desk.add(wish, person);
        return caller.redirect(ListMenu.LISTS + "?list=" + wish.list().code(), "fraud.noted");
      }
    } catch (ProblemException refused) {
      if (refused.fields().isEmpty()) {
        throw refused;
      }
      errors.add(refused);
    }
    return shown(caller, form.text("list"), "", "").rejected(form, errors).rendering();
  }

  @PostMapping(ListMenu.LISTS + "/{id}/remove")
  Rendering remove(PageCaller caller, @PathVariable String id) {
    String person = caller.require(Role.FRAUD_ANALYST).subject();
    ListEntry gone =
        desk.remove(id, person).orElseThrow(() -> ProblemException.of(404, "not_found"));
    return caller.redirect(ListMenu.LISTS + "?list=" + gone.list().code(), "fraud.noted");
  }

  @PostMapping(ListMenu.LISTS + "/file")
  Rendering upload(PageCaller caller) {
    String person = caller.require(Role.FRAUD_ANALYST).subject();
    UploadedFile sent = UploadedFile.read(caller.exchange(), MAX_BYTES);
    if (sent.bytes().length > MAX_BYTES) {
      throw ProblemException.of(413, "payload_too_large");
    }
    try {
      List<ListDesk.Wish> wishes = CsvReading.read(sent.bytes(), clock.instant());
      held.requireRoom(wishes.size());
      desk.addAll(wishes, person);
      return caller.redirect(ListMenu.LISTS, "fraud.noted");
    } catch (ProblemException refused) {
      return shown(caller, "", "", "")
          .with("faults", faults(caller, refused))
          .status(422)
          .rendering();
    }
  }

  /// Row by row, or what is wrong with the file as a whole.
  private static List<String> faults(PageCaller caller, ProblemException refused) {
    if (refused.fields().isEmpty()) {
      return List.of(
          caller.problemText(
              "problem." + refused.code() + ".detail", refused.arguments().toArray()));
    }
    return refused.fields().stream()
        .limit(MOST_ERRORS_SHOWN)
        .map(error ->
            error.pointer().replaceFirst("^/rows/", "")
                + ": "
                + caller.problemText("field." + error.code(), error.arguments().toArray()))
        .toList();
  }

  private PageModel shown(PageCaller caller, String list, String search, String after) {
    @Nullable ListName name = ListName.of(list).orElse(null);
    List<ListEntry> found =
        search.isBlank()
            ? entries.page(name, after.isEmpty() ? null : after, A_PAGE + 1)
            : matching(name, search);
    Map<String, String> names = new LinkedHashMap<>();
    ListName.values().forEach(each -> names.put(each.code(), text(caller, each)));
    Map<String, String> modes = new LinkedHashMap<>();
    List.of("", "live", "test")
        .forEach(
            mode -> modes.put(mode, caller.text("fraud.mode." + (mode.isEmpty() ? "both" : mode))));
    return caller
        .page("fraud/lists")
        .with("entries", found.stream().limit(A_PAGE).toList())
        .with("names", names)
        .with("modes", modes)
        .with("list", name == null ? "" : name.code())
        .with("search", search)
        .with("more", found.size() > A_PAGE ? found.get(A_PAGE - 1).id() : "")
        .with("faults", List.of())
        .with("mayAct", caller.has(Role.FRAUD_ANALYST));
  }

  /// The value in whatever way its list writes it.
  private List<ListEntry> matching(@Nullable ListName name, String search) {
    return Stream.of(ListEntity.values())
        .flatMap(entity -> ListValue.canonical(entity, search).stream())
        .distinct()
        .flatMap(value -> entries.ofValue(value).stream())
        .filter(entry -> name == null || entry.list().equals(name))
        .distinct()
        .limit(A_PAGE)
        .toList();
  }

  private static String text(PageCaller caller, ListName name) {
    return caller.text("fraud.list." + name.purpose().code())
        + " · "
        + caller.text("fraud." + name.entity().code());
  }
}
