package org.lepta.service.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lepta.service.exchange.ImportOptions.DateOrder;
import org.lepta.service.kernel.Refusal;
import org.lepta.service.kernel.RefusalException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Uploads of published files, and how their imports stand. */
@RestController
final class ImportController {

  private static final int MAX_NAME = 200;

  private final Imports imports;

  ImportController(Imports imports) {
    this.imports = imports;
  }

  @PostMapping("/api/v1/imports")
  ResponseEntity<ImportJob> upload(
      @RequestParam MultipartFile file,
      @RequestParam(required = false) @Nullable String as,
      @RequestParam(required = false) @Nullable String dates,
      @RequestParam(defaultValue = "false") boolean dryRun)
      throws IOException {
    ImportOptions options = new ImportOptions(kind(as), order(dates), dryRun);
    Path copy = copy(file);
    try {
      return ResponseEntity.status(HttpStatus.ACCEPTED)
          .body(imports.start(copy, name(file.getOriginalFilename()), options));
    } catch (RefusedFileException e) {
      throw new RefusalException(new Refusal(e.code().name(), String.valueOf(e.getMessage())), e);
    }
  }

  private static Path copy(MultipartFile file) throws IOException {
    Path copy = Files.createTempFile("lepta-import", ".tmp");
    try (InputStream content = file.getInputStream()) {
      Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
      return copy;
    } catch (IOException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
  }

  @GetMapping("/api/v1/imports/{id}")
  ImportJob get(@PathVariable String id) {
    return imports
        .find(id)
        .orElseThrow(() -> new Refusal("NOT_FOUND", "There is no such import.").exception());
  }

  private static @Nullable FileKind kind(@Nullable String word) {
    if (word == null || word.isBlank()) {
      return null;
    }
    for (FileKind kind : FileKind.values()) {
      if (kind.word().equals(word.toLowerCase(Locale.ROOT))) {
        return kind;
      }
    }
    throw new Refusal("FILTER_INVALID", "as: there is no such kind of file.").exception();
  }

  private static DateOrder order(@Nullable String word) {
    return switch (word == null ? "" : word) {
      case "" -> DateOrder.ISO_ONLY;
      case "dmy" -> DateOrder.DAY_MONTH_YEAR;
      default -> throw new Refusal("FILTER_INVALID", "dates: only dmy is known.").exception();
    };
  }

  /** The last part of the name, shortened, without control characters. */
  private static String name(@Nullable String given) {
    String name = given == null ? "" : given.replaceAll("[\\p{Cntrl}]", "");
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
  }
}
