package org.tongqu.hub.platform;

import org.jspecify.annotations.Nullable;

/**
 * 提示条: what was just done, for eight seconds over the next page; a page hands it on as the flash attribute {@code toast}.
 *
 * @param undo address to post to that takes it back; absent where nothing can or need be
 */
public record Toast(String says, @Nullable String undo) {
    public static final String NAME = "toast";
}
