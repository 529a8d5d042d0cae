package org.lepta.ui.page;

import org.jspecify.annotations.Nullable;
import org.lepta.ui.view.Link;

/**
 * Checks receipts and passports in the reader's browser, and offers the file that does it offline.
 *
 * @param fileHref where the file is downloaded
 * @param fileName its name
 * @param sha256 its hash, 64 hexadecimal digits
 * @param entry the entry of the log that holds this hash; absent while there is none
 */
public record VerifyPage(
    PageFrame frame, String fileHref, String fileName, String sha256, @Nullable Link entry) {}
