package io.openvpos.merchant.contract.page;

import io.openvpos.merchant.access.Actors;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.contract.ContractProposals;
import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractBook.Outcome;
import io.openvpos.merchant.contract.domain.ProposedVersion;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.NavEntry;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.PageForm;
import io.openvpos.page.PageModel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/// The versions of a contract, newest first. Staff propose over the API; here a second one reads
/// what is proposed and approves exactly that, or withdraws it.
@PageController
final class ContractPages {

  private static final String OWN = "/portal/contract";
  private static final String OF_ONE = "/portal/merchants/{id}/contract";

  private final ContractProposals proposals;

  ContractPages(ContractProposals proposals) {
    this.proposals = proposals;
  }

  @Bean
  static NavEntry contractEntry() {
    return NavEntry.of(35, OWN, "contract.menu", Role.MERCHANT_ADMIN, Role.MERCHANT_FINANCE);
  }

  @GetMapping(OWN)
  Rendering own(PageCaller caller) {
    String id = caller.merchant(Role.MERCHANT_ADMIN, Role.MERCHANT_FINANCE);
    return shown(caller, id).with("proposed", List.of()).rendering();
  }

  @GetMapping(OF_ONE)
  Rendering ofOne(PageCaller caller, @PathVariable String id) {
    caller.require(Role.ACQUIRER_OPS, Role.ACQUIRER_FINANCE, Role.AUDITOR);
    ProposedVersion proposed = book(id).proposed();
    return shown(caller, id)
        .with("proposed", proposed == null ? List.of() : List.of(proposed))
        .rendering();
  }

  @PostMapping(OF_ONE + "/approval")
  Rendering approve(PageCaller caller, @PathVariable String id, PageForm form) {
    Actor by = operator(caller);
    done(proposals.approve(id, version(form), Optional.of(form.text("proposal")), by));
    return caller.redirect(path(id), "contract.approved");
  }

  @PostMapping(OF_ONE + "/withdrawal")
  Rendering withdraw(PageCaller caller, @PathVariable String id, PageForm form) {
    Actor by = operator(caller);
    done(proposals.withdraw(id, version(form), by));
    return caller.redirect(path(id), "contract.withdrawn");
  }

  private PageModel shown(PageCaller caller, String id) {
    return caller
        .page("contract/versions")
        .with("merchantId", id)
        .with("versions", book(id).versions().reversed())
        .with("mayAct", caller.has(Role.ACQUIRER_OPS));
  }

  private ContractBook book(String id) {
    return proposals.find(id).orElseThrow(() -> ProblemException.of(404, "not_found")).book();
  }

  private static void done(Optional<Outcome> outcome) {
    switch (outcome.orElseThrow(() -> ProblemException.of(404, "not_found"))) {
      case Outcome.Accepted _ -> {
        // The page that follows shows it.
      }
      case Outcome.Refused(ContractBook.Refusal reason) ->
          throw ProblemException.of(409, "contract_" + reason.name().toLowerCase(Locale.ROOT));
    }
  }

  private static Actor operator(PageCaller caller) {
    return Actors.of(caller.require(Role.ACQUIRER_OPS), caller.exchange());
  }

  private static int version(PageForm form) {
    try {
      return Integer.parseInt(form.text("version"));
    } catch (NumberFormatException none) {
      throw ProblemException.of(400, "malformed_form");
    }
  }

  private static String path(String id) {
    return "/portal/merchants/" + id + "/contract";
  }
}
