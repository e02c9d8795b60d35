package org.tongqu.hub.keeping.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.keeping.Lookups;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;

/** {@code /api/v1/lookup}. */
@RestController
class LookupApi {
    private final Lookups lookups;

    LookupApi(Lookups lookups) {
        this.lookups = lookups;
    }

    @GetMapping("/api/v1/lookup")
    Lookups.Answer look(
            Sender sender,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String phone,
            @RequestParam(required = false) @Nullable String province) {
        Lookups.Question question = question(name, phone, province);
        if (question.empty()) {
            throw Problem.badParameter("name", "请填名称或电话。", "give a name or a telephone.")
                    .said();
        }
        return lookups.look(sender, question);
    }

    static Lookups.Question question(@Nullable String name, @Nullable String phone, @Nullable String province) {
        return Lookups.Question.of(word("name", name), word("phone", phone), word("province", province));
    }

    private static String word(String name, @Nullable String raw) {
        return Objects.requireNonNullElse(Asked.word(name, raw), "");
    }
}
