package org.lepta.service.transparency.log;

import org.lepta.service.kernel.Sha256;

/**
 * The log as a block left it, which is where every service that read the same blocks may sign.
 *
 * @param size number of leaves
 * @param root over them
 */
public record BlockEnd(long size, Sha256 root) {}
