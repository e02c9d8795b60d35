/**
 * The branch node (分公司节点): takes visits where the people are, keeps them on its own disk, and tells the hub whenever there is a line.
 * In: visits over REST and from a folder. Out: the branch's line, in order. Refuses to know: rooms, other branches, what a visit leads to.
 * Allowed neighbours: canon, files, rest, jms.
 */
@NullMarked
package org.tongqu.regions;

import org.jspecify.annotations.NullMarked;
