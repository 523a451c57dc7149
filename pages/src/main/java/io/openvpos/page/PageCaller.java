package io.openvpos.page;

import io.openvpos.messaging.access.Access;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.Messages;
import io.openvpos.messaging.http.ProblemException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/// Who looks at a page, and in which language. An argument of every page method; the frame makes
/// it, once for each request.
public final class PageCaller {

  /// What the frame found out about a request.
  ///
  /// @param csrf what the forms of this caller must carry
  /// @param flash key of a text to be shown once
  public record Visit(
      Locale language, Optional<PageSession> session, String csrf, Optional<String> flash) {}

  private final ServerWebExchange exchange;
  private final Visit visit;
  private final List<NavEntry> menu;
  private final Texts texts;

  public PageCaller(
      ServerWebExchange exchange,
      Visit visit,
      List<NavEntry> menu,
      MessageSource pages,
      Messages problems) {
    this.exchange = exchange;
    this.visit = visit;
    this.menu = List.copyOf(menu);
    texts = new Texts(pages, problems, visit.language());
  }

  public Locale language() {
    return visit.language();
  }

  public Optional<PageSession> session() {
    return visit.session();
  }

  public boolean isSignedIn() {
    return visit.session().isPresent();
  }

  /// The signed-in person; 401 on a public page that nobody signed in for.
  public Caller.Staff staff() {
    return visit
        .session()
        .map(PageSession::staff)
        .orElseThrow(() -> ProblemException.of(401, "unauthenticated"));
  }

  /// As [Access#require]: 403 where none of the roles is held.
  public Caller.Staff require(Role... any) {
    return Access.require(staff(), any);
  }

  /// The merchant of a merchant user with one of the roles; else 403.
  public String merchant(Role... any) {
    return require(any).ownMerchant().orElseThrow(() -> ProblemException.of(403, "forbidden"));
  }

  public boolean has(Role... any) {
    return visit.session().map(session -> session.staff().has(any)).orElse(false);
  }

  /// For calls of other services on behalf of this person.
  public String token() {
    return visit
        .session()
        .map(PageSession::token)
        .orElseThrow(() -> ProblemException.of(401, "unauthenticated"));
  }

  public String csrf() {
    return visit.csrf();
  }

  /// A text of the pages in this caller's language.
  public String text(String key, Object... values) {
    return texts.page(key, values);
  }

  /// A text of problems, `problem.<code>.detail`: the pages' own where they have one, since the
  /// API's speaks to programmers.
  public String problemText(String key, Object... values) {
    String own = texts.page(key, values);
    return own.equals(key) ? texts.problem(key, values) : own;
  }

  public Formats format() {
    return new Formats(visit.language());
  }

  public PageErrors errors() {
    return new PageErrors(texts);
  }

  public PageModel page(String view) {
    return new PageModel(view, this);
  }

  public Rendering redirect(String path) {
    return Rendering.redirectTo(path).build();
  }

  /// Post/Redirect/Get: the page at `path` shows the text of `flashKey` once.
  public Rendering redirect(String path, String flashKey) {
    exchange.getResponse().addCookie(Cookies.flash(flashKey));
    return redirect(path);
  }

  /// What the page before left to be said; empty if nothing.
  public String flash() {
    return visit.flash().map(key -> texts.page(key)).orElse("");
  }

  /// The menu of this person.
  public List<NavEntry> menu() {
    return visit
        .session()
        .map(session ->
            menu.stream()
                .filter(entry -> entry.isFor(session.staff().roles()))
                .sorted(Comparator.comparingInt(NavEntry::order))
                .toList())
        .orElse(List.of());
  }

  public String path() {
    return exchange.getRequest().getPath().pathWithinApplication().value();
  }

  /// True for the menu entry that this page belongs to.
  public boolean isWithin(String entryPath) {
    boolean below = !entryPath.equals("/portal") && path().startsWith(entryPath + "/");
    return path().equals(entryPath) || below;
  }

  public ServerWebExchange exchange() {
    return exchange;
  }
}
