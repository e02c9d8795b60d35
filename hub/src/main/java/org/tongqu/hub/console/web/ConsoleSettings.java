package org.tongqu.hub.console.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Words and look of all pages. */
@Configuration(proxyBeanMethods = false)
class ConsoleSettings implements WebMvcConfigurer {
    private static final List<String> NO_PAGES = List.of("/api/**", "/console/**", "/webjars/**", "/actuator/**");

    private final Look look = new Look();
    private final ObjectProvider<DefaultView> defaultView;

    ConsoleSettings(ObjectProvider<DefaultView> defaultView) {
        this.defaultView = defaultView;
    }

    /** Chinese where no language was chosen; a key without words is an error and not shown as a key. */
    @Bean
    static MessageSource messageSource() {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename("words");
        words.setDefaultEncoding(StandardCharsets.UTF_8.name());
        words.setFallbackToSystemLocale(false);
        return words;
    }

    @Bean
    Look localeResolver() {
        return look;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(look).excludePathPatterns(NO_PAGES);
        registry.addInterceptor(defaultView.getObject()).excludePathPatterns(NO_PAGES);
    }
}
