package org.tongqu.hub.console.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 登录: the one page open to everybody; the form itself is taken by the security filter. */
@Controller
class SignInPage {
    /** As the contract names them. */
    private static final List<String> DEMO_USERS =
            List.of("desk", "rep-ne-1", "mgr-ne", "factory-crane", "agent-a001", "auditor", "admin");

    private final boolean demo;

    SignInPage(@Value("${tongqu.demo:false}") boolean demo) {
        this.demo = demo;
    }

    @GetMapping("/sign-in")
    String signIn(HttpServletRequest request, Model model) {
        fill(
                model,
                demo,
                request.getParameter("wrong") != null,
                request.getParameter("out") != null,
                Look.theme(request));
        return "console/sign-in";
    }

    static void fill(Model model, boolean demo, boolean wrong, boolean left, String theme) {
        model.addAttribute("demo", demo)
                .addAttribute("wrong", wrong)
                .addAttribute("left", left)
                .addAttribute("theme", theme)
                .addAttribute("users", DEMO_USERS);
    }
}
