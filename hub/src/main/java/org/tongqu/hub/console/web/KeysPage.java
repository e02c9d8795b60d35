package org.tongqu.hub.console.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** 快捷键: the list of all keys, for who does not know that a question mark opens it. */
@Controller
class KeysPage {
    @GetMapping("/keys")
    String keys() {
        return "console/keys";
    }
}
