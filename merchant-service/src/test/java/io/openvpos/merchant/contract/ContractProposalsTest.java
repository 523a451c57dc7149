package io.openvpos.merchant.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractBook.Outcome;
import io.openvpos.merchant.contract.domain.ContractBook.Refusal;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.messaging.day.BusinessDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ContractProposalsTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final ContractTerms TERMS = ContractTerms.demo();
  private static final Actor AYSE = new Actor("ayse@bank", "10.0.0.1");
  private static final Actor CAN = new Actor("can@bank", "10.0.0.2");

  private final Books books = new Books();
  private final Clock clock = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);
  private final BusinessDays days = new BusinessDays(clock);
  private final ContractProposals proposals = new ContractProposals(books, days, clock);

  ContractProposalsTest() {
    days.opened(MONDAY, Instant.parse("2026-11-23T21:00:00Z"));
  }

  @Test
  void twoPeopleMakeAVersionAndBothActsAreRecorded() {
    assertThat(accepted(propose(MONDAY.plusDays(1), AYSE)).versions()).hasSize(1);
    ContractBook agreed =
        accepted(proposals.approve("mer_1", 2, Optional.empty(), CAN).orElseThrow());

    assertThat(agreed.inForce(MONDAY.plusDays(1)).version()).isEqualTo(2);
    assertThat(agreed.inForce(MONDAY).version()).isEqualTo(1);
    assertThat(books.actions)
        .extracting(action -> action.name() + " " + action.actor().who())
        .containsExactly("contract.proposed ayse@bank", "contract.approved can@bank");
  }

  @Test
  void whatIsRefusedChangesAndRecordsNothing() {
    assertThat(propose(MONDAY, AYSE)).isEqualTo(new Outcome.Refused(Refusal.DAY_ALREADY_OPEN));
    assertThat(proposals.approve("mer_1", 2, Optional.empty(), CAN))
        .contains(new Outcome.Refused(Refusal.NOT_PROPOSED));
    assertThat(proposals.propose("mer_2", TERMS, MONDAY.plusDays(1), AYSE)).isEmpty();
    assertThat(books.actions).isEmpty();
  }

  @Test
  void anApprovalIsOfTheProposalThatWasRead() {
    String read =
        Objects.requireNonNull(accepted(propose(MONDAY.plusDays(1), AYSE)).proposed()).id();
    var _ = proposals.withdraw("mer_1", 2, AYSE);
    var _ = propose(MONDAY.plusDays(2), AYSE);

    assertThat(proposals.approve("mer_1", 2, Optional.of(read), CAN))
        .contains(new Outcome.Refused(Refusal.NOT_PROPOSED));
    assertThat(books.book.versions()).hasSize(1);
  }

  @Test
  void whoIsSlowerDecidesAgainByWhatIsThere() {
    var _ = propose(MONDAY.plusDays(1), AYSE);
    books.fasterOnce = book -> accepted(book.approve(2, "deniz@bank", calendar()));

    assertThat(proposals.approve("mer_1", 2, Optional.empty(), CAN))
        .contains(new Outcome.Refused(Refusal.NOT_PROPOSED));
    assertThat(books.book.versions()).hasSize(2);
  }

  private static ContractBook.Calendar calendar() {
    return new ContractBook.Calendar(MONDAY, Instant.parse("2026-11-23T21:00:00Z"), Instant.EPOCH);
  }

  private Outcome propose(LocalDate fromDay, Actor by) {
    return proposals.propose("mer_1", TERMS, fromDay, by).orElseThrow();
  }

  private static ContractBook accepted(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    return ((Outcome.Accepted) outcome).book();
  }

  private static final class Books implements ContractBooks {
    private ContractBook book = ContractBook.first(TERMS);
    private long version = 1;
    private final List<Action> actions = new ArrayList<>();
    private UnaryOperator<ContractBook> fasterOnce = UnaryOperator.identity();

    @Override
    public Optional<Held> find(String merchantId) {
      return merchantId.equals("mer_1")
          ? Optional.of(new Held(merchantId, "5943", book, version))
          : Optional.empty();
    }

    @Override
    public boolean save(Held read, ContractBook changed, Action action) {
      ContractBook faster = fasterOnce.apply(book);
      fasterOnce = UnaryOperator.identity();
      if (!faster.equals(book)) {
        book = faster;
        version++;
      }
      if (read.version() != version) {
        return false;
      }
      book = changed;
      version++;
      actions.add(action);
      return true;
    }
  }
}
