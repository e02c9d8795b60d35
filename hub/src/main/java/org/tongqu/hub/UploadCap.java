package org.tongqu.hub;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tongqu.connectors.canon.Sluice;

/**
 * Stands before whatever reads a browser's upload: who has not signed in puts nothing on our disk, and a file that is too large is told
 * so in words, where the parser of forms would only have missed the token behind it. At a shut sluice nobody puts anything there.
 */
final class UploadCap extends OncePerRequestFilter {
    private final long most;
    private final Sluice sluice;

    /** @param most bytes of a request, the form around the file counted in */
    UploadCap(long most, Sluice sluice) {
        this.most = most;
        this.sluice = sluice;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!signedIn(request)) {
            response.sendRedirect("/sign-in");
        } else if (request.getContentLengthLong() > most) {
            response.sendRedirect(page(request) + "?refused=LARGE");
        } else if (request.getMethod().equals("POST") && sluice.state() instanceof Sluice.Shut) {
            response.sendRedirect(page(request) + "?refused=BUSY");
        } else {
            chain.doFilter(request, response);
        }
    }

    /** The page whose form it is. */
    private static String page(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/imports") ? "/imports" : "/upload";
    }

    private static boolean signedIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }
}
