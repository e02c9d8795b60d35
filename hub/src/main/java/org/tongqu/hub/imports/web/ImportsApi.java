package org.tongqu.hub.imports.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.imports.AddressBooks;
import org.tongqu.hub.imports.ImportsPages;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;

/** {@code /api/v1/imports}. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportsApi {
    private static final List<String> VERDICTS =
            Arrays.stream(AddressBooks.Verdict.values()).map(Enum::name).toList();

    private final ImportsPages pages;
    private final AddressBooks books;
    private final Policy policy;
    private final DataSize most;

    ImportsApi(ImportsPages pages, AddressBooks books, Policy policy, @Value("${tongqu.imports.most}") DataSize most) {
        this.most = most;
        this.pages = pages;
        this.books = books;
        this.policy = policy;
    }

    @GetMapping
    Slice<ImportsPages.ImportLine> imports(
            Sender sender,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        policy.require(sender, Act.SEE_IMPORTS);
        return pages.imports(sender, Window.ofNumbers(limit, after));
    }

    @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> handIn(Sender sender, @RequestParam String name, @RequestBody byte[] file) {
        policy.require(sender, Act.IMPORT_BOOK);
        String called = Asked.word("name", name);
        if (called == null) {
            throw Problem.badParameter("name", "请给出文件名。", "give the file's name.")
                    .said();
        }
        if (file.length > most.toBytes()) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, AddressBooks.tooLarge(most.toMegabytes()))
                    .said();
        }
        AddressBooks.Answer answer = books.handIn(sender, called, file);
        refused(Optional.ofNullable(answer.refusal()));
        return Map.of("id", Objects.requireNonNull(answer.id()));
    }

    @GetMapping("/{id}")
    ImportsPages.Import one(Sender sender, @PathVariable String id) {
        policy.require(sender, Act.SEE_IMPORTS);
        return pages.one(sender, Asked.id(id))
                .orElseThrow(() -> Problem.notFound().said());
    }

    @GetMapping("/{id}/rows")
    Slice<ImportsPages.RowShown> rows(
            Sender sender,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String verdict,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        one(sender, id);
        String asked = Asked.oneOf("verdict", verdict, VERDICTS);
        return pages.rows(
                sender, id, asked == null ? null : AddressBooks.Verdict.valueOf(asked), Window.ofNumbers(limit, after));
    }

    @PostMapping("/{id}/acceptance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(Sender sender, @PathVariable String id, @RequestBody Acceptance acceptance) {
        refused(books.accept(sender, Asked.id(id), Boolean.TRUE.equals(acceptance.doubtful())));
    }

    @PostMapping("/{id}/undo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(Sender sender, @PathVariable String id, @RequestBody Undoing undoing) {
        refused(books.undo(sender, Asked.id(id), undoing.why()));
    }

    @PostMapping("/{id}/redo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void redo(Sender sender, @PathVariable String id) {
        refused(books.redo(sender, Asked.id(id)));
    }

    private static void refused(Optional<Refusal> wrong) {
        wrong.ifPresent(refusal -> {
            throw Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, refusal).said();
        });
    }

    /** @param doubtful whether doubtful rows are taken too */
    record Acceptance(@Nullable Boolean doubtful) {}

    record Undoing(@Nullable String why) {}
}
