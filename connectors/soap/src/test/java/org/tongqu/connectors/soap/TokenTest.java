package org.tongqu.connectors.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.common.util.UsernameTokenUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A factory proves itself by a digest")
class TokenTest {
    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String WSU =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    private static final String DIGEST =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest";
    private static int nonces;
    private static Counter counter;

    @BeforeAll
    static void open() {
        counter = new Counter();
    }

    @AfterAll
    static void close() {
        counter.close();
    }

    private static String nonce() {
        return Base64.getEncoder()
                .encodeToString(("nonce-" + nonces++).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String token(String user, String secret, String nonce, String created) {
        try {
            String digest =
                    UsernameTokenUtil.doPasswordDigest(Base64.getDecoder().decode(nonce), created, secret);
            return token(user, DIGEST, digest, nonce, created);
        } catch (WSSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String token(String user, String type, String password, String nonce, String created) {
        return "<w:UsernameToken><w:Username>" + user + "</w:Username><w:Password Type=\"" + type + "\">" + password
                + "</w:Password><w:Nonce>" + nonce + "</w:Nonce><u:Created>" + created
                + "</u:Created></w:UsernameToken>";
    }

    private static String calls(String inSecurity) {
        String header = "<soap:Header><w:Security soap:mustUnderstand=\"1\" xmlns:w=\"" + WSSE + "\" xmlns:u=\"" + WSU
                + "\">" + inSecurity + "</w:Security></soap:Header><soap:Body>";
        return counter.hears(Envelopes.order("A-1").replace("<soap:Body>", header), null);
    }

    private static void refused(String inSecurity, String code) {
        assertThat(calls(inSecurity)).startsWith("500 ").contains("FailedAuthentication<", "<code>" + code + "<");
    }

    @Test
    @DisplayName("over its nonce, the time and the secret, with a time stamp beside it or not")
    void proved() {
        String now = Instant.now().toString();
        assertThat(calls(token("factory-mt1", "demo", nonce(), now))).startsWith("200 ");
        String stamp = "<u:Timestamp><u:Created>" + now + "</u:Created></u:Timestamp>";
        assertThat(calls(stamp + token("factory-mt1", "demo", nonce(), now))).startsWith("200 ");
        assertThat(counter.calls)
                .last()
                .satisfies(call -> assertThat(call.sender()).isEqualTo(Counter.FACTORY));
    }

    @Test
    @DisplayName("that our own calls carry too")
    void ourOwn() {
        Token made = Token.in(Token.make("factory-mt1", "demo")).orElseThrow();
        assertThat(made.user()).isEqualTo("factory-mt1");
        assertThat(made.provedBy("demo")).isTrue();
        assertThat(made.provedBy("other")).isFalse();
        assertThat(made.createdAt()).isPresent();
    }

    @Test
    @DisplayName("and not at all by nothing, a stranger's name, another secret or a changed time")
    void unproved() {
        String now = Instant.now().toString();
        assertThat(counter.hears(Envelopes.order("A-1"), null)).contains("<code>NO_CREDENTIAL<");
        refused(token("factory-mt9", "demo", nonce(), now), "UNKNOWN_CREDENTIAL");
        refused(token("factory-mt1", "Demo", nonce(), now), "UNKNOWN_CREDENTIAL");
        refused(
                token("factory-mt1", "demo", nonce(), now)
                        .replace(now, Instant.now().plusSeconds(1).toString()),
                "UNKNOWN_CREDENTIAL");
        refused(token("factory-mt1", DIGEST, "", nonce(), now), "BAD_TOKEN");
    }

    @Test
    @DisplayName("and not by a plain password, though it be right, nor beside a second token or another kind of token")
    void badTokens() {
        String now = Instant.now().toString();
        String good = token("factory-mt1", "demo", nonce(), now);
        refused(token("factory-mt1", DIGEST.replace("Digest", "Text"), "demo", nonce(), now), "BAD_TOKEN");
        refused(good + good, "BAD_TOKEN");
        refused("<w:BinarySecurityToken>x</w:BinarySecurityToken>" + good, "BAD_TOKEN");
        refused(good.replaceAll("<w:Nonce>.*</w:Nonce>", ""), "BAD_TOKEN");
        refused(good.replaceAll("<u:Created>.*</u:Created>", ""), "BAD_TOKEN");
        refused(token("factory-mt1", "demo", nonce(), "2026-03-02T10:00:00"), "BAD_TOKEN");
    }

    @Test
    @DisplayName("within five minutes of its making")
    void stale() {
        refused(
                token(
                        "factory-mt1",
                        "demo",
                        nonce(),
                        Instant.now().minusSeconds(302).toString()),
                "STALE_TOKEN");
        refused(
                token(
                        "factory-mt1",
                        "demo",
                        nonce(),
                        Instant.now().plusSeconds(302).toString()),
                "STALE_TOKEN");
        assertThat(calls(token(
                        "factory-mt1",
                        "demo",
                        nonce(),
                        Instant.now().minusSeconds(290).toString())))
                .startsWith("200 ");
    }

    @Test
    @DisplayName("once; and a wrong digest spends no nonce")
    void once() {
        String now = Instant.now().toString();
        String nonce = nonce();
        refused(token("factory-mt1", "wrong", nonce, now), "UNKNOWN_CREDENTIAL");
        assertThat(calls(token("factory-mt1", "demo", nonce, now))).startsWith("200 ");
        refused(token("factory-mt1", "demo", nonce, now), "REPLAYED_TOKEN");
    }
}
