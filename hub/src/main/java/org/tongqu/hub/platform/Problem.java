package org.tongqu.hub.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.rest.RecordJson;

/**
 * What an API answers when it will not: RFC 9457 fields, and the house's code and words in both languages.
 *
 * @param pointer the parameter or field concerned, where there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String zh,
        String en,
        @Nullable String pointer) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(int status, Refusal refusal) {
        return new Problem(
                "about:blank",
                HttpStatus.valueOf(status).getReasonPhrase(),
                status,
                refusal.en(),
                refusal.code(),
                refusal.zh(),
                refusal.en(),
                refusal.pointer().isEmpty() ? null : refusal.pointer());
    }

    /** Answers where no controller can: in filters. */
    public static void write(HttpServletResponse response, int status, Refusal refusal) throws IOException {
        byte[] body = RecordJson.write(of(status, refusal));
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
