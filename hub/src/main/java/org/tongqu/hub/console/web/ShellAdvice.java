package org.tongqu.hub.console.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.console.SavedViews;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.reminders.Reminders;

/** Gives every page of every room what its template leans on: the shell, the formatter and the names. */
@ControllerAdvice(
        basePackages = {
            "org.tongqu.hub.console.web",
            "org.tongqu.hub.journal.web",
            "org.tongqu.hub.customers.web",
            "org.tongqu.hub.channel.web",
            "org.tongqu.hub.keeping.web",
            "org.tongqu.hub.imports.web",
            "org.tongqu.hub.needs.web",
            "org.tongqu.hub.demand.web",
            "org.tongqu.hub.analysis.web",
            "org.tongqu.hub.dispatch.web",
            "org.tongqu.hub.clocks.web",
            "org.tongqu.hub.reminders.web",
            "org.tongqu.hub.coverage.web",
            "org.tongqu.hub.partners.web",
            "org.tongqu.hub.reconciliation.web",
            "org.tongqu.hub.service.web",
            "org.tongqu.hub.support.web",
            "org.tongqu.hub.handbook.web"
        })
class ShellAdvice {
    /** Where the gate leaves the sender; absent on the pages open to everybody. */
    private static final String SENDER = "org.tongqu.connectors.canon.Sender";

    private final MessageSource words;
    private final Clock clock;
    private final People people;
    private final Partners partners;
    private final Wall wall;
    private final SavedViews views;
    private final Policy policy;
    private final Reminders reminders;
    private final boolean demo;

    ShellAdvice(
            MessageSource words,
            Clock clock,
            People people,
            Partners partners,
            Wall wall,
            SavedViews views,
            Policy policy,
            Reminders reminders,
            @Value("${tongqu.demo:false}") boolean demo) {
        this.words = words;
        this.clock = clock;
        this.people = people;
        this.partners = partners;
        this.wall = wall;
        this.views = views;
        this.policy = policy;
        this.reminders = reminders;
        this.demo = demo;
    }

    @ModelAttribute("say")
    Say say(Locale locale) {
        return new Say(words, locale, clock);
    }

    @ModelAttribute("names")
    Names names(@RequestAttribute(name = SENDER, required = false) @Nullable Sender sender, Locale locale) {
        return new Names(
                say(locale),
                () -> sender == null ? Map.of() : wall.read(Scope.of(sender), () -> Names.names(partners.all())),
                login -> sender == null || login == null ? null : person(sender, login),
                Names.byCode(partners.classes()));
    }

    private @Nullable String person(Sender sender, String login) {
        return wall.read(Scope.of(sender), () -> people.find(login))
                .map(People.User::name)
                .orElse(null);
    }

    @ModelAttribute("shell")
    @Nullable
    Shell shell(
            @RequestAttribute(name = SENDER, required = false) @Nullable Sender sender,
            HttpServletRequest request,
            Locale locale) {
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
                demo,
                reminders.waiting(sender),
                Look.wishes(request));
    }

    @ModelAttribute(Tour.NAME)
    @Nullable
    Tour tour(HttpServletRequest request) {
        return Tour.ofNullable(request.getParameter(Tour.NAME));
    }

    @ModelAttribute("columns")
    ChosenColumns columns(HttpServletRequest request) {
        return ChosenColumns.of(
                request.getRequestURI(), request.getQueryString(), request.getParameter(ChosenColumns.NAME));
    }

    @ModelAttribute("views")
    @Nullable
    ViewsBar views(
            @RequestAttribute(name = SENDER, required = false) @Nullable Sender sender, HttpServletRequest request) {
        return sender == null
                ? null
                : new ViewsBar(
                        request.getRequestURI(),
                        Query.filters(request.getQueryString()),
                        policy.allows(sender.role(), Act.SAVE_VIEW),
                        policy.allows(sender.role(), Act.SHARE_VIEW),
                        () -> views.of(sender, request.getRequestURI()));
    }

    /** What is not there, not to be seen or not understood has its own page; who reads it is told what to do. */
    @ExceptionHandler
    void told(Problem.Said said, HttpServletResponse response) throws IOException {
        response.sendError(said.problem().status());
    }

    @ExceptionHandler
    void notAllowed(Policy.NotAllowed refused, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
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
