package org.tongqu.hub.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.RolePrincipal;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongqu.connectors.jms.Queues;

/**
 * Who gets into the embedded broker: the hub's own user may do everything; a partner, proved by its code and key, may write to its one queue and
 * read from its other two, and nothing else, not even look. Until the hub hands in its proof, no partner gets in.
 */
final class Doorkeeper implements ActiveMQSecurityManager5 {
    private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);
    private static final RolePrincipal HUB = new RolePrincipal("hub");
    /** Proofs at a time: a flood of guesses must not take all threads of the broker, nor all processors. */
    private static final int PROOFS_AT_ONCE = 2;

    private final Broker broker;
    private final Semaphore proofs = new Semaphore(PROOFS_AT_ONCE);
    private volatile PartnerProof proof = (login, password) -> Optional.empty();

    Doorkeeper(Broker broker) {
        this.broker = broker;
    }

    void trust(PartnerProof given) {
        proof = given;
    }

    @Override
    public @Nullable Subject authenticate(
            @Nullable String login,
            @Nullable String password,
            @Nullable RemotingConnection connection,
            @Nullable String domain) {
        if (login == null || password == null) {
            return null;
        }
        // A partner that bears the hub's name would share its remembered rights, so it is never asked about.
        if (login.equals(broker.user())) {
            return isHubs(password) ? hub() : null;
        }
        return prove(login, password).map(Doorkeeper::partner).orElse(null);
    }

    private boolean isHubs(String password) {
        return MessageDigest.isEqual(
                password.getBytes(StandardCharsets.UTF_8), broker.password().getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> prove(String login, String password) {
        proofs.acquireUninterruptibly();
        try {
            return proof.partner(login, password);
        } catch (RuntimeException storeAway) {
            LOG.warn("Whether {} may enter the broker cannot be asked now: {}", login, storeAway.toString());
            return Optional.empty();
        } finally {
            proofs.release();
        }
    }

    private Subject hub() {
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal(broker.user()));
        subject.getPrincipals().add(HUB);
        return subject;
    }

    private static Subject partner(String code) {
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal(code));
        return subject;
    }

    @Override
    public boolean authorize(Subject subject, Set<Role> roles, CheckType act, String address) {
        return subject.getPrincipals().contains(HUB)
                || subject.getPrincipals(UserPrincipal.class).stream()
                        .anyMatch(user -> mayPartner(user.getName(), act, address));
    }

    private static boolean mayPartner(String code, CheckType act, String address) {
        if (act == CheckType.SEND) {
            return is(address, Queues.in(code));
        }
        boolean reads = act == CheckType.CONSUME || act == CheckType.BROWSE;
        return reads && (is(address, Queues.demands(code)) || is(address, Queues.receipts(code)));
    }

    /** The broker may name a queue with its address before it; ours are called the same. */
    private static boolean is(String address, String queue) {
        return address.equals(queue) || address.equals(queue + "::" + queue);
    }

    @Override
    public boolean validateUser(@Nullable String login, @Nullable String password) {
        return authenticate(login, password, null, null) != null;
    }

    /** The broker asks {@link #authorize} instead. */
    @Override
    public boolean validateUserAndRole(
            @Nullable String login, @Nullable String password, Set<Role> roles, CheckType act) {
        return false;
    }
}
