package org.tongqu.hub.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.Uplink;
import org.tongqu.connectors.rest.UplinkJson;
import org.tongqu.hub.Caller;
import org.tongqu.hub.HubTest;

@DisplayName("Who sees a branch's line, and who may tell it")
class BranchLineMatrixTest extends HubTest {
    private static final Sender NORTHEAST = new Sender("branch-ne", Sender.Role.BRANCH, "NE", "branch-ne");
    private static final Set<String> SEE =
            Set.of("admin", "desk", "auditor", "mgr-ne", "rep-ne-1", "rep-ne-2", "branch-ne");

    @Autowired
    Uplink uplink;

    private final Teller node = new Teller("branch-ne").says(2, "一");

    static Stream<String> logins() {
        return List.of(
                "admin",
                "desk",
                "auditor",
                "mgr-ne",
                "rep-ne-1",
                "rep-ne-2",
                "branch-ne",
                "mgr-e",
                "rep-e-1",
                "branch-e",
                "factory-crane",
                "agent-a001",
                "tech1")
                .stream();
    }

    @BeforeEach
    void aLine() {
        uplink.take(NORTHEAST, MessageKind.VISIT, node.call(1, 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("logins")
    @DisplayName("its own people and headquarters see it in the list")
    void seen(String login) {
        String branches = Caller.as(port, login).get("/api/v1/branches").text();

        assertThat(branches.contains(node.line())).isEqualTo(SEE.contains(login));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("logins")
    @DisplayName("its own credential tells it, and no other")
    void told(String login) {
        String call = new String(UplinkJson.write(node.call(2, 2)), UTF_8);

        int status = Caller.as(port, login).post("/api/v1/uplink", call).status();

        assertThat(status).isEqualTo(login.equals("branch-ne") ? 200 : 403);
    }

    @ParameterizedTest
    @MethodSource("paths")
    @DisplayName("nobody gets in without a credential")
    void nobody(String path) {
        assertThat(Caller.nobody(port).get(path).status()).isEqualTo(401);
    }

    static Stream<String> paths() {
        return Stream.of("/api/v1/branches", "/api/v1/uplink");
    }
}
