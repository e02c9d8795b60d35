package org.tongqu.hub.partners;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the room its seal, made with the home's own key. */
@Configuration(proxyBeanMethods = false)
class PartnersConfiguration {
    @Bean
    Seal seal(@Value("${tongqu.home}") Path home) throws IOException {
        return new Seal(Files.readAllBytes(home.resolve("secrets/secret.key")), new SecureRandom());
    }
}
