/**
 * Reading, mapping and recording of imported files. Readers turn bytes into plain records and
 * refuse a file by its structure; mappers turn one record into entries and judge it line by line;
 * they are pure functions of that record, so that a reordered or cut-out file states the same
 * facts.
 */
@NullMarked
package org.lepta.service.exchange.internal;

import org.jspecify.annotations.NullMarked;
