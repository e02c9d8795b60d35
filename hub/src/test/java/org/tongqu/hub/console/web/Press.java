package org.tongqu.hub.console.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.tongqu.connectors.canon.Sender;

/** Prints a page from its template as the hub would, without a hub. */
final class Press {
    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    Press() {
        this(new ClassLoaderTemplateResolver(), "templates/");
    }

    Press(AbstractConfigurableTemplateResolver templates, String prefix) {
        templates.setPrefix(prefix);
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(ConsoleSettings.messageSource());
        engine.setLinkBuilder(new NoContext());
    }

    String page(
            String template, Sender sender, Locale locale, String theme, String address, Map<String, Object> model) {
        Map<String, Object> all = new HashMap<>(model);
        Say say = MadeUp.say(locale);
        all.put("say", say);
        all.put("names", MadeUp.names(say));
        all.put("shell", MadeUp.shell(sender, locale, address, theme));
        all.put("views", MadeUp.views(address));
        all.put("columns", ChosenColumns.of(address, null, null));
        return open(template, locale, all);
    }

    /** A page for somebody who has not signed in. */
    String open(String template, Locale locale, Map<String, Object> model) {
        return engine.process(template, new Context(locale, model));
    }

    private static final class NoContext extends StandardLinkBuilder {
        @Override
        protected String computeContextPath(IExpressionContext context, String base, Map<String, Object> parameters) {
            return "";
        }
    }
}
