package io.openvpos.settlement;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/// Who may know whom.
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.openvpos.settlement");

  @Test
  void theDomainKnowsNoTechnologyAndNoClock() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..businessday.domain..",
            "..batch.domain..",
            "..payout.domain..",
            "..chargeback.domain..",
            "..reconciliation.domain..",
            "..bankstatement.domain..",
            "..fx.domain..",
            "..settlement.report",
            "..report.domain..",
            "..report.settlement..",
            "..report.day..",
            "..report.csv..",
            "..report.sheet..",
            "..report.json..",
            "..report.pdf..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "org.apache..",
            "com.mongodb..",
            "org.bson..",
            "tools.jackson..",
            "io.openvpos.schemas..",
            "io.openvpos.messaging..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .check(CLASSES);
  }

  @Test
  void theWireIsKnownInKafkaRoomsAndTheTopologyOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..kafka..")
        .and()
        .doNotHaveSimpleName("Topology")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.openvpos.schemas..")
        .check(CLASSES);
  }

  @Test
  void theStoreIsKnownInMongoRoomsAndWhereTheyArePutTogether() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..mongo..")
        .and()
        .haveSimpleNameNotEndingWith("Configuration")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.mongodb..", "org.bson..", "io.openvpos.messaging.mongo..")
        .check(CLASSES);
  }

  @Test
  void roomsOfTechnologyAreNotKnownToTheDomain() {
    noClasses()
        .that()
        .resideInAPackage("..domain..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.openvpos.settlement..mongo..",
            "io.openvpos.settlement..kafka..",
            "io.openvpos.settlement..http..",
            "io.openvpos.settlement..bank..")
        .check(CLASSES);
  }

  @Test
  void nobodyAsksTheSystemForTheTime() {
    noClasses()
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CLASSES);
  }
}
