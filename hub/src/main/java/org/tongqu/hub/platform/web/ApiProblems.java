package org.tongqu.hub.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;

/**
 * Turns whatever goes wrong under {@code /api/} into a problem. A resolver and not an advice: it also hears of requests that reached no
 * controller, and leaves pages for people to the console.
 */
@Component
class ApiProblems implements HandlerExceptionResolver, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    private final Ids ids;
    private final ProblemWriter writer;

    ApiProblems(Ids ids, ProblemWriter writer) {
        this.ids = ids;
        this.writer = writer;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception trouble) {
        if (!ProblemWriter.isApi(request.getRequestURI())
                || belongsToSecurity(trouble)
                || hasHungUp(response, trouble)) {
            return null;
        }
        if (trouble instanceof ErrorResponse told) {
            told.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        writer.write(response, problem(request, trouble));
        return new ModelAndView();
    }

    /** Who may not is answered where sign-in is answered for. */
    private static boolean belongsToSecurity(Exception trouble) {
        return trouble instanceof AccessDeniedException || trouble instanceof AuthenticationException;
    }

    private static boolean hasHungUp(HttpServletResponse response, Exception trouble) {
        return response.isCommitted() || trouble instanceof AsyncRequestNotUsableException;
    }

    private Problem problem(HttpServletRequest request, Exception trouble) {
        return switch (trouble) {
            case Problem.Said said -> said.problem();
            case Policy.NotAllowed refused -> StatusWords.problem(HttpStatusCode.valueOf(403));
            case HttpMessageNotReadableException unreadable -> StatusWords.problem(HttpStatusCode.valueOf(400));
            case TypeMismatchException mismatch -> StatusWords.problem(HttpStatusCode.valueOf(400));
            case ErrorResponse told
            when told.getStatusCode().is4xxClientError() -> StatusWords.problem(told.getStatusCode());
            default -> unexpected(request, trouble);
        };
    }

    /** Our own bug or a store out of reach: loud in the log, calm to the caller, joined by the reference. */
    private Problem unexpected(HttpServletRequest request, Exception trouble) {
        String reference = ids.next();
        LOG.error("{} {} failed, reference {}", request.getMethod(), request.getRequestURI(), reference, trouble);
        return StatusWords.unavailable(reference);
    }
}
