package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tongqu.hub.platform.Scope;

@DisplayName("The hub stands on real servers")
class GroundTest extends HubTest {
    @Test
    @DisplayName("and nothing is seen without a scope")
    void nothingIsSeenWithoutAScope() {
        assertThat(jdbc.sql("select count(*) from people.app_user")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(wall.read(
                        Scope.WORKER,
                        () -> jdbc.sql("select count(*) from people.app_user")
                                .query(Long.class)
                                .single()))
                .isPositive();
    }
}
