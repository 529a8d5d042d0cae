package org.lepta.service.moving;

import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.log.LogSource;

/**
 * A log that has ended.
 *
 * @param leaves of it
 * @param origin its name
 * @param size its final size
 * @param root its final root
 */
public record OldLog(LogSource leaves, String origin, long size, Sha256 root) {}
