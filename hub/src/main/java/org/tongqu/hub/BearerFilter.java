package org.tongqu.hub;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tongqu.connectors.canon.Sender;

/** Takes a partner's API key from {@code Authorization: Bearer}; a wrong one is refused, never overlooked. */
final class BearerFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final Gate gate;
    private final AuthenticationEntryPoint refusal;

    BearerFilter(Gate gate, AuthenticationEntryPoint refusal) {
        this.gate = gate;
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Sender> sender = gate.ofKey(header.substring(BEARER.length()).strip());
        if (sender.isEmpty()) {
            refusal.commence(request, response, new BadCredentialsException("unknown key"));
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(Gate.proved(sender.get()));
        SecurityContextHolder.setContext(context);
        request.setAttribute(SenderFilter.SENDER, sender.get());
        chain.doFilter(request, response);
    }
}
