package org.tongqu.hub.partners;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the room its seal, made with the home's own key. */
@Configuration(proxyBeanMethods = false)
class PartnersConfiguration {
    @Bean
    Seal seal(@Value("${tongqu.secret-key}") String key, SecureRandom random) {
        return new Seal(Base64.getDecoder().decode(key), random);
    }
}
