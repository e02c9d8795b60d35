package org.tongqu.hub.keeping.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
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

/** {@code /api/v1/unkept-customers}, and who keeps one from now on. */
@RestController
@RequestMapping("/api/v1")
class UnkeptApi {
    private final Unkept unkept;

    UnkeptApi(Unkept unkept) {
        this.unkept = unkept;
    }

    @GetMapping("/unkept-customers")
    Slice<Unkept.Row> unkept(
            Sender sender,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        return unkept.page(sender, Window.ofNumbers(limit, after));
    }

    @PostMapping("/keepers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void give(Sender sender, @RequestBody KeeperAsked asked) {
        KeepingApi.refused(unkept.give(sender, Asked.id(text(asked.customerId())), text(asked.login())));
    }

    private static String text(@Nullable String said) {
        return Objects.requireNonNullElse(said, "").strip();
    }

    record KeeperAsked(
            @Nullable String customerId, @Nullable String login) {}
}
