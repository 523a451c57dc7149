package io.openvpos.authorization;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// Which room may know which.
final class ArchitectureTest {

  private static final String ROOT = "io.openvpos.authorization";

  /// Once for all rules: it reads every class of the module.
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void theDomainIsPure() {
    noClasses()
        .that()
        .resideInAPackage("..domain..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "java.lang..",
            "java.util..",
            "java.time..",
            "org.jspecify..",
            "io.openvpos.money..",
            ROOT + "..domain..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("..domain..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock")
        .check(CLASSES);
  }

  @Test
  void thePublishedRecordsStayInTheirRooms() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..kafka..")
        .and()
        .doNotBelongToAnyOf(Topology.class)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.openvpos.schemas.authorization..",
            "io.openvpos.schemas.fraud..",
            "io.openvpos.schemas.merchant..",
            "io.openvpos.schemas.settlement..",
            "org.apache.avro..")
        .check(CLASSES);
  }

  @Test
  void cardNumbersStayInVaultIssuerAndDirectory() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            ROOT + ".vault..", ROOT + ".issuer..", ROOT + ".threeds.directory..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(ROOT + "\\.vault\\.(Pan|Cvc|RevealedCard|CardReveal|Envelope)")
        .check(CLASSES);
  }

  @Test
  void useCasesKnowNoTechnology() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".payment")
        .and()
        .haveSimpleNameNotContaining("Configuration")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "com.mongodb..",
            "org.bson..",
            "org.apache.kafka..",
            "tools.jackson..",
            ROOT + ".payment.http..",
            ROOT + ".payment.mongo..",
            ROOT + ".payment.kafka..")
        .check(CLASSES);
  }

  @Test
  void theOtherFeaturesDoNotKnowPayments() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + ".vault..",
            ROOT + ".issuer..",
            ROOT + ".risk..",
            ROOT + ".profile..",
            ROOT + ".threeds..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".payment..")
        .check(CLASSES);
  }
}
