package org.tongqu.hub.console.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** Gives every page of every room what its template leans on: the shell, the formatter and the names. */
@ControllerAdvice(
        basePackages = {
            "org.tongqu.hub.console.web",
            "org.tongqu.hub.journal.web",
            "org.tongqu.hub.customers.web",
            "org.tongqu.hub.needs.web",
            "org.tongqu.hub.demand.web"
        })
class ShellAdvice {
    private final MessageSource words;
    private final Clock clock;
    private final People people;
    private final Partners partners;
    private final Wall wall;
    private final boolean demo;

    ShellAdvice(
            MessageSource words,
            Clock clock,
            People people,
            Partners partners,
            Wall wall,
            @Value("${tongqu.demo:false}") boolean demo) {
        this.words = words;
        this.clock = clock;
        this.people = people;
        this.partners = partners;
        this.wall = wall;
        this.demo = demo;
    }

    @ModelAttribute("say")
    Say say(Locale locale) {
        return new Say(words, locale, clock);
    }

    @ModelAttribute("names")
    Names names(@Nullable Sender sender, Locale locale) {
        return new Names(
                say(locale),
                () -> sender == null
                        ? java.util.Map.of()
                        : wall.read(Scope.of(sender), () -> Names.names(partners.all())),
                Names.byCode(partners.classes()));
    }

    @ModelAttribute("shell")
    @Nullable
    Shell shell(@Nullable Sender sender, HttpServletRequest request, Locale locale) {
        if (sender == null || request.getRequestURI().startsWith("/api/")) {
            return null;
        }
        String name = wall.read(Scope.of(sender), () -> people.find(sender.login()))
                .map(People.User::name)
                .orElse(sender.login());
        return new Shell(
                sender,
                name,
                house(sender, locale),
                request.getRequestURI(),
                Look.query(request),
                Look.language(request),
                Look.theme(request),
                demo);
    }

    private @Nullable String house(Sender sender, Locale locale) {
        String partner = sender.partner();
        if (partner != null && List.of(Sender.Role.FACTORY, Sender.Role.AGENT).contains(sender.role())) {
            return names(sender, locale).partner(partner);
        }
        String region = sender.region();
        return region == null ? null : say(locale).word("region." + region);
    }
}
