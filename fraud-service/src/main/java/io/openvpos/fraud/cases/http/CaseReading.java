package io.openvpos.fraud.cases.http;

import io.openvpos.card.CardNumbers;
import io.openvpos.fraud.cases.CaseDesk;
import io.openvpos.fraud.cases.Cases.Snooze;
import io.openvpos.fraud.lists.domain.ListEntity;
import io.openvpos.fraud.lists.domain.ListValue;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.ProblemException.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Checks what people write about cases.
final class CaseReading {

  private static final int MAX_NOTE = 1_000;
  private static final int MAX_HOURS = 24 * 90;

  private static final List<ListEntity> BLOCKABLE =
      List.of(ListEntity.CARD, ListEntity.BIN, ListEntity.IP, ListEntity.EMAIL, ListEntity.DEVICE);

  private final List<FieldError> errors = new ArrayList<>();

  private CaseReading() {}

  static CaseDesk.Finding finding(
      @Nullable String note, @Nullable List<@Nullable String> block, boolean noteNeeded) {
    CaseReading reading = new CaseReading();
    String text = reading.note(note, noteNeeded, "/note");
    List<ListEntity> entities = new ArrayList<>();
    List<@Nullable String> codes = block == null ? List.of() : block;
    for (int i = 0; i < codes.size(); i++) {
      Optional<ListEntity> entity = entity(codes.get(i), BLOCKABLE);
      entity.filter(each -> !entities.contains(each)).ifPresent(entities::add);
      if (entity.isEmpty()) {
        reading.reject("/block/" + i, "case_block");
      }
    }
    reading.check();
    return new CaseDesk.Finding(text, entities);
  }

  static Snooze snooze(CaseRequests.Snooze sent, String by, Instant now) {
    CaseReading reading = new CaseReading();
    Optional<ListEntity> entity = entity(sent.entity(), CaseDesk.SNOOZABLE);
    String typed = sent.value() == null ? "" : sent.value();
    Optional<String> value =
        entity
            .flatMap(each -> ListValue.canonical(each, typed))
            .filter(each -> isOne(entity.orElseThrow(), each));
    if (entity.isEmpty()) {
      reading.reject("/entity", "case_entity");
    } else if (value.isEmpty()) {
      reading.reject("/value", "list_value_" + entity.get().code());
    }
    Integer hours = sent.hours();
    if (hours == null || hours < 1 || hours > MAX_HOURS) {
      reading.reject("/hours", hours == null ? "required" : "out_of_range");
    }
    String reason = reading.note(sent.reason(), true, "/reason");
    reading.check();
    return new Snooze(
        entity.orElseThrow().code(),
        value.orElseThrow(),
        now.plus(Duration.ofHours(hours == null ? 0 : hours)),
        reason,
        by);
  }

  /// Lists hold blocks of addresses and domains too; what is snoozed is one address.
  private static boolean isOne(ListEntity entity, String value) {
    return switch (entity) {
      case IP -> value.indexOf('/') < 0;
      case EMAIL -> !value.startsWith("@");
      default -> true;
    };
  }

  private String note(@Nullable String typed, boolean needed, String pointer) {
    String note = typed == null ? "" : typed.strip();
    if (needed && note.isEmpty()) {
      reject(pointer, "required");
    } else if (note.length() > MAX_NOTE) {
      reject(pointer, "too_long");
    } else if (CardNumbers.mayBeIn(note)) {
      reject(pointer, "card_number_not_allowed");
    }
    return note;
  }

  private static Optional<ListEntity> entity(@Nullable String code, List<ListEntity> among) {
    return among.stream().filter(each -> each.code().equals(code)).findFirst();
  }

  private void reject(String pointer, String code) {
    errors.add(new FieldError(pointer, code, List.of()));
  }

  private void check() {
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
  }
}
