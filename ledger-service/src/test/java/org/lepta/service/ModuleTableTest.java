package org.lepta.service;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.modulith.core.ApplicationModules;

/** The service keeps to the table of its modules. */
class ModuleTableTest {
  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ModuleTable.SERVICE);

  @Test
  void everyPackageBelongsToAModuleOfTheTable() {
    Set<String> unknown = new TreeSet<>();
    for (JavaClass type : SERVICE) {
      String module = moduleOf(type);
      if (!module.isEmpty() && !ModuleTable.allowed().containsKey(module)) {
        unknown.add(module);
      }
    }
    assertThat(unknown).as("modules without a row in ModuleTable").isEmpty();
  }

  @Test
  void modulesUseOnlyWhatOthersPublishAndFormNoCycle() {
    ApplicationModules.of(ModuleTable.SERVICE, resideInAnyPackage(packageOf("command"))).verify();
  }

  @TestFactory
  Stream<DynamicTest> aModuleDependsOnlyOnTheModulesOfItsRow() {
    return ModuleTable.allowed().entrySet().stream()
        .map(row ->
            DynamicTest.dynamicTest(row.getKey(), () -> check(row.getKey(), row.getValue())));
  }

  private static void check(String module, List<String> allowed) {
    String[] others =
        ModuleTable.allowed().keySet().stream()
            .filter(other -> !other.equals(module) && !allowed.contains(other))
            .map(ModuleTableTest::packageOf)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(packageOf(module))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .allowEmptyShould(true)
        .check(SERVICE);
  }

  @TestFactory
  Stream<DynamicTest> aLibraryIsTouchedByItsModuleOnly() {
    return ModuleTable.ONLY_IMPORTER.entrySet().stream()
        .map(row ->
            DynamicTest.dynamicTest(
                row.getKey(),
                () ->
                    noClasses()
                        .that()
                        .resideOutsideOfPackage(packageOf(row.getValue()))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(row.getKey() + "..")
                        .allowEmptyShould(true)
                        .check(SERVICE)));
  }

  @Test
  void kernelIsFreeOfFrameworks() {
    classes()
        .that()
        .resideInAPackage(packageOf("kernel"))
        .should()
        .onlyDependOnClassesThat(
            inside(
                packageOf("kernel"),
                "org.lepta.ledger..",
                "java.lang..",
                "java.math..",
                "java.nio..",
                "java.io..",
                "java.security..",
                "java.text..",
                "java.time..",
                "java.util..",
                "org.jspecify.annotations.."))
        .allowEmptyShould(true)
        .check(SERVICE);
  }

  @Test
  void proofNeedsOnlyTheJdkBouncyCastleAndKernel() {
    classes()
        .that()
        .resideInAPackage(packageOf("transparency.proof"))
        .should()
        .onlyDependOnClassesThat(
            inside(
                packageOf("transparency.proof"),
                packageOf("kernel"),
                "java..",
                "javax.crypto..",
                "org.bouncycastle..",
                "org.jspecify.annotations.."))
        .andShould(
            ArchConditions.not(
                ArchConditions.dependOnClassesThat(resideInAnyPackage("java.sql..", "java.net.."))))
        .allowEmptyShould(true)
        .check(SERVICE);
  }

  @Test
  void contractsRunOnlyInsideTheLedgerModule() {
    noClasses()
        .that()
        .resideOutsideOfPackage(packageOf("ledger"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.lepta.ledger.contract..")
        .allowEmptyShould(true)
        .check(SERVICE);
  }

  @Test
  void templatesAreRenderedByPagesOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages(packageOf("explorer"), packageOf("desk"), packageOf("platform"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.lepta.ui..")
        .allowEmptyShould(true)
        .check(SERVICE);
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
            "org.json..",
            "jakarta.json..",
            "net.minidev.json..")
        .check(SERVICE);
  }

  @Test
  void theJdkIsTheOnlyHttpClient() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "okhttp3..",
            "org.apache.http..",
            "org.apache.hc..",
            "org.springframework.web.client..",
            "org.springframework.web.reactive.function.client..",
            "org.springframework.web.service..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.net.HttpURLConnection")
        .check(SERVICE);
  }

  private static DescribedPredicate<JavaClass> inside(String... packages) {
    return resideInAnyPackage(packages)
        .or(DescribedPredicate.describe("a primitive", JavaClass::isPrimitive))
        .or(
            DescribedPredicate.describe(
                "an array of these",
                type ->
                    type.isArray()
                        && (type.getBaseComponentType().isPrimitive()
                            || resideInAnyPackage(packages).test(type.getBaseComponentType()))));
  }

  private static String moduleOf(JavaClass type) {
    String rest = type.getPackageName().substring(ModuleTable.SERVICE.length());
    return rest.isEmpty() ? "" : rest.substring(1).split("\\.", -1)[0];
  }

  private static String packageOf(String module) {
    return ModuleTable.SERVICE + "." + module + "..";
  }
}
