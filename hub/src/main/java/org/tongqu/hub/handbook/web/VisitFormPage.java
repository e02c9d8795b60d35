package org.tongqu.hub.handbook.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.handbook.FormVersion;
import org.tongqu.hub.handbook.Sheet;
import org.tongqu.hub.handbook.VisitDesk;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Toast;

/** 写拜访记录: the form of a visit to a customer. Its number stands in its address, so that whoever comes back to it sends the same visit. */
@Controller
class VisitFormPage {
    private static final int UNPROCESSABLE = 422;
    private static final int MORE = 2;
    private static final String MORE_OF = "more.";

    private final VisitDesk desk;
    private final Partners partners;
    private final MessageSource words;

    VisitFormPage(VisitDesk desk, Partners partners, MessageSource words) {
        this.desk = desk;
        this.partners = partners;
        this.words = words;
    }

    @GetMapping("/customers/{id}/visits/new")
    String open(
            Sender sender,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String no,
            @RequestParam(name = "class", required = false) @Nullable String productClass,
            Model model) {
        String customer = Asked.id(id);
        if (no == null) {
            desk.open(sender, customer, Asked.word("class", productClass), "");
            return "redirect:/customers/" + customer + "/visits/new?no=" + desk.number(sender)
                    + (productClass == null ? "" : "&class=" + URLEncoder.encode(productClass, UTF_8));
        }
        return shown(desk.open(sender, customer, Asked.word("class", productClass), Asked.id(no)), List.of(), model);
    }

    /** Where the form goes to is no page of its own. */
    @GetMapping("/visits/{id}")
    String back(@PathVariable String id) {
        return "redirect:/customers/" + Asked.id(id) + "/visits/new";
    }

    @PostMapping("/visits/{id}")
    String send(
            Sender sender,
            @PathVariable String id,
            @RequestParam Map<String, String> said,
            Model model,
            RedirectAttributes next,
            HttpServletResponse answer,
            Locale locale) {
        String customer = Asked.id(id);
        String act = said.getOrDefault("do", "");
        Sheet sheet = new Sheet(said);
        if (act.startsWith(MORE_OF)) {
            return shown(
                    desk.again(sender, customer, sheet.longer(act.substring(MORE_OF.length()), MORE)),
                    List.of(),
                    model);
        }
        if (act.equals("class")) {
            return shown(desk.again(sender, customer, changed(sender, sheet)), List.of(), model);
        }
        VisitDesk.Handed handed = desk.hand(sender, customer, sheet);
        if (!handed.wrong().isEmpty()) {
            answer.setStatus(UNPROCESSABLE);
            return shown(desk.again(sender, customer, sheet), handed.wrong(), model);
        }
        String says =
                words.getMessage(handed.again() ? "visit.again" : "visit.kept", new Object[] {sheet.at("no")}, locale);
        next.addFlashAttribute(Toast.NAME, new Toast(says, null));
        return "redirect:/customers/" + customer;
    }

    /** The form of the class that was chosen, with all that was typed. */
    private Sheet changed(Sender sender, Sheet sheet) {
        FormVersion chosen = desk.chosen(sender, sheet.at("class"));
        Map<String, String> said = new HashMap<>(sheet.said());
        said.put("form", chosen.productClass());
        said.put("version", String.valueOf(chosen.version()));
        return new Sheet(said);
    }

    private String shown(VisitDesk.Opened opened, List<VisitDesk.Wrong> wrong, Model model) {
        model.addAttribute("page", opened)
                .addAttribute("sheet", opened.sheet())
                .addAttribute("classes", partners.classes())
                .addAttribute("wrong", wrong.stream().collect(Collectors.groupingBy(VisitDesk.Wrong::field)))
                .addAttribute("wrongs", wrong);
        return "handbook/visit";
    }
}
