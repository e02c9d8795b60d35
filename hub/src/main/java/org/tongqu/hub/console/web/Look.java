package org.tongqu.hub.console.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;

/** Language and theme: a link carries the wish ({@code ?lang=en}, {@code ?theme=dark}), a cookie remembers it, the address stays clean. */
final class Look extends AcceptHeaderLocaleResolver implements HandlerInterceptor {
    static final String LANGUAGE = "lang";
    static final String THEME = "theme";
    /** Groups of the menu left open, which the browser writes by itself. */
    static final String MENU = "menu";

    private static final Pattern GROUPS = Pattern.compile("[A-Z]{0,20}(\\.[A-Z]{1,20}){0,9}");
    private static final List<String> LANGUAGES = List.of("zh", "en");
    private static final List<String> THEMES = List.of("light", "dark");
    /** Wishes a page wears as they are: single keys, the menu folded to its icons, the welcome of the demo. */
    private static final Map<String, List<String>> WISHES =
            Map.of("keys", List.of("on", "off"), "rail", List.of("open", "folded"), "welcome", List.of("on", "off"));

    private static final Duration A_YEAR = Duration.ofDays(365);

    static String language(HttpServletRequest request) {
        return remembered(request, LANGUAGE, LANGUAGES, "zh");
    }

    static String theme(HttpServletRequest request) {
        return remembered(request, THEME, THEMES, "");
    }

    static Map<String, String> wishes(HttpServletRequest request) {
        Map<String, String> wishes = new HashMap<>();
        WISHES.forEach((name, allowed) -> {
            String wish = remembered(request, name, allowed, "");
            if (!wish.isEmpty()) {
                wishes.put(name, wish);
            }
        });
        cookie(request, MENU).filter(left -> GROUPS.matcher(left).matches()).ifPresent(left -> wishes.put(MENU, left));
        return wishes;
    }

    /** The page's own parameters, encoded, without the look's. */
    static String query(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) {
            return "";
        }
        return Arrays.stream(query.split("&"))
                .filter(pair -> !isWish(pair.substring(0, Math.max(0, pair.indexOf('=')))))
                .reduce((one, other) -> one + "&" + other)
                .orElse("");
    }

    private static boolean isWish(String name) {
        return name.equals(LANGUAGE) || name.equals(THEME) || WISHES.containsKey(name);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!"GET".equals(request.getMethod())) {
            return true;
        }
        boolean inLanguage = remember(request, response, LANGUAGE, LANGUAGES);
        boolean inTheme = remember(request, response, THEME, THEMES);
        long others = WISHES.entrySet().stream()
                .filter(wish -> remember(request, response, wish.getKey(), wish.getValue()))
                .count();
        boolean wished = inLanguage || inTheme || others > 0;
        if (wished) {
            response.sendRedirect(withoutWishes(request));
        }
        return !wished;
    }

    private static String withoutWishes(HttpServletRequest request) {
        String query = query(request);
        return UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(query.isEmpty() ? null : query)
                .build(true)
                .toUriString();
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Locale.forLanguageTag(language(request));
    }

    private static boolean remember(
            HttpServletRequest request, HttpServletResponse response, String name, List<String> allowed) {
        String wish = request.getParameter(name);
        if (wish == null || !allowed.contains(wish)) {
            return false;
        }
        ResponseCookie cookie = ResponseCookie.from("tongqu-" + name, wish)
                .path("/")
                .maxAge(A_YEAR)
                .sameSite("Lax")
                .httpOnly(true)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return true;
    }

    private static String remembered(HttpServletRequest request, String name, List<String> allowed, String otherwise) {
        return cookie(request, name).filter(allowed::contains).orElse(otherwise);
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals("tongqu-" + name))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
