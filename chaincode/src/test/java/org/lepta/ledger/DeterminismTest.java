package org.lepta.ledger;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * Endorsers run the same bytes on different machines and must come to the same bytes; so the
 * chaincode has no clock, no chance, no floating point and no order that a JVM chooses.
 */
class DeterminismTest {
  private static final JavaClasses CHAINCODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.lepta.ledger");

  private static final Set<String> FLOATING =
      Set.of("double", "float", "java.lang.Double", "java.lang.Float");

  @Test
  void onlyContractsKnowFabric() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.lepta.ledger.contract..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.hyperledger..")
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("org.lepta.ledger.contract..")
        .allowEmptyShould(true)
        .check(CHAINCODE);
  }

  @Test
  void jacksonThreeIsTheOnlyJsonLibrary() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.fasterxml.jackson.databind..",
            "com.fasterxml.jackson.core..",
            "com.google.gson..",
            "org.json..")
        .allowEmptyShould(true)
        .check(CHAINCODE);
  }

  @Test
  void nothingReadsAClock() {
    noClasses()
        .should()
        .callMethodWhere(
            target(
                call(
                    "a reading of the clock",
                    target ->
                        (target.getName().equals("now")
                                && target.getOwner().getPackageName().equals("java.time"))
                            || target.getName().matches("currentTimeMillis|nanoTime"))))
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Clock.class, Date.class, Calendar.class)
        .allowEmptyShould(true)
        .check(CHAINCODE);
  }

  @Test
  void nothingIsLeftToChance() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(RandomGenerator.class)
        .orShould()
        .callMethodWhere(
            target(
                call(
                    "a random value",
                    target -> target.getName().matches("random|randomUUID|shuffle"))))
        .allowEmptyShould(true)
        .check(CHAINCODE);
  }

  @Test
  void nothingIsAFloatingPointNumber() {
    DescribedPredicate<JavaClass> floating =
        DescribedPredicate.describe(
            "floating point", type -> FLOATING.contains(type.getBaseComponentType().getName()));
    noFields().should().haveRawType(floating).allowEmptyShould(true).check(CHAINCODE);
    noMethods().should().haveRawReturnType(floating).allowEmptyShould(true).check(CHAINCODE);
    noClasses()
        .should()
        .callCodeUnitWhere(
            target(
                call(
                    "a call that takes or gives floating point",
                    target ->
                        floating.test(target.getRawReturnType())
                            || target.getRawParameterTypes().stream().anyMatch(floating))))
        .allowEmptyShould(true)
        .check(CHAINCODE);
  }

  /** TreeMap, LinkedHashMap, EnumMap and List.of have an order; these have the JVM's. */
  @Test
  void nothingHasAnOrderThatTheJvmChooses() {
    noClasses()
        .should(useHashOrder())
        .orShould()
        .callMethodWhere(
            target(call("an unordered collection or stream", DeterminismTest::isUnordered)))
        .allowEmptyShould(true)
        .check(CHAINCODE);
  }

  private static ArchCondition<JavaClass> useHashOrder() {
    List<String> banned =
        List.of(
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.Hashtable",
            "java.util.IdentityHashMap",
            "java.util.WeakHashMap",
            "java.util.concurrent.ConcurrentHashMap");
    return ArchConditions.dependOnClassesThat(
        DescribedPredicate.describe(
            "an unordered collection", type -> banned.contains(type.getName())));
  }

  private static boolean isUnordered(CodeUnitCallTarget target) {
    String owner = target.getOwner().getName();
    int parameters = target.getRawParameterTypes().size();
    return switch (target.getName()) {
      case "of", "copyOf", "ofEntries" ->
          owner.equals("java.util.Map") || owner.equals("java.util.Set");
      case "toSet", "toUnmodifiableSet", "toUnmodifiableMap" ->
          owner.equals("java.util.stream.Collectors");
      case "toMap" -> owner.equals("java.util.stream.Collectors") && parameters < 4;
      case "groupingBy" -> owner.equals("java.util.stream.Collectors") && parameters < 3;
      case "parallel", "parallelStream" -> true;
      default -> false;
    };
  }

  private static DescribedPredicate<CodeUnitCallTarget> call(
      String description, Predicate<CodeUnitCallTarget> test) {
    return DescribedPredicate.describe(description, test);
  }
}
