package io.openvpos.settlement.payout.correction;

import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.payout.domain.Beneficiary;
import io.openvpos.settlement.payout.domain.PayoutId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the payouts of one head's close of a day go from now on, when one takes the place of
/// another: one person proposes an account, another approves it.
///
/// @param id of the payout of the close, which every later one takes the place of
/// @param version as stored; 0 of one that is not
/// @param proposed what waits for the second person
/// @param approved what counts
/// @param applied whether a payout that could still be held back was
/// @param steps what was done, oldest first
public record Correction(
    String id,
    long version,
    Head head,
    LocalDate day,
    @Nullable Proposal proposed,
    @Nullable Approved approved,
    boolean applied,
    List<Step> steps) {

  /// Enough for any one payout; each step is a person's.
  public static final int MAX_STEPS = 100;

  /// What one person says.
  public record Proposal(String iban, String reason, String by, Instant at) {}

  /// What two people say.
  ///
  /// @param profileIban what the merchant's profile said at that moment: once it says something
  ///   else, the merchant has spoken later
  public record Approved(String iban, String profileIban) {}

  /// What somebody did: `propose`, `approve` or `reject`.
  ///
  /// @param reason of a proposal or a rejection
  public record Step(String action, String by, Instant at, String iban, @Nullable String reason) {}

  /// What came of a request.
  public sealed interface Outcome {
    /// As it is to be stored, over the version read.
    record Changed(Correction next) implements Outcome {}

    /// It may not be, for this reason.
    record Refused(String code) implements Outcome {}
  }

  public Correction {
    steps = List.copyOf(steps);
  }

  public static Correction none(Head head, LocalDate day) {
    return new Correction(PayoutId.of(head, day, 0), 0, head, day, null, null, true, List.of());
  }

  /// A later proposal takes the place of an earlier one.
  public Outcome propose(Proposal said) {
    if (steps.size() >= MAX_STEPS) {
      return new Outcome.Refused("correction_steps_full");
    }
    return changed(
        said,
        approved,
        applied,
        new Step("propose", said.by(), said.at(), said.iban(), said.reason()));
  }

  /// Tells the proposal that waits from those before it; null if none waits. Every step changes it.
  public @Nullable String proposal() {
    return proposed == null ? null : String.valueOf(steps.size());
  }

  /// Somebody else than who proposed it.
  ///
  /// @param read the proposal that they have read; another one is not approved
  public Outcome approve(Optional<String> read, String by, Instant at, String profileIban) {
    if (proposed == null) {
      return new Outcome.Refused("correction_not_proposed");
    }
    if (proposed.by().equals(by)) {
      return new Outcome.Refused("four_eyes");
    }
    if (read.isPresent() && !read.get().equals(proposal())) {
      return new Outcome.Refused("correction_changed");
    }
    return changed(
        null,
        new Approved(proposed.iban(), profileIban),
        false,
        new Step("approve", by, at, proposed.iban(), null));
  }

  /// Whoever proposed may take it back this way too. What was approved before still counts.
  public Outcome reject(String by, Instant at, String reason) {
    return proposed == null
        ? new Outcome.Refused("correction_not_proposed")
        : changed(null, approved, applied, new Step("reject", by, at, proposed.iban(), reason));
  }

  private Outcome changed(
      @Nullable Proposal says, @Nullable Approved counts, boolean done, Step step) {
    List<Step> all = new ArrayList<>(steps);
    all.add(step);
    return new Outcome.Changed(new Correction(id, version, head, day, says, counts, done, all));
  }

  /// Whom a payout goes to that takes the place of another one.
  ///
  /// @param profile whom the merchant's profile names now
  public Beneficiary account(Beneficiary profile) {
    return approved == null || !approved.profileIban().equals(profile.iban())
        ? profile
        : new Beneficiary(approved.iban(), profile.name());
  }
}
