package org.tongqu.hub;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.people.People;
import org.tongqu.hub.people.SignIn;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** Proves a login: a person by its password, or a partner by its code and API key; the name of a session is the login and nothing more. */
@Component
class Gate implements AuthenticationProvider {
    /** Marks what was proved by a partner's key and not by a person's password. */
    static final GrantedAuthority BY_KEY = new SimpleGrantedAuthority("BY_KEY");

    private final SignIn signIn;
    private final Partners partners;
    private final Wall wall;

    Gate(SignIn signIn, Partners partners, Wall wall) {
        this.signIn = signIn;
        this.partners = partners;
        this.wall = wall;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String login = asked.getName();
        String password = String.valueOf(asked.getCredentials());
        return signIn.prove(login, password)
                .map(user -> proved(user.sender()))
                .or(() -> ofKey(password)
                        .filter(partner -> partner.login().equals(login))
                        .map(Gate::provedByKey))
                .orElseThrow(() -> new BadCredentialsException("wrong login or password"));
    }

    /**
     * The partner that a login of the broker proves, by its key or by the password of the user that bears its code. Keys come first: a hash and
     * a look cost nothing beside a bcrypt for a user that is not there.
     */
    Optional<String> partner(String login, String password) {
        return ofKey(password)
                .or(() -> signIn.prove(login, password).map(People.User::sender))
                .filter(sender -> login.equals(sender.login()) && login.equals(sender.partner()))
                .filter(sender -> sender.role() == Sender.Role.FACTORY || sender.role() == Sender.Role.BRANCH)
                .map(Sender::login)
                .filter(this::isActive);
    }

    private boolean isActive(String partner) {
        return wall.read(
                Scope.WORKER,
                () -> partners.find(partner).filter(Partners.Partner::active).isPresent());
    }

    Optional<Sender> ofKey(@Nullable String key) {
        return key == null || key.isEmpty() ? Optional.empty() : partners.senderOfKey(key);
    }

    static Authentication proved(Sender sender) {
        return UsernamePasswordAuthenticationToken.authenticated(
                sender.login(), null, List.of(new SimpleGrantedAuthority("ROLE_" + sender.role())));
    }

    /** A person may bear its partner's code as a login: whether it was the person or the partner's program must not be forgotten. */
    private static Authentication provedByKey(Sender sender) {
        return UsernamePasswordAuthenticationToken.authenticated(
                sender.login(), null, List.of(new SimpleGrantedAuthority("ROLE_" + sender.role()), BY_KEY));
    }

    @Override
    public boolean supports(Class<?> token) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(token);
    }
}
