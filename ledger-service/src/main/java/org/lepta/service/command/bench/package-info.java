/**
 * What {@code lepta bench log} does, and {@code lepta bench fabric}. The latter brings a network of
 * real peers and orderers up in a temporary folder, measures ways of recording on it in turns, and
 * prints the figures beside their goals. Only what is in valid transactions counts; whatever
 * happens, the network is taken down.
 */
@NullMarked
package org.lepta.service.command.bench;

import org.jspecify.annotations.NullMarked;
