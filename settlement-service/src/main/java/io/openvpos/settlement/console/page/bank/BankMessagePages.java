package io.openvpos.settlement.console.page.bank;

import io.openvpos.page.NavEntry;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import io.openvpos.page.UploadedFile;
import io.openvpos.settlement.bankstatement.BankMessageIntake;
import io.openvpos.settlement.bankstatement.BankMessages;
import io.openvpos.settlement.bankstatement.BankMessages.Filed;
import io.openvpos.settlement.bankstatement.domain.BankMessage;
import io.openvpos.settlement.console.page.Console;
import io.openvpos.settlement.console.page.FileFault;
import io.openvpos.settlement.iso20022.InvalidMessageException;
import io.openvpos.settlement.iso20022.RefusedMessageException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/// The bank's messages: pain.002, camt.053 and camt.054 in, and what came of each.
@PageController
final class BankMessagePages {

  static final String MESSAGES = Console.START + "/bank-messages";
  private static final int NEWEST = 100;

  private final BankMessageIntake intake;
  private final BankMessages messages;

  BankMessagePages(BankMessageIntake intake, BankMessages messages) {
    this.intake = intake;
    this.messages = messages;
  }

  @Bean
  static NavEntry bankMessagesEntry() {
    return Console.financeEntry(143, MESSAGES, "bank.messages");
  }

  @GetMapping(MESSAGES)
  Rendering list(PageCaller caller) {
    Console.requireFinance(caller);
    return listed(caller, List.of(), 200);
  }

  /// The form's file comes as a part; the frame has checked the token in the address.
  @PostMapping(MESSAGES)
  Rendering take(PageCaller caller) {
    String person = Console.financier(caller);
    byte[] xml = UploadedFile.read(caller.exchange(), BankMessageIntake.MOST_BYTES).bytes();
    if (xml.length == 0) {
      return refused(caller, "/", "required");
    }
    if (xml.length > BankMessageIntake.MOST_BYTES) {
      return refused(caller, "/", "file_too_large");
    }
    try {
      BankMessageIntake.Taken taken = intake.take(xml, person);
      return caller.redirect(
          MESSAGES + "/" + taken.message().id(), taken.repeated() ? "bank.known" : "bank.taken");
    } catch (InvalidMessageException invalid) {
      return refused(caller, "/lines/" + invalid.line(), "message_invalid");
    } catch (RefusedMessageException refused) {
      return refused(caller, refused.pointer(), refused.code());
    }
  }

  @GetMapping(MESSAGES + "/{id}")
  Rendering one(
      PageCaller caller, @PathVariable String id, @RequestParam(defaultValue = "") String after) {
    Console.requireFinance(caller);
    BankMessage message = messages.find(id).orElseThrow(Console::notFound);
    List<Filed> bookings =
        messages.bookings(
            new BankMessages.Query(null, id), after.isEmpty() ? null : after, Console.A_PAGE + 1);
    return caller
        .page("finance/bank-message")
        .with("message", message)
        .with("counts", counts(message))
        .with("bookings", Console.shown(bookings))
        .with(
            "older",
            Console.hasMore(bookings) ? bookings.get(Console.A_PAGE - 1).booking().id() : "")
        .rendering();
  }

  private Rendering refused(PageCaller caller, String place, String code) {
    return listed(caller, List.of(FileFault.of(caller, place, code)), 422);
  }

  /// What came of it, in one order for every look.
  private static SortedMap<String, Long> counts(BankMessage message) {
    BankMessage.Result result = message.result();
    return new TreeMap<>(result == null ? Map.of() : result.counts());
  }

  private Rendering listed(PageCaller caller, List<FileFault> faults, int status) {
    List<BankMessage> newest = messages.list(NEWEST);
    return caller
        .page("finance/bank-messages")
        .with("messages", newest)
        .with(
            "counts",
            newest.stream().collect(Collectors.toMap(BankMessage::id, BankMessagePages::counts)))
        .with("faults", faults)
        .with("mayTake", Console.isFinancier(caller))
        .status(status)
        .rendering();
  }
}
