package org.lepta.service.transparency.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lepta.service.transparency.proof.RecordedKeys.Change;
import org.lepta.service.transparency.proof.RecordedKeys.Named;

final class RecordedKeysTest {

  private static final String OLD = "log.example+00000001+AQ==";
  private static final String NEW = "log.example+00000002+AQ==";
  private static final String NEWEST = "log.example+00000003+AQ==";
  private static final String EVIL = "log.example+00000666+AQ==";

  private final RecordedKeys keys = new RecordedKeys();
  private long leaf;

  private Optional<Change> take(String recordedBy, String vkey, @Nullable String replaces) {
    return keys.take(new Named(leaf, "entry-" + leaf++, recordedBy, vkey, replaces));
  }

  @BeforeEach
  void nameTheFirst() {
    assertThat(take("A", OLD, null)).isEmpty();
  }

  @Test
  void eachKeyIsReplacedByTheNext() {
    assertThat(take("A", NEW, OLD)).contains(new Change(1, "entry-1", OLD, NEW));
    assertThat(take("A", NEWEST, NEW)).contains(new Change(2, "entry-2", NEW, NEWEST));

    assertThat(keys.endOf(OLD)).map(Change::to).contains(NEW);
    assertThat(keys.endOf(NEWEST)).isEmpty();
    assertThat(keys.leadingTo(NEWEST)).extracting(Change::from).containsExactly(OLD, NEW);
    assertThat(keys.leadingTo(OLD)).isEmpty();
    assertThat(keys.inForce("log.example")).containsExactly(NEWEST);
    assertThat(keys.inForce("log")).isEmpty();
  }

  @Test
  void anotherMemberReplacesNothing() {
    assertThat(take("B", EVIL, OLD)).isEmpty();

    assertThat(keys.endOf(OLD)).isEmpty();
    assertThat(take("A", NEW, OLD)).isPresent();
  }

  /** Else the other member could go on to replace the key that it calls its own. */
  @Test
  void keyThatSomebodyNamedBeforeTakesOverFromNone() {
    take("B", NEW, null);

    assertThat(take("A", NEW, OLD)).isEmpty();
    assertThat(keys.leadingTo(NEW)).isEmpty();
  }

  @Test
  void whoNamesAKeySecondDoesNotOwnIt() {
    take("B", OLD, null);

    assertThat(take("B", EVIL, OLD)).isEmpty();
  }

  @Test
  void replacedKeyIsReplacedOnce() {
    take("A", NEW, OLD);

    assertThat(take("A", NEWEST, OLD)).isEmpty();
    assertThat(keys.endOf(OLD)).map(Change::to).contains(NEW);
  }

  @Test
  void keyNeverComesBack() {
    take("A", NEW, OLD);

    assertThat(take("A", OLD, NEW)).isEmpty();
    assertThat(keys.inForce("log.example")).containsExactly(NEW);
  }

  @Test
  void unknownKeyAndThatOfAnotherLogAreNotReplaced() {
    assertThat(take("A", NEW, EVIL)).isEmpty();
    assertThat(take("A", "other.example+00000004+AQ==", OLD)).isEmpty();
    assertThat(keys.isNamed(NEW)).isTrue();
    assertThat(keys.isNamed(EVIL)).isFalse();
  }
}
