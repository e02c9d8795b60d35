package org.tongqu.hub.keeping.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.keeping.Unkept;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;

/** {@code /api/v1/unkept-customers}. */
@RestController
@RequestMapping("/api/v1/unkept-customers")
class UnkeptApi {
    private final Unkept unkept;

    UnkeptApi(Unkept unkept) {
        this.unkept = unkept;
    }

    @GetMapping
    Slice<Unkept.Row> unkept(
            Sender sender,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        return unkept.page(sender, Window.ofNumbers(limit, after));
    }

    @PostMapping("/{id}/keeper")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void give(Sender sender, @PathVariable String id, @RequestBody KeeperAsked asked) {
        KeepingApi.refused(unkept.give(
                sender,
                Asked.id(id),
                Objects.requireNonNullElse(asked.login(), "").strip()));
    }

    record KeeperAsked(@Nullable String login) {}
}
