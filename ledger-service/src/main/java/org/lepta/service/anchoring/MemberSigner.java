package org.lepta.service.anchoring;

import java.util.List;
import java.util.Optional;
import org.lepta.service.kernel.Sha256;

/**
 * Signs with this member's keys, and only roots that this service computed from its own blocks.
 * Thread-safe.
 */
public final class MemberSigner {

  /** Where it answers, followed by the size. */
  public static final String PATH = "/api/v1/anchor/signatures/";

  private final AnchorSettings settings;
  private final AnchorLog log;
  private final TypedData typed;

  MemberSigner(AnchorSettings settings, AnchorLog log) {
    this.settings = settings;
    this.log = log;
    this.typed = new TypedData(settings.contract());
  }

  /**
   * What it signed.
   *
   * @param contract the only one for which the signatures count
   * @param root what is signed
   * @param signatures r, s and v of each key, as 0x and 130 hexadecimal digits
   */
  public record Signed(ContractAddress contract, AnchoredRoot root, List<String> signatures) {

    /** Copies the list. */
    public Signed {
      signatures = List.copyOf(signatures);
    }
  }

  /** Signs the root of a size; nothing if no block ended there yet, or the log must not go on. */
  public Optional<Signed> sign(long size) {
    boolean shown = log.newest().filter(newest -> size >= 1 && size <= newest.size()).isPresent();
    return shown ? log.computed(size).map(root -> sign(size, root)) : Optional.empty();
  }

  private Signed sign(long size, Sha256 root) {
    AnchoredRoot signed = new AnchoredRoot(AnchoredRoot.originHash(settings.origin()), size, root);
    byte[] digest = typed.anchor(signed);
    return new Signed(
        settings.contract(),
        signed,
        settings.members().stream().map(key -> MemberSignature.sign(digest, key).hex()).toList());
  }
}
