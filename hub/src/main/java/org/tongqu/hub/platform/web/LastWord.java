package org.tongqu.hub.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.servlet.error.BasicErrorController;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Problem;

/** Answers what failed outside any controller, e.g. a request the firewall turned away: programs get a problem, people the error page. */
@Controller
class LastWord extends BasicErrorController {
    private final Ids ids;
    private final ProblemWriter writer;

    LastWord(
            ErrorAttributes attributes,
            ServerProperties server,
            java.util.List<ErrorViewResolver> views,
            Ids ids,
            ProblemWriter writer) {
        super(attributes, server.getError(), views);
        this.ids = ids;
        this.writer = writer;
    }

    @Override
    @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
    public @Nullable ModelAndView errorHtml(HttpServletRequest request, HttpServletResponse response) {
        if (!ProblemWriter.isApi(asked(request))) {
            return super.errorHtml(request, response);
        }
        writer.write(response, problem(request));
        return null;
    }

    @Override
    @RequestMapping
    public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        Problem problem = problem(request);
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Map.of(
                        "type", problem.type(),
                        "title", problem.title(),
                        "status", problem.status(),
                        "detail", problem.detail(),
                        "code", problem.code(),
                        "zh", problem.zh(),
                        "en", problem.en()));
    }

    private Problem problem(HttpServletRequest request) {
        HttpStatus status = getStatus(request);
        return status.is5xxServerError() ? StatusWords.unavailable(ids.next()) : StatusWords.problem(status);
    }

    private static String asked(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    }
}
