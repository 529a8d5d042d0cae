/**
 * What every module stands on at run time: settings, keys of the API, errors as problem details.
 *
 * <p>Nobody depends on it; it reaches the others only through Spring.
 */
@NullMarked
package org.lepta.service.platform;

import org.jspecify.annotations.NullMarked;
