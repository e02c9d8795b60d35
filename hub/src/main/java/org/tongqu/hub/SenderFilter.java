package org.tongqu.hub;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/**
 * Says who is asking, fresh from the store on every request, so that somebody switched off is out at once; routes and pages take it from here
 * alone. A key was asked of the store just before, by {@link BearerFilter}, and is not asked again.
 */
final class SenderFilter extends OncePerRequestFilter {
    static final String SENDER = Sender.class.getName();

    private final People people;
    private final Partners partners;
    private final Wall wall;

    SenderFilter(People people, Partners partners, Wall wall) {
        this.people = people;
        this.partners = partners;
        this.wall = wall;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication proved = SecurityContextHolder.getContext().getAuthentication();
        if (request.getAttribute(SENDER) == null
                && proved != null
                && proved.isAuthenticated()
                && !(proved instanceof AnonymousAuthenticationToken)) {
            Sender sender = today(proved.getName(), proved.getAuthorities().contains(Gate.BY_KEY));
            if (sender == null) {
                SecurityContextHolder.clearContext();
                end(request.getSession(false));
            } else {
                request.setAttribute(SENDER, sender);
            }
        }
        chain.doFilter(request, response);
    }

    /** Somebody switched off does not come back in by the same cookie once switched on again. */
    private static void end(@Nullable HttpSession session) {
        if (session != null) {
            session.invalidate();
        }
    }

    /** @param byKey whether it is the partner's own program, which goes on where a person of the same login is switched off */
    private @Nullable Sender today(String login, boolean byKey) {
        Optional<Sender> found = wall.read(
                Scope.WORKER,
                () -> people.find(login)
                        .filter(People.User::active)
                        .map(People.User::sender)
                        .or(() -> (byKey ? partners.find(login) : Optional.<Partners.Partner>empty())
                                .filter(Partners.Partner::active)
                                .map(partner -> partners.folderSender(partner.code()))));
        return found.orElse(null);
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
