package org.tongqu.hub.console.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.console.SavedView;
import org.tongqu.hub.console.SavedViews;

/** A list whose address says nothing opens with its reader's own view, where there is one; {@code ?all} asks for all of it. */
@Component
class DefaultView implements HandlerInterceptor {
    private final SavedViews views;

    DefaultView(SavedViews views) {
        this.views = views;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!"GET".equals(request.getMethod())
                || request.getQueryString() != null
                || !(request.getAttribute(Sender.class.getName()) instanceof Sender sender)
                || !isList(sender, request.getRequestURI())) {
            return true;
        }
        Optional<SavedView> view = views.byDefault(sender, request.getRequestURI());
        if (view.isPresent() && !view.get().query().isEmpty()) {
            response.sendRedirect(view.get().address());
            return false;
        }
        return true;
    }

    private static boolean isList(Sender sender, String path) {
        return Menu.of(sender.role()).stream()
                .anyMatch(entry -> entry != Menu.HOME && entry.path().equals(path));
    }
}
