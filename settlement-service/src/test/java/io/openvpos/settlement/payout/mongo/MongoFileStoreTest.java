package io.openvpos.settlement.payout.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.money.Mode;
import io.openvpos.settlement.fakes.MemoryStore;
import io.openvpos.settlement.fakes.Terms;
import io.openvpos.settlement.payout.ReleaseDesk;
import io.openvpos.settlement.payout.domain.FileStore;
import io.openvpos.settlement.payout.domain.FileStore.DueFile;
import io.openvpos.settlement.payout.domain.Release;
import io.openvpos.settlement.payout.domain.ReleaseStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MongoFileStoreTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final Instant CUT_OFF = Instant.parse("2026-11-23T21:00:00Z");
  private static final DueFile FILE =
      new DueFile("VPOS-1", D, Mode.TEST, "TRY", CUT_OFF, Terms.DEBTOR, null);

  @Test
  void aFileStaysAsItWasFirstMade() {
    try (MemoryStore store = new MemoryStore()) {
      FileStore files = new MongoFileStore(store.versioned("payout_files"), Release.AUTOMATIC);
      files.insertMissing(FILE, 1, 97_90);

      files.insertMissing(
          new DueFile("VPOS-1", D, Mode.TEST, "TRY", CUT_OFF, Terms.OTHER.debtor(), null),
          1,
          97_90);

      assertThat(files.open()).containsExactly(FILE);
      files.settled("VPOS-1");
      assertThat(files.open()).isEmpty();
    }
  }

  @Test
  void aFileThatIsWithdrawnBeforeItIsMadeNeverLeaves() {
    try (MemoryStore store = new MemoryStore()) {
      FileStore files = new MongoFileStore(store.versioned("payout_files"), Release.AUTOMATIC);
      assertThat(files.withdraw(FILE, 1, 97_90)).isTrue();
      assertThat(files.withdraw(FILE, 1, 97_90)).isTrue();

      files.insertMissing(FILE, 1, 97_90);

      assertThat(files.open()).isEmpty();
      assertThat(files.find("VPOS-1")).contains(FILE);
    }
  }

  @Test
  void aHeldFileCanBeWithdrawnAndIsReleasedNoMore() {
    try (MemoryStore store = new MemoryStore()) {
      FileStore files = new MongoFileStore(store.versioned("payout_files"), Release.WAITING);
      ReleaseStore releases = new MongoReleaseStore(store.versioned("payout_files"));
      ReleaseDesk desk = new ReleaseDesk(releases, Clock.fixed(CUT_OFF, ZoneOffset.UTC));
      files.insertMissing(FILE, 1, 97_90);
      desk.release("VPOS-1", Optional.empty(), "f1");
      ReleaseStore.FileToRelease before = releases.find("VPOS-1").orElseThrow();

      assertThat(files.withdraw(FILE, 1, 97_90)).isTrue();

      assertThat(releases.replace(before, Release.AUTOMATIC)).isFalse();
      assertThat(desk.release("VPOS-1", Optional.empty(), "f2"))
          .contains(new Release.Outcome.Refused(Release.Refusal.FILE_WITHDRAWN));
      assertThat(files.open()).isEmpty();
    }
  }

  @Test
  void aFileThatMayBeAtTheBankIsNotWithdrawn() {
    try (MemoryStore store = new MemoryStore()) {
      FileStore files = new MongoFileStore(store.versioned("payout_files"), Release.AUTOMATIC);
      files.insertMissing(FILE, 1, 97_90);
      assertThat(files.withdraw(FILE, 1, 97_90)).isFalse();
      assertThat(files.open()).containsExactly(FILE);
    }
  }
}
