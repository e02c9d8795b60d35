package org.tongqu.connectors.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.tongqu.connectors.canon.Refusal;

/** Reads the hub's own {@code application/problem+json}; anything else that comes with a status is told by the status. */
final class ProblemJson {
    private ProblemJson() {}

    static Refusal said(int status, byte[] body) {
        return read(body).orElseGet(() -> unknown(status));
    }

    static Optional<Refusal> read(byte[] body) {
        try {
            JsonNode problem = HardenedJson.tree(body);
            String code = problem.path("code").asText();
            return code.isEmpty() ? Optional.empty() : Optional.of(said(problem, code));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static Refusal said(JsonNode problem, String code) {
        return new Refusal(
                "", code, problem.path("zh").asText(), problem.path("en").asText());
    }

    private static Refusal unknown(int status) {
        return new Refusal(
                "",
                "HUB_REFUSED",
                "总站拒收(HTTP " + status + "),对方可能不是通衢,请核对 TONGQU_HUB_URL",
                "refused with HTTP " + status + ", perhaps by something that is no Tongqu; check TONGQU_HUB_URL");
    }
}
