package io.openvpos.merchant.callme;

import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.request.FieldErrors;
import io.openvpos.merchant.request.PhoneNumber;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes requests and strikes them off.
@Component
public final class CallDesk {

  private static final int MAX_NAME = 140;
  private static final int MAX_NOTE = 500;
  private static final int ID_BYTES = 10;

  private final CallRequests requests;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public CallDesk(CallRequests requests, Clock clock) {
    this.requests = requests;
    this.clock = clock;
  }

  /// Whom to call, as sent.
  public record Wish(@Nullable String name, @Nullable String phone, @Nullable String note) {}

  /// Keeps the request, unless `errors` finds something.
  public Optional<CallRequest> take(Wish wish, String language, FieldErrors errors, Actor by) {
    String name = errors.required(wish.name(), "/name");
    errors.check(name.length() <= MAX_NAME, "/name", "too_long");
    String phone = PhoneNumber.read(errors.required(wish.phone(), "/phone"), "/phone", errors);
    String note = wish.note() == null ? "" : wish.note().strip();
    errors.check(note.length() <= MAX_NOTE, "/note", "too_long");
    if (!errors.none()) {
      return Optional.empty();
    }
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    CallRequest made =
        new CallRequest(
            "call_" + HexFormat.of().formatHex(id),
            1,
            name,
            phone,
            note,
            language,
            clock.instant(),
            null);
    requests.insert(made, new Action("call.requested", by, clock.instant()));
    return Optional.of(made);
  }

  public List<CallRequest> open() {
    return requests.open();
  }

  /// Empty if there is no such request. Called twice, it was called by the first.
  public Optional<CallRequest> called(String id, Actor by) {
    while (true) {
      Optional<CallRequest> found = requests.find(id);
      if (found.isEmpty() || found.get().calledBy() != null) {
        return found;
      }
      CallRequest done = found.get().called(by.who());
      if (requests.save(done, new Action("call.made", by, clock.instant()))) {
        return Optional.of(done);
      }
    }
  }
}
