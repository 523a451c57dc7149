package io.openvpos.merchant.branch.page;

import io.openvpos.merchant.branch.Branches;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/// Branches by city.
@PageController
final class BranchPages {

  private final Branches branches;

  BranchPages(Branches branches) {
    this.branches = branches;
  }

  @GetMapping("/apply/branches")
  Rendering find(PageCaller caller, @RequestParam(required = false) @Nullable String city) {
    String wanted = city == null ? "" : city.strip();
    return caller
        .page("branches/list")
        .with("cities", branches.cities())
        .with("city", wanted)
        .with("branches", branches.in(wanted))
        .rendering();
  }
}
