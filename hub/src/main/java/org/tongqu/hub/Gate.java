package org.tongqu.hub;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.people.People;
import org.tongqu.hub.people.SignIn;

/** Proves a login: a person by its password, or a partner by its code and API key; the name of a session is the login and nothing more. */
@Component
class Gate implements AuthenticationProvider {
    private final SignIn signIn;
    private final Partners partners;

    Gate(SignIn signIn, Partners partners) {
        this.signIn = signIn;
        this.partners = partners;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String login = asked.getName();
        String password = String.valueOf(asked.getCredentials());
        Sender sender = signIn.prove(login, password)
                .map(People.User::sender)
                .or(() -> ofKey(password).filter(partner -> partner.login().equals(login)))
                .orElseThrow(() -> new BadCredentialsException("wrong login or password"));
        return proved(sender);
    }

    Optional<Sender> ofKey(@Nullable String key) {
        return key == null || key.isEmpty() ? Optional.empty() : partners.senderOfKey(key);
    }

    static Authentication proved(Sender sender) {
        return UsernamePasswordAuthenticationToken.authenticated(
                sender.login(), null, List.of(new SimpleGrantedAuthority("ROLE_" + sender.role())));
    }

    @Override
    public boolean supports(Class<?> token) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(token);
    }
}
