package org.tongqu.hub;

import org.springframework.context.ApplicationListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.tongqu.hub.people.Logins;

/** Keeps when a person signed in by the form; calls of programs prove themselves each time and are not counted. */
@Component
class CameIn implements ApplicationListener<InteractiveAuthenticationSuccessEvent> {
    private final Logins logins;

    CameIn(Logins logins) {
        this.logins = logins;
    }

    @Override
    public void onApplicationEvent(InteractiveAuthenticationSuccessEvent signedIn) {
        logins.cameIn(signedIn.getAuthentication().getName());
    }
}
