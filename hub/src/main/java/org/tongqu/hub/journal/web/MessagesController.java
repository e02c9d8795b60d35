package org.tongqu.hub.journal.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.journal.Parked;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;

/** {@code /api/v1/messages}. */
@RestController
@RequestMapping("/api/v1/messages")
class MessagesController {
    private static final List<String> KINDS = Stream.concat(
                    Stream.of(MessageKind.values()).map(MessageKind::name), Stream.of("DEMAND", "FILE_DONE"))
            .toList();
    private static final MediaType PLAIN_UTF_8 = MediaType.parseMediaType("text/plain;charset=UTF-8");

    private final JournalPages pages;
    private final Parked parked;

    MessagesController(JournalPages pages, Parked parked) {
        this.pages = pages;
        this.parked = parked;
    }

    @GetMapping
    Slice<JournalPages.MessageLine> messages(
            Sender sender,
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        JournalPages.Sought sought = new JournalPages.Sought(
                Asked.word("key", key),
                Asked.oneOf("state", state, JournalPages.STATES),
                Asked.word("partner", partner),
                Asked.oneOf("kind", kind, KINDS));
        return pages.messages(sender, sought, Window.ofIds(limit, after));
    }

    @GetMapping("/{id}")
    JournalPages.Message message(Sender sender, @PathVariable String id) {
        return pages.message(sender, Asked.id(id))
                .orElseThrow(() -> Problem.notFound().said());
    }

    /** The bytes as they came; told to be a download and nothing else, whatever is in them. */
    @GetMapping("/{id}/payload")
    ResponseEntity<InputStreamResource> payload(Sender sender, @PathVariable String id) {
        JournalPages.Payload payload = pages.payload(sender, Asked.id(id))
                .orElseThrow(() -> Problem.notFound().said());
        boolean json = payload.format().startsWith(MediaType.APPLICATION_JSON_VALUE);
        String name = id + (json ? ".json.txt" : ".bin");
        return ResponseEntity.ok()
                .contentType(json ? PLAIN_UTF_8 : MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(payload.size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(payload.bytes()));
    }

    @PostMapping("/{id}/resend")
    ResponseEntity<JournalPages.Message> resend(Sender sender, @PathVariable String id) {
        return switch (parked.resend(sender, Asked.id(id))) {
            case WAITS_AGAIN -> ResponseEntity.accepted().body(message(sender, id));
            case NOT_PARKED -> throw notParked().said();
            case UNKNOWN -> throw Problem.notFound().said();
            case NOT_ALLOWED -> throw Problem.notAllowed(sender.role().name()).said();
        };
    }

    private static Problem notParked() {
        return Problem.of(
                HttpStatus.CONFLICT,
                "NOT_PARKED",
                "此消息没有停放，不需要重发；请先看它的状态。",
                "This message is not parked, so there is nothing to send again; look at its state first.");
    }
}
