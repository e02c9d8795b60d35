package org.tongqu.hub.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person sets from outside, and what happens when it cannot be. */
class SettingsTest {
    private static final Map<String, String> OUTSIDE = Map.of(
            "TONGQU_DB_URL", "jdbc:postgresql://db:5432/tongqu",
            "TONGQU_DB_USER", "app",
            "TONGQU_DB_PASSWORD", "s3cret-app",
            "TONGQU_DB_OWNER_USER", "owner",
            "TONGQU_DB_OWNER_PASSWORD", "s3cret-owner",
            "TONGQU_BROKER_URL", "tcp://mq:61616",
            "TONGQU_BROKER_USER", "hub",
            "TONGQU_BROKER_PASSWORD", "s3cret-broker");

    @Test
    void without_any_setting_everything_is_embedded_local_and_in_var() {
        Settings settings = Settings.of(Map.of("TONGQU_PORT", "  "), false);

        assertThat(settings.home()).isEqualTo(Path.of("var").toAbsolutePath());
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.brokerPort()).isZero();
        assertThat(settings.bind()).isEqualTo("127.0.0.1");
        assertThat(settings.brokerBind()).isEqualTo("127.0.0.1");
        assertThat(settings.database()).isNull();
        assertThat(settings.broker()).isNull();
        assertThat(settings.demoTraffic()).isTrue();
    }

    @Test
    void the_demo_runs_without_its_simulators_where_asked() {
        assertThat(Settings.of(Map.of("TONGQU_DEMO_TRAFFIC", "off"), true).demoTraffic())
                .isFalse();
        assertThat(Settings.of(Map.of(), true).demoSize()).isEqualTo("full");
        assertThatThrownBy(() -> Settings.of(Map.of("TONGQU_DEMO_SIZE", "huge"), true))
                .hasMessageContaining("TONGQU_DEMO_SIZE=huge must be full or small");
        assertThatThrownBy(() -> Settings.of(Map.of("TONGQU_DEMO_TRAFFIC", "no"), true))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("on or off");
    }

    @Test
    void no_secret_shows_when_settings_are_printed() {
        assertThat(Settings.of(OUTSIDE, false).toString())
                .contains("jdbc:postgresql://db:5432/tongqu", "tcp://mq:61616", "owner")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "TONGQU_PORT, http, TONGQU_PORT",
        "TONGQU_PORT, 65536, 65535",
        "TONGQU_BROKER_PORT, -1, TONGQU_BROKER_PORT",
        "TONGQU_BIND, not an address, TONGQU_BIND",
        "TONGQU_BROKER_BIND, not an address, TONGQU_BROKER_BIND",
        "TONGQU_DB_URL, mysql://db/x, jdbc:postgresql://",
        "TONGQU_DB_URL, jdbc:postgresql://db/x?user=a&password=b, TONGQU_DB_USER",
        "TONGQU_DB_URL, jdbc:postgresql://db/x, TONGQU_DB_OWNER_USER",
        "TONGQU_DB_USER, app, TONGQU_DB_URL",
        "TONGQU_OTLP_ENDPOINT, collector:4318, http://host:4318/v1/traces",
        "TONGQU_BROKER_URL, amqp://mq, tcp://host:61616",
        "TONGQU_BROKER_PASSWORD, x, TONGQU_BROKER_URL"
    })
    void a_bad_value_is_refused_in_words_that_say_what_to_do(String name, String value, String told) {
        assertThatThrownBy(() -> Settings.of(Map.of(name, value), false))
                .isInstanceOfSatisfying(StartRefused.class, refused -> {
                    assertThat(refused.en()).contains(told);
                    assertThat(refused.zh())
                            .contains(
                                    told.startsWith("tcp")
                                            ? "tcp://"
                                            : told.startsWith("http://host") ? ":4318/v1/traces" : told);
                });
    }

    @Test
    void the_demo_whose_passwords_all_know_never_leaves_this_machine() {
        assertThatThrownBy(() -> Settings.of(Map.of("TONGQU_BIND", "0.0.0.0"), true))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("loopback");
        assertThatThrownBy(() -> Settings.of(Map.of("TONGQU_BROKER_BIND", "0.0.0.0"), true))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("loopback");
        assertThat(Settings.of(Map.of("TONGQU_BIND", "0.0.0.0"), false).bind()).isEqualTo("0.0.0.0");
        assertThat(Settings.of(Map.of("TONGQU_BROKER_BIND", "0.0.0.0"), false).brokerBind())
                .isEqualTo("0.0.0.0");
    }
}
