package io.openvpos.merchant.sitecheck.domain.seen;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An HTML page, read.
///
/// @param language as the page says itself, else empty
/// @param headings the title and the headings of the first two ranks
/// @param text everything that a reader sees, at most [#MOST_TEXT] characters
/// @param scripts how many there are
/// @param sentTo where the page itself sends its reader, by `refresh` or a script's first line
public record Page(
    URI address,
    String language,
    String headings,
    String text,
    List<Link> links,
    List<Form> forms,
    int scripts,
    @Nullable URI sentTo) {

  public static final int MOST_TEXT = 200_000;
  private static final int A_FEW_WORDS = 200;

  public Page {
    links = List.copyOf(links);
    forms = List.copyOf(forms);
  }

  public Page withoutLinksTo(Set<URI> dead) {
    List<Link> alive = links.stream().filter(link -> !dead.contains(link.address())).toList();
    return new Page(address, language, headings, text, alive, forms, scripts, sentTo);
  }

  /// True if a browser's scripts draw the page and there is next to nothing to read without them.
  public boolean drawnByScript() {
    return scripts > 0 && text.length() < A_FEW_WORDS;
  }
}
