/** Tests of networks; those on real peers need Fabric's programs. */
@NullMarked
package org.lepta.service.network;

import org.jspecify.annotations.NullMarked;
