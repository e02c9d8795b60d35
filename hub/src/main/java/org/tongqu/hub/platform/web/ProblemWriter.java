package org.tongqu.hub.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.tongqu.hub.platform.Problem;

/** Writes a problem on a bare response, for filters and resolvers where no message converter is at hand. */
@Component
final class ProblemWriter {
    private static final String RETRY_SECONDS = "5";

    private final ObjectMapper json;

    ProblemWriter(ObjectMapper json) {
        this.json = json;
    }

    /** Whether programs, not people, are answered at this address. */
    public static boolean isApi(String path) {
        return path.startsWith("/api/");
    }

    public void write(HttpServletResponse response, Problem problem) {
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.setHeader("Retry-After", RETRY_SECONDS);
        }
        try {
            response.getOutputStream().write(json.writeValueAsBytes(problem));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
