package org.lepta.service;

import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModuleDetectionStrategy;
import org.springframework.modulith.core.ApplicationModuleInformation;
import org.springframework.modulith.core.JavaPackage;
import org.springframework.modulith.core.NamedInterfaces;

/**
 * Tells Spring Modulith the published sub-packages of {@link ModuleTable}.
 *
 * <p>An annotation in the package itself would do the same, but {@code transparency.proof} is free
 * of frameworks.
 */
public final class PublishedPackages implements ApplicationModuleDetectionStrategy {
  @Override
  public Stream<JavaPackage> getModuleBasePackages(JavaPackage root) {
    return ApplicationModuleDetectionStrategy.directSubPackage().getModuleBasePackages(root);
  }

  @Override
  public NamedInterfaces detectNamedInterfaces(
      JavaPackage base, ApplicationModuleInformation information) {
    String[] published =
        ModuleTable.PUBLISHED_SUBPACKAGES.stream()
            .map(name -> ModuleTable.SERVICE + "." + name)
            .filter(name -> name.startsWith(base.getName() + "."))
            .map(name -> name.substring(base.getName().length() + 1))
            .toArray(String[]::new);
    NamedInterfaces own = NamedInterfaces.of(base, information);
    return published.length == 0
        ? own
        : own.and(NamedInterfaces.builder(base).matching(published).build());
  }
}
