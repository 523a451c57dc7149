package io.openvpos.settlement.matter.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How something that does not fit is settled: one person proposes what it was, another confirms.
///
/// @param owner empty: nobody's yet
/// @param resolution null until one person proposes it
/// @param confirmedBy who agreed; empty until another person has
public record Matter(
    Status status,
    Instant openedAt,
    String owner,
    List<Note> notes,
    @Nullable Resolution resolution,
    String confirmedBy) {

  public static final int MAX_NOTES = 100;

  /// Where it stands.
  public enum Status {
    OPEN,
    PROPOSED,
    RESOLVED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Status> of(String code) {
      return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }
  }

  /// What somebody wrote.
  public record Note(Instant at, String by, String text) {}

  /// What it was.
  ///
  /// @param adjustmentId of merchant-service, for `adjusted`; else empty
  public record Resolution(String kind, String adjustmentId, String note, String by, Instant at) {

    String digest() {
      String said = String.join("\n", kind, adjustmentId, by, note);
      try {
        byte[] hash =
            MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java runtime has SHA-256", e);
      }
    }
  }

  /// What came of a request.
  public sealed interface Outcome {
    /// As it is to be stored.
    record Changed(Matter to) implements Outcome {}

    /// Its state, or who asks, does not allow it.
    record Refused(String code) implements Outcome {}
  }

  public Matter {
    notes = List.copyOf(notes);
  }

  /// A new one, nobody's.
  public static Matter open(Instant at) {
    return new Matter(Status.OPEN, at, "", List.of(), null, "");
  }

  public Outcome assign(String to) {
    return status == Status.RESOLVED
        ? new Outcome.Refused("exception_resolved")
        : changed(status, to, notes, resolution, confirmedBy);
  }

  /// A note can be written at any time.
  public Outcome note(Note note) {
    if (notes.size() >= MAX_NOTES) {
      return new Outcome.Refused("exception_notes_full");
    }
    List<Note> more = new ArrayList<>(notes);
    more.add(note);
    return changed(status, owner, more, resolution, confirmedBy);
  }

  /// A later proposal takes the place of an earlier one.
  public Outcome propose(Resolution proposed) {
    return status == Status.RESOLVED
        ? new Outcome.Refused("exception_resolved")
        : changed(Status.PROPOSED, owner, notes, proposed, "");
  }

  /// Tells the proposal that waits from others; null if none waits. The same words of the same
  /// person are the same proposal.
  public @Nullable String proposal() {
    return status == Status.PROPOSED && resolution != null ? resolution.digest() : null;
  }

  /// Somebody else than who proposed it agrees.
  ///
  /// @param read the proposal that they have read; another one is not confirmed
  public Outcome confirm(Optional<String> read, String by) {
    if (status == Status.RESOLVED) {
      return new Outcome.Refused("exception_resolved");
    }
    if (resolution == null) {
      return new Outcome.Refused("exception_not_proposed");
    }
    if (resolution.by().equals(by)) {
      return new Outcome.Refused("four_eyes");
    }
    return read.isPresent() && !read.get().equals(proposal())
        ? new Outcome.Refused("exception_changed")
        : changed(Status.RESOLVED, owner, notes, resolution, by);
  }

  private Outcome changed(
      Status to, String whose, List<Note> written, @Nullable Resolution what, String confirmed) {
    return new Outcome.Changed(new Matter(to, openedAt, whose, written, what, confirmed));
  }
}
