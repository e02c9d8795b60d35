package org.tongqu.hub;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.util.unit.DataSize;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.Sluice;
import org.tongqu.connectors.soap.FactoryService;
import org.tongqu.connectors.soap.SoapAnswer;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Wall;

/** Doors for machines, which show a credential on every call and have no session, and one for people, who sign in and whose pages carry a CSRF token. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String CSP =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String CHALLENGE = "Basic realm=\"Tongqu\", charset=\"UTF-8\"";

    /** Ours alone, so that Spring does not invent a user of its own. */
    @Bean
    AuthenticationManager authenticationManager(Gate gate) {
        return new ProviderManager(gate);
    }

    /** Each filter of the chain timed for itself costs a call more than it tells; requests as a whole are timed. */
    @Bean
    SecurityObservationSettings chainUntimed() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http, Gate gate, People people, Partners partners, Wall wall)
            throws Exception {
        AuthenticationEntryPoint refusal = (request, response, wrong) -> unknown(response);
        return http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .httpBasic(basic -> basic.authenticationEntryPoint(refusal))
                .exceptionHandling(on -> on.authenticationEntryPoint(refusal)
                        .accessDeniedHandler((request, response, denied) -> unknown(response)))
                .authorizeHttpRequests(any -> any.anyRequest().authenticated())
                .addFilterBefore(new BearerFilter(gate, refusal), BasicAuthenticationFilter.class)
                .addFilterBefore(new SenderFilter(people, partners, wall), AuthorizationFilter.class)
                .build();
    }

    /** A factory's SOAP call proves itself here by HTTP, or further in by a token; the WSDL is read by anybody. */
    @Bean
    @Order(2)
    SecurityFilterChain soap(HttpSecurity http, Gate gate, People people, Partners partners, Wall wall)
            throws Exception {
        AuthenticationEntryPoint refusal = (request, response, wrong) -> unknownBySoap(response);
        return http.securityMatcher("/ws/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .httpBasic(basic -> basic.authenticationEntryPoint(refusal))
                .authorizeHttpRequests(any -> any.anyRequest().permitAll())
                .addFilterBefore(new BearerFilter(gate, refusal), BasicAuthenticationFilter.class)
                .addFilterBefore(new SenderFilter(people, partners, wall), AuthorizationFilter.class)
                .build();
    }

    /** Figures tell a stranger how the group does, so they are read with a login whose role may; a partner's key is nobody's here. */
    @Bean
    @Order(3)
    SecurityFilterChain meters(HttpSecurity http, Gate gate, People people, Partners partners, Wall wall, Policy policy)
            throws Exception {
        AuthenticationEntryPoint refusal = (request, response, wrong) -> unknown(response);
        return http.securityMatcher("/actuator/prometheus")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .httpBasic(basic -> basic.authenticationEntryPoint(refusal))
                .exceptionHandling(on -> on.authenticationEntryPoint(refusal)
                        .accessDeniedHandler((request, response, denied) -> notAllowed(response)))
                .authorizeHttpRequests(any -> any.anyRequest()
                        .access((proved, asked) -> new AuthorizationDecision(
                                asked.getRequest().getAttribute(SenderFilter.SENDER) instanceof Sender sender
                                        && policy.allows(sender.role(), Act.READ_METRICS))))
                .addFilterBefore(new BearerFilter(gate, refusal), BasicAuthenticationFilter.class)
                .addFilterBefore(new SenderFilter(people, partners, wall), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain people(
            HttpSecurity http,
            People people,
            Partners partners,
            Wall wall,
            Sluice sluice,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize mostUploaded)
            throws Exception {
        return http.authorizeHttpRequests(any -> any.requestMatchers(
                                "/sign-in",
                                "/console/**",
                                "/webjars/**",
                                "/openapi.json",
                                "/favicon.ico",
                                "/error",
                                "/actuator/health/**",
                                "/actuator/health")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("login")
                        .passwordParameter("password")
                        .defaultSuccessUrl("/", false)
                        .failureUrl("/sign-in?wrong"))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CSP)))
                .addFilterBefore(new UploadCap(mostUploaded.toBytes(), sluice), CsrfFilter.class)
                .addFilterBefore(new SenderFilter(people, partners, wall), AuthorizationFilter.class)
                .build();
    }

    private static void unknown(HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", CHALLENGE);
        Problem.write(
                response,
                Problem.of(
                        HttpStatus.UNAUTHORIZED,
                        "UNKNOWN_CREDENTIAL",
                        "凭证缺失或不对：请用 HTTP Basic（登录名与密码）或 Authorization: Bearer（伙伴密钥）。",
                        "Credential missing or wrong: use HTTP Basic (login and password) or Authorization: Bearer (the partner's key)."));
    }

    private static void notAllowed(HttpServletResponse response) throws IOException {
        Problem.write(
                response,
                Problem.of(
                        HttpStatus.FORBIDDEN,
                        "NOT_ALLOWED",
                        "监控指标只供管理员和审计员读取：请用这样的用户的登录名与密码。",
                        "Metrics are for administrators and auditors: use such a user's login and password."));
    }

    private static void unknownBySoap(HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", CHALLENGE);
        SoapAnswer answer = FactoryService.refusal(HttpStatus.UNAUTHORIZED.value(), FactoryService.unknownCredential());
        response.setStatus(answer.status());
        response.setContentType(SoapAnswer.CONTENT_TYPE);
        response.setContentLength(answer.envelope().length);
        response.getOutputStream().write(answer.envelope());
    }
}
