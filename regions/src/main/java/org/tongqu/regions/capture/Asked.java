package org.tongqu.regions.capture;

import org.jspecify.annotations.Nullable;

/** One HTTP call, whole; of its headers only the content type goes in. */
record Asked(String method, String path, @Nullable String contentType, byte[] body) {}
