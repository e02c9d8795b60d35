package org.tongqu.hub.platform;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.rest.RecordJson;

/**
 * RFC 9457 problem: the one shape in which every API says no, with words for a person in both languages.
 *
 * @param status HTTP status, 400 to 599; 500 is never used
 * @param code closed upper-case code, stable for machines
 */
public record Problem(String type, String title, int status, String detail, String code, String zh, String en) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        requireNonNull(code, "code");
        requireNonNull(zh, "zh");
        requireNonNull(en, "en");
    }

    public static Problem of(HttpStatus status, String code, String zh, String en) {
        String type = "urn:tongqu:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-');
        return new Problem(type, status.getReasonPhrase(), status.value(), en, code, zh, en);
    }

    public static Problem of(HttpStatus status, Refusal refusal) {
        return of(status, refusal.code(), refusal.zh(), refusal.en());
    }

    /** Answers where no controller can: in filters. */
    public static void write(HttpServletResponse response, Problem problem) throws IOException {
        byte[] body = RecordJson.write(problem);
        response.setStatus(problem.status());
        response.setContentType(MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The same answer whether the thing is not there or not the asker's to see. */
    public static Problem notFound() {
        return of(
                HttpStatus.NOT_FOUND,
                "NOT_FOUND",
                "没有此记录，或不在您的权限内；请核对编号。",
                "There is no such record, or it is not yours to see; check the id.");
    }

    public static Problem badParameter(String name, String zh, String en) {
        return of(
                HttpStatus.BAD_REQUEST,
                "BAD_PARAMETER",
                "参数 " + name + " 不对：" + zh,
                "Parameter " + name + " is wrong: " + en);
    }

    public static Problem notAllowed(String role) {
        return of(
                HttpStatus.FORBIDDEN,
                "NOT_ALLOWED",
                "角色 " + role + " 无权做此操作；请找总部服务台。",
                "Role " + role + " may not do this; ask the service desk at headquarters.");
    }

    public Said said() {
        return new Said(this);
    }

    /** A problem on its way out of a controller; it is an answer, not a bug, and carries no stack. */
    public static final class Said extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient @Nullable Problem problem;

        private Said(Problem problem) {
            super(problem.code(), null, false, false);
            this.problem = problem;
        }

        public Problem problem() {
            return requireNonNull(problem);
        }
    }
}
