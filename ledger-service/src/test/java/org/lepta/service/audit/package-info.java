/** Audits of honest logs, of edited ones and of such that broke their own rules. */
@NullMarked
package org.lepta.service.audit;

import org.jspecify.annotations.NullMarked;
