package org.tongqu.hub;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.people.People;
import org.tongqu.hub.people.SignIn;

/** An empty group has one user, {@code admin}, whose one-time password is printed once, on the start that made it. */
@Component
@Order(1)
class FirstStart implements ApplicationRunner {
    private static final People.User ADMIN = new People.User("admin", "管理员", Sender.Role.ADMIN, null, null, true);
    private static final int PASSWORD_BYTES = 12;

    private final SignIn signIn;
    private final SecureRandom random;
    private final boolean demo;

    FirstStart(SignIn signIn, SecureRandom random, @Value("${tongqu.demo:false}") boolean demo) {
        this.signIn = signIn;
        this.random = random;
        this.demo = demo;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!demo) {
            String password = fresh();
            if (signIn.add(List.of(ADMIN), password, true) == 1) {
                tell(password);
            }
        }
    }

    @SuppressWarnings("SystemOut")
    private static void tell(String password) {
        System.out.println("One-time password for admin / 管理员一次性密码: " + password);
    }

    private String fresh() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
