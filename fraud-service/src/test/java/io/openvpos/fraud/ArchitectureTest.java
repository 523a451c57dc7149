package io.openvpos.fraud;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("io.openvpos.fraud");

  @Test
  void velocityAndScoringArePure() {
    classes()
        .that()
        .resideInAnyPackage("..fraud.velocity..", "..fraud.scoring..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java.lang..",
            "java.util..",
            "java.time..",
            "java.nio..",
            "java.security..",
            "org.jspecify..",
            "io.openvpos.money..",
            "io.openvpos.fraud.velocity..",
            "io.openvpos.fraud.state..",
            "io.openvpos.fraud.scoring..")
        .check(CLASSES);
  }

  @Test
  void featuresHistoriesAndModelsArePure() {
    classes()
        .that()
        .resideInAnyPackage("..fraud.features..", "..fraud.history..", "..fraud.model..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java.lang..",
            "java.util..",
            "java.time..",
            "java.nio..",
            "java.security..",
            "org.jspecify..",
            "io.openvpos.money..",
            "io.openvpos.fraud.features..",
            "io.openvpos.fraud.history..",
            "io.openvpos.fraud.state..",
            "io.openvpos.fraud.model..")
        .check(CLASSES);
  }

  @Test
  void rulesListsAndCountingOfBackTestsArePure() {
    classes()
        .that()
        .resideInAnyPackage(
            "..fraud.rules.syntax..",
            "..fraud.rules.code..",
            "..fraud.rules.judging..",
            "..fraud.lists.domain..",
            "..fraud.backtest.domain..",
            "..fraud.cases.domain..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java.lang..",
            "java.net..",
            "java.util..",
            "java.time..",
            "org.jspecify..",
            "io.openvpos.money..",
            "io.openvpos.fraud.features..",
            "io.openvpos.fraud.scoring..",
            "io.openvpos.fraud.rules.syntax..",
            "io.openvpos.fraud.rules.code..",
            "io.openvpos.fraud.rules.judging..",
            "io.openvpos.fraud.lists.domain..",
            "io.openvpos.fraud.backtest.domain..",
            "io.openvpos.fraud.cases.domain..")
        .check(CLASSES);
  }

  @Test
  void featuresDependOnOneAnotherInOneDirection() {
    slices().matching("io.openvpos.fraud.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void countingKnowsNoRules() {
    noClasses()
        .that()
        .resideInAPackage("..fraud.velocity..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..fraud.scoring..")
        .check(CLASSES);
  }

  @Test
  void thePublishedLanguageStaysInKafkaRooms() {
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
  void technologiesStayInTheirRooms() {
    noClasses()
        .that()
        .resideInAnyPackage("..assessment.http..", "..assessment.mongo..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "..assessment.kafka..")
        .check(CLASSES);
  }

  @Test
  void nobodyAsksTheSystemForTheTime() {
    noClasses()
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CLASSES);
  }
}
