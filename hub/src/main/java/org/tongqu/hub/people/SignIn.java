package org.tongqu.hub.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Service;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Sha256;
import org.tongqu.hub.platform.Wall;

/**
 * Proves a login by its password. A proof is remembered for a minute, as bcrypt on every API call would cost more than the call;
 * whether the person is still active is asked every time.
 */
@Service
public class SignIn {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 10_000;

    private final PeopleStore store;
    private final Wall wall;
    private final Clock clock;
    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder();
    private final String decoy = encoder.encode("nobody's password");
    private final byte[] salt = new byte[16];
    private final Map<String, Proof> proofs = new ConcurrentHashMap<>();

    SignIn(PeopleStore store, Wall wall, Clock clock, SecureRandom random) {
        this.store = store;
        this.wall = wall;
        this.clock = clock;
        random.nextBytes(salt);
    }

    /** The user, or empty where login or password is wrong or the user is switched off. */
    public Optional<People.User> prove(String login, String password) {
        return wall.read(
                Scope.WORKER,
                () -> store.passwordHash(login)
                        .filter(hash -> matches(login, password, hash))
                        .or(() -> decoy(password))
                        .flatMap(hash -> store.user(login)));
    }

    /** Adds those users whose login is free, all with one password, hashed once; says how many were added. */
    public int add(List<People.User> users, String password, boolean oneTime) {
        return wall.within(Scope.WORKER, () -> {
            List<People.User> fresh = users.stream()
                    .filter(user -> store.user(user.login()).isEmpty())
                    .toList();
            String hash = fresh.isEmpty() ? "" : encoder.encode(password);
            fresh.forEach(user -> store.add(user, hash, oneTime, clock.instant()));
            return fresh.size();
        });
    }

    private boolean matches(String login, String password, String hash) {
        String trace = trace(password, hash);
        Proof proof = proofs.get(login);
        if (proof != null && proof.trace().equals(trace) && clock.instant().isBefore(proof.until())) {
            return true;
        }
        boolean right = encoder.matches(password, hash);
        if (right) {
            remember(login, trace);
        }
        return right;
    }

    private void remember(String login, String trace) {
        if (proofs.size() >= MOST_REMEMBERED) {
            proofs.clear();
        }
        proofs.put(login, new Proof(trace, clock.instant().plus(REMEMBERED)));
    }

    /** An unknown login takes as long as a wrong password, so that time does not tell which it was. */
    private Optional<String> decoy(String password) {
        encoder.matches(password, decoy);
        return Optional.empty();
    }

    private String trace(String password, String hash) {
        MessageDigest digest = Sha256.digest();
        digest.update(salt);
        digest.update(hash.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(password.getBytes(StandardCharsets.UTF_8)));
    }

    private record Proof(String trace, Instant until) {}
}
