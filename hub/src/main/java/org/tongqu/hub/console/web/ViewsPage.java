package org.tongqu.hub.console.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.console.SavedView;
import org.tongqu.hub.console.SavedViews;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Toast;

/** What is done to saved views; each ends at the list it began at, with a word of what came of it. */
@Controller
@RequestMapping("/views")
class ViewsPage {
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_QUERY = 1000;

    private final SavedViews views;

    ViewsPage(SavedViews views) {
        this.views = views;
    }

    @PostMapping
    String save(
            Sender sender,
            @RequestParam String path,
            @RequestParam String query,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean shared,
            @RequestParam(defaultValue = "false") boolean byDefault,
            RedirectAttributes next,
            @ModelAttribute(name = "say", binding = false) Say say) {
        SavedViews.Wanted wanted =
                new SavedViews.Wanted(list(sender, path), name(name), filters(query), shared, byDefault);
        SavedViews.Answer answer = views.save(sender, wanted);
        tell(next, say, answer, "view.saved", wanted.name(), null);
        return "redirect:" + new SavedView("", wanted.path(), "", wanted.query(), true, false, false).address();
    }

    @PostMapping("/{id}")
    String change(
            Sender sender,
            @PathVariable String id,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean shared,
            @RequestParam(defaultValue = "false") boolean byDefault,
            RedirectAttributes next,
            @ModelAttribute(name = "say", binding = false) Say say) {
        SavedView view = find(sender, id);
        String asked = name(name);
        SavedViews.Answer answer = view.own() ? views.change(sender, id, asked, shared) : SavedViews.Answer.DONE;
        if (answer == SavedViews.Answer.DONE) {
            answer = views.openWith(sender, id, byDefault);
        }
        tell(next, say, answer, "view.changed", asked, null);
        return "redirect:" + view.address();
    }

    @PostMapping("/{id}/delete")
    String delete(
            Sender sender,
            @PathVariable String id,
            RedirectAttributes next,
            @ModelAttribute(name = "say", binding = false) Say say) {
        SavedView view = find(sender, id);
        tell(next, say, views.delete(sender, id), "view.deleted", view.name(), "/views/" + id + "/restore");
        return "redirect:" + view.address();
    }

    @PostMapping("/{id}/restore")
    String restore(
            Sender sender,
            @PathVariable String id,
            RedirectAttributes next,
            @ModelAttribute(name = "say", binding = false) Say say) {
        SavedViews.Answer answer = views.restore(sender, id);
        SavedView view = views.find(sender, id).orElse(null);
        tell(next, say, answer, "view.restored", view == null ? "" : view.name(), null);
        return "redirect:" + (view == null ? "/" : view.address());
    }

    private SavedView find(Sender sender, String id) {
        return views.find(sender, Asked.id(id))
                .orElseThrow(() -> Problem.notFound().said());
    }

    private static void tell(
            RedirectAttributes next,
            Say say,
            SavedViews.Answer answer,
            String done,
            String name,
            @Nullable String undo) {
        boolean so = answer == SavedViews.Answer.DONE;
        String says = so ? say.word(done, name) : say.word("view.answer." + answer, name);
        next.addFlashAttribute(Toast.NAME, new Toast(says, so ? undo : null));
    }

    /** A list of the reader's own menu, so that a view leads nowhere else. */
    private static String list(Sender sender, String path) {
        return Menu.of(sender.role()).stream()
                .filter(entry -> entry != Menu.HOME)
                .map(Menu::path)
                .filter(path::equals)
                .findFirst()
                .orElseThrow(() -> Problem.notFound().said());
    }

    private static String name(String asked) {
        String name = Asked.word("name", asked);
        if (name == null || name.length() > LONGEST_NAME) {
            throw Problem.badParameter("name", "视图名称应为 1 到 40 个字。", "a view's name has 1 to 40 characters.")
                    .said();
        }
        return name;
    }

    private static String filters(String query) {
        String filters = Query.filters(query);
        if (filters.length() > LONGEST_QUERY) {
            throw Problem.badParameter("query", "筛选条件太长，存不成视图。", "the filters are too long for a view.")
                    .said();
        }
        return filters;
    }
}
