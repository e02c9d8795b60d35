package org.tongqu.hub.journal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;

/** 退回文件: the rows that went back, as the file to mend and send again. */
@Controller
class RejectionController {
    /** No charset is said: the rows are in the sender's own. */
    private static final String CSV = "text/csv";

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final JournalPages pages;

    RejectionController(JournalPages pages) {
        this.pages = pages;
    }

    @GetMapping("/messages/{id}/rejected.csv")
    void text(Sender sender, @PathVariable String id, HttpServletResponse response) throws IOException {
        download(sender, id, false, response);
    }

    @GetMapping("/messages/{id}/rejected.xlsx")
    void workbook(Sender sender, @PathVariable String id, HttpServletResponse response) throws IOException {
        download(sender, id, true, response);
    }

    private void download(Sender sender, String id, boolean workbook, HttpServletResponse response) throws IOException {
        JournalPages.Rejection rejection = pages.rejection(sender, Asked.id(id), workbook)
                .orElseThrow(() -> Problem.notFound().said());
        ContentDisposition name = ContentDisposition.attachment()
                .filename(rejection.name(), StandardCharsets.UTF_8)
                .build();
        response.setContentType(workbook ? WORKBOOK : CSV);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, name.toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        rejection.writing().to(response.getOutputStream());
    }
}
