package io.openvpos.authorization.vault;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.openvpos.authorization.vault.keys.KeyRing;
import io.openvpos.authorization.vault.keys.TestKeys;
import io.openvpos.money.Mode;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/// Who may hold a card number, and that nobody prints one.
class CardHygieneTest {

  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.openvpos.authorization");

  @Test
  void onlyTheRoomsThatSpeakToTheSchemesMayOpenACard() {
    classes()
        .that(belongToAnyOf(RevealedCard.class, CardReveal.class))
        .should()
        .onlyHaveDependentClassesThat(
            resideInAnyPackage(
                "..authorization.vault..",
                "..authorization.issuer..",
                // The AReq names the account (EMV 3-D Secure, acctNumber).
                "..authorization.threeds.directory.."))
        .check(SERVICE);
  }

  @Test
  void onlyTheVaultMayUseItsKeys() {
    classes()
        .that()
        .resideInAPackage("..vault.keys..")
        .should()
        .onlyHaveDependentClassesThat(resideInAPackage("..authorization.vault.."))
        .check(SERVICE);
  }

  @Test
  void noSerializerKnowsACard() {
    noClasses()
        .that(
            belongToAnyOf(
                Pan.class, Cvc.class, SubmittedCard.class, RevealedCard.class, KeyRing.class))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tools.jackson..", "com.fasterxml..", "org.apache.avro..", "org.bson..")
        .check(SERVICE);
  }

  @Test
  void theStorageRoomNeverSeesACard() {
    noClasses()
        .that()
        .resideInAPackage("..vault.mongo..")
        .should()
        .dependOnClassesThat(
            belongToAnyOf(SubmittedCard.class, RevealedCard.class, CardReveal.class, Vault.class))
        .check(SERVICE);
  }

  @Test
  void nothingPrintsACardOrAKey() {
    InMemoryVaultRows rows = new InMemoryVaultRows();
    KeyRing keys = TestKeys.keys("k1");
    CardVault vault =
        new CardVault(
            rows,
            keys,
            BinTable.bundled(),
            new InMemoryCardUses().uses(),
            new SecureRandom(),
            Clock.systemUTC());
    SubmittedCard card =
        new SubmittedCard(
            new Pan(Cards.VISA), YearMonth.of(2030, 12), new Cvc("987"), "Some Holder");
    StoredCard stored = vault.store("mrc_1", Mode.TEST, card);

    assertThat(card).hasToString("SubmittedCard[****]");
    assertThat(vault.submitted(card)).hasToString("RevealedCard[****]");
    assertThat(card.pan()).hasToString("Pan[****]");
    assertThat(String.valueOf(card.cvc())).isEqualTo("Cvc[***]");
    assertThat(stored.toString()).doesNotContain(Cards.VISA);
    assertThat(rows.only().toString()).doesNotContain(rows.only().envelope());
    assertThat(keys).hasToString("KeyRing[active=k1]");
    assertThat(
            new VaultSettings(
                    null,
                    false,
                    "secret",
                    new HsmSettings(Path.of("lib"), 1L, "secret", null),
                    Duration.ofDays(40),
                    Duration.ofDays(1),
                    Duration.ofDays(400))
                .toString())
        .doesNotContain("secret");
  }

  @Test
  void leadingAndTrailingDigitsNeverMakeUpAShortNumber() {
    assertThat(new Pan("378282246310005").bin()).isEqualTo("378282");
    assertThat(new Pan(Cards.VISA).bin()).isEqualTo("41556501");
  }
}
