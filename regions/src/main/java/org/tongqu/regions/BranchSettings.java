package org.tongqu.regions;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person decides about a node before its start.
 *
 * @param home folder of all that lasts, one folder a branch in it
 * @param keys each branch's API key or password at the hub, by the branch's code; it is the node's own credential too
 * @param hub where the hub answers HTTP
 * @param broker {@code tcp://host:port} of the hub's broker, or null for REST alone
 * @param port of the node's own REST, on loopback; 0 for any free one
 */
record BranchSettings(
        Path home,
        Map<String, String> keys,
        URI hub,
        @Nullable URI broker,
        int port) {
    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    BranchSettings {
        keys = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    static BranchSettings of(Map<String, String> environment) {
        Reader read = new Reader(environment);
        Path home = read.home();
        Map<String, String> keys = new LinkedHashMap<>();
        for (String code : read.codes()) {
            keys.put(code, read.key(home, code));
        }
        return new BranchSettings(home, keys, read.hub(), read.broker().orElse(null), read.port());
    }

    @Override
    public String toString() {
        return "BranchSettings[" + home + ", " + keys.keySet() + ", " + hub + "]";
    }

    private record Reader(Map<String, String> environment) {
        private Optional<String> value(String name) {
            return Optional.ofNullable(environment.get(name)).map(String::strip).filter(text -> !text.isEmpty());
        }

        private Path home() {
            String text = value("TONGQU_BRANCH_HOME").orElse("./var-branch");
            try {
                return Path.of(text).toAbsolutePath().normalize();
            } catch (InvalidPathException e) {
                throw new StartRefused(
                        "TONGQU_BRANCH_HOME=" + text + " 不是可用的目录名。",
                        "TONGQU_BRANCH_HOME=" + text + " is not a usable folder name.");
            }
        }

        private java.util.List<String> codes() {
            String text = value("TONGQU_BRANCH")
                    .orElseThrow(
                            () -> new StartRefused(
                                    "请用 TONGQU_BRANCH 指明大区代码,例如 branch-ne;一个进程带几个大区时用逗号隔开。",
                                    "Name the branch with TONGQU_BRANCH, e.g. branch-ne; several in one process are parted by commas."));
            java.util.List<String> codes = java.util.Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .filter(code -> !code.isEmpty())
                    .distinct()
                    .toList();
            for (String code : codes) {
                if (!code.matches("[a-z0-9][a-z0-9-]{1,62}")) {
                    throw new StartRefused(
                            "TONGQU_BRANCH 里的 " + code + " 不是大区代码,应如 branch-ne。",
                            code + " in TONGQU_BRANCH is no branch's code; it looks like branch-ne.");
                }
            }
            return codes;
        }

        /** From a file of the branch's folder that nobody else may read, else from the environment. */
        private String key(Path home, String code) {
            Path file = home.resolve(code).resolve("key");
            return Files.isRegularFile(file)
                    ? keyIn(file)
                    : value("TONGQU_BRANCH_KEY")
                            .orElseThrow(() -> new StartRefused(
                                    "缺少大区 " + code + " 的密钥:请写入 " + file + "(权限 600),或设 TONGQU_BRANCH_KEY。",
                                    "The key of " + code + " is missing: write it to " + file
                                            + " (mode 600), or set TONGQU_BRANCH_KEY."));
        }

        private static String keyIn(Path file) {
            try {
                if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                    throw new StartRefused(
                            "密钥文件 " + file + " 别人也能读,请 chmod 600 " + file,
                            "Others may read the key in " + file + ": chmod 600 " + file);
                }
                return Files.readString(file).strip();
            } catch (IOException e) {
                throw new StartRefused("读不到密钥文件 " + file, "The key file " + file + " cannot be read");
            }
        }

        private URI hub() {
            return address("TONGQU_HUB_URL", value("TONGQU_HUB_URL").orElse("http://localhost:8080"), "https?");
        }

        private Optional<URI> broker() {
            return value("TONGQU_HUB_BROKER").map(text -> address("TONGQU_HUB_BROKER", text, "tcp"));
        }

        private static URI address(String name, String text, String scheme) {
            if (!text.matches(scheme + "://[^/@?#\\s]+/?")) {
                throw new StartRefused(
                        name + "=" + text + " 不是地址,应如 " + (scheme.equals("tcp") ? "tcp" : "http") + "://主机:端口。",
                        name + "=" + text + " is no address; it looks like " + (scheme.equals("tcp") ? "tcp" : "http")
                                + "://host:port.");
            }
            return URI.create(text);
        }

        private int port() {
            String text = value("TONGQU_BRANCH_PORT").orElse("8090");
            if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535) {
                return Integer.parseInt(text);
            }
            throw new StartRefused(
                    "TONGQU_BRANCH_PORT=" + text + " 不是端口号,请填 0 到 65535 的整数。",
                    "TONGQU_BRANCH_PORT=" + text + " is not a port; give a whole number from 0 to 65535.");
        }
    }
}
