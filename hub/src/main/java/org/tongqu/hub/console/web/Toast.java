package org.tongqu.hub.console.web;

import org.jspecify.annotations.Nullable;

/**
 * 提示条: what was just done, for eight seconds over the next page; a page hands it on as the flash attribute {@code toast}.
 *
 * @param undo address to post to that takes it back; absent where nothing can or need be
 */
record Toast(String says, @Nullable String undo) {
    static final String NAME = "toast";
}
