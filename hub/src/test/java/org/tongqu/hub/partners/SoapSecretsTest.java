package org.tongqu.hub.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.platform.Scope;

@DisplayName("A nonce")
class SoapSecretsTest extends HubTest {
    @Autowired
    private SoapSecretStore store;

    @Autowired
    private Partners partners;

    @Autowired
    private Seal seal;

    @Autowired
    private Clock clock;

    /** Another hub of the group: nothing in common with the first but the store. */
    private SoapSecrets node() {
        return new SoapSecrets(store, partners, seal, wall, clock);
    }

    private static String nonce() {
        return "nonce-" + Sowing.number();
    }

    @Test
    @DisplayName("is good once in all hubs together, though they see it at the same moment")
    void onceInAllHubs() throws InterruptedException {
        String nonce = nonce();
        Instant now = clock.instant();
        List<Callable<Boolean>> hubs = List.of(node(), node(), node(), node()).stream()
                .<Callable<Boolean>>map(node -> () -> node.firstUse("factory-crane", nonce, now))
                .toList();
        try (ExecutorService calls = Executors.newFixedThreadPool(4)) {
            assertThat(calls.invokeAll(hubs).stream().map(Future::resultNow))
                    .containsOnlyOnce(true)
                    .hasSize(4);
        }
        assertThat(node().firstUse("factory-boiler", nonce, now)).isTrue();
    }

    @Test
    @DisplayName("is forgotten when its token is stale anyway")
    void forgotten() {
        String old = nonce();
        node().firstUse("factory-crane", old, clock.instant().minus(Duration.ofMinutes(11)));
        node().firstUse("factory-crane", nonce(), clock.instant());
        Long left = wall.read(
                Scope.WORKER,
                () -> jdbc.sql("select count(*) from partners.nonce where nonce = :nonce")
                        .param("nonce", old)
                        .query(Long.class)
                        .single());
        assertThat(left).isZero();
    }
}
