package io.openvpos.fraud.lists.http;

import io.openvpos.fraud.lists.ListDesk;
import io.openvpos.fraud.lists.ListEntries;
import io.openvpos.fraud.lists.ListsInForce;
import io.openvpos.fraud.lists.csv.ListCsv;
import io.openvpos.fraud.lists.domain.ListEntry;
import io.openvpos.fraud.lists.domain.ListName;
import io.openvpos.fraud.lists.reading.CsvReading;
import io.openvpos.fraud.lists.reading.ListRequests;
import io.openvpos.fraud.lists.reading.WishReading;
import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.PageLimit;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.RequestBytes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/// Entries of the allow, block and watch lists.
@RestController
@RequestMapping("/v1/lists")
class ListController {

  private static final int MAX_BYTES = 2 * 1024 * 1024;

  private final ListEntries entries;
  private final ListsInForce held;
  private final ListDesk desk;
  private final JsonBody body;
  private final Clock clock;

  ListController(
      ListEntries entries, ListsInForce held, ListDesk desk, JsonBody body, Clock clock) {
    this.entries = entries;
    this.held = held;
    this.desk = desk;
    this.body = body;
    this.clock = clock;
  }

  @GetMapping
  ListAnswer.Page list(
      @Parameter(hidden = true) Caller caller,
      @RequestParam(required = false) @Nullable String list,
      @RequestParam(defaultValue = "20") String limit,
      @RequestParam(name = "starting_after", required = false) @Nullable String startingAfter) {
    reading(caller);
    int wanted = PageLimit.of(limit);
    List<ListEntry> found = entries.page(named(list), startingAfter, wanted + 1);
    return new ListAnswer.Page(
        found.stream().limit(wanted).map(ListAnswer::of).toList(), found.size() > wanted);
  }

  @GetMapping("/{id}")
  ListAnswer get(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
    reading(caller);
    return entries
        .find(id)
        .map(ListAnswer::of)
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  @Operation(
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = ListRequests.Add.class))))
  @PostMapping
  ResponseEntity<ListAnswer> add(
      @Parameter(hidden = true) Caller caller, ServerWebExchange exchange) {
    Caller.Staff analyst = Access.require(caller, Role.FRAUD_ANALYST);
    ListRequests.Add sent = body.read(exchange, ListRequests.Add.class);
    WishReading reading = new WishReading("analyst", clock.instant());
    ListDesk.Wish wish = reading.read(sent, "").orElse(null);
    reading.check();
    if (wish == null) {
      throw new IllegalStateException("neither read nor refused");
    }
    held.requireRoom(1);
    ListDesk.Added added = desk.add(wish, analyst.subject());
    return ResponseEntity.status(added.added() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(ListAnswer.of(added.entry()));
  }

  @DeleteMapping("/{id}")
  ListAnswer remove(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
    Caller.Staff analyst = Access.require(caller, Role.FRAUD_ANALYST);
    return desk.remove(id, analyst.subject())
        .map(ListAnswer::of)
        .orElseThrow(() -> ProblemException.of(404, "not_found"));
  }

  @GetMapping("/csv")
  ResponseEntity<byte[]> download(
      @Parameter(hidden = true) Caller caller,
      @RequestParam(required = false) @Nullable String list) {
    reading(caller);
    Instant now = clock.instant();
    List<ListEntry> found =
        entries.page(named(list), null, 0).stream().filter(e -> e.standsFor(now)).toList();
    return ResponseEntity.ok()
        .header("Content-Type", "text/csv; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"lists.csv\"")
        .header("X-Content-Type-Options", "nosniff")
        .body(ListCsv.write(found).getBytes(StandardCharsets.UTF_8));
  }

  @Operation(
      description =
          "A CSV with the columns list, value and reason, and mode and expires_at where wanted. All"
              + " of it is taken, or nothing.")
  @PostMapping("/csv")
  ListAnswer.Imported upload(@Parameter(hidden = true) Caller caller, ServerWebExchange exchange) {
    Caller.Staff analyst = Access.require(caller, Role.FRAUD_ANALYST);
    List<ListDesk.Wish> wishes =
        CsvReading.read(RequestBytes.file(exchange, MAX_BYTES), clock.instant());
    held.requireRoom(wishes.size());
    return new ListAnswer.Imported(wishes.size(), desk.addAll(wishes, analyst.subject()));
  }

  private static void reading(Caller caller) {
    Access.require(caller, Role.FRAUD_ANALYST, Role.ACQUIRER_OPS, Role.AUDITOR);
  }

  private static @Nullable ListName named(@Nullable String code) {
    return code == null
        ? null
        : ListName.of(code)
            .orElseThrow(
                () -> ProblemException.of(400, "validation_failed").field("list", "list_unknown"));
  }
}
