package io.openvpos.merchant;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.openvpos.schemas.Topic;
import io.openvpos.schemas.Topics;
import org.junit.jupiter.api.Test;

/// What may know what.
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.openvpos.merchant");

  private static final DescribedPredicate<JavaClass> GENERATED =
      resideInAPackage("io.openvpos.schemas..")
          .and(DescribedPredicate.not(type(Topic.class)))
          .and(DescribedPredicate.not(type(Topics.class)));

  @Test
  void domainRoomsArePure() {
    noClasses()
        .that()
        .resideInAPackage("..domain..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "org.apache.kafka..",
            "org.apache.avro..",
            "com.mongodb..",
            "org.bson..",
            "reactor..",
            "tools.jackson..",
            "io.openvpos.schemas..",
            "io.openvpos.messaging.mongo..",
            "io.openvpos.messaging.kafka..",
            "io.openvpos.messaging.http..")
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
  void generatedRecordsStayInTheKafkaRooms() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..kafka..")
        .should()
        .dependOnClassesThat(GENERATED)
        .check(CLASSES);
  }

  @Test
  void topicsAreNamedInTheTopologyAndTheKafkaRooms() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..kafka..")
        .and()
        .doNotHaveSimpleName("Topology")
        .should()
        .dependOnClassesThat(type(Topics.class))
        .check(CLASSES);
  }

  @Test
  void technologiesDoNotKnowEachOther() {
    slices()
        .matching("io.openvpos.merchant.*.(http|kafka|mongo|page)..")
        .should()
        .notDependOnEachOther()
        .check(CLASSES);
  }

  @Test
  void featuresHaveNoCycles() {
    slices().matching("io.openvpos.merchant.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void timeIsInjected() {
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
