/**
 * The house's own rules as tests (家规). In: compiled classes, sources, the live catalogue. Out: a sentence that holds, or who breaks it.
 * Refuses to know: what any room does.
 */
@NullMarked
package org.tongqu.hub.house;

import org.jspecify.annotations.NullMarked;
