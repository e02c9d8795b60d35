package org.tongqu.bench.plain;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A page as large as one of the console's, made once and asked of nobody: no page can be quicker. */
@RestController
class BarePage {
    private static final int ROWS = 50;
    private static final String ROW =
            "<tr><td><a href=\"/needs/1\">数控车床两台,车间行车一台</a></td><td>沈阳第一机床厂</td><td>2026-03-02</td></tr>\n";

    private final byte[] page = ("<!doctype html>\n<html lang=\"zh-CN\"><head><title>静态页</title></head><body><table>\n"
                    + ROW.repeat(ROWS * 4) + "</table></body></html>\n")
            .getBytes(UTF_8);

    @GetMapping("/page")
    ResponseEntity<byte[]> page() {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8))
                .body(page);
    }
}
