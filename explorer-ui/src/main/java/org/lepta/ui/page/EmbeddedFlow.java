package org.lepta.ui.page;

import org.jspecify.annotations.Nullable;
import org.lepta.ui.view.FlowPicture;
import org.lepta.ui.view.Link;

/**
 * A fund's flow picture for the pages of others.
 *
 * @param picture absent where nothing moved
 * @param fund its page, which opens beside the other page
 */
public record EmbeddedFlow(PageFrame frame, @Nullable FlowPicture picture, Link fund) {}
