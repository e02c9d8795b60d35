package org.tongqu.bench.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.ByteBuddy;

/** The far end of {@link CrashAgent}: a jar made on the spot, and the file that arms it. */
public record Agent(Path jar, Path armFile) {
    private static final List<String> CLASSES = List.of(
            "CrashAgent",
            "CrashAgent$Passing",
            "CrashAgent$Ticking",
            "CrashAgent$NodeTicking",
            "JumpingClock",
            "Moment");

    /**
     * @param folder where its jar and its files go
     * @param name unlike that of any other agent there
     */
    public static Agent make(Path folder, String name) throws IOException {
        Agent agent = new Agent(folder.resolve("crash-agent.jar"), folder.resolve(name + "-armed"));
        if (!Files.exists(agent.jar)) {
            pack(agent.jar);
        }
        return agent;
    }

    private static void pack(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", CrashAgent.class.getName());
        manifest.getMainAttributes().putValue("Class-Path", library());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (String type : CLASSES) {
                String entry = CrashAgent.class.getPackageName().replace('.', '/') + "/" + type + ".class";
                out.putNextEntry(new JarEntry(entry));
                try (InputStream bytes =
                        Objects.requireNonNull(CrashAgent.class.getClassLoader().getResourceAsStream(entry))) {
                    bytes.transferTo(out);
                }
            }
        }
    }

    private static String library() {
        try {
            return ByteBuddy.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** For the command line of the hub. */
    public String option() {
        return "-javaagent:" + jar + "=" + armFile;
    }

    /** The hub's next start, or the one that runs, dies when it passes this moment for the n-th time from now on. */
    void arm(Moment moment, int times) throws IOException {
        say(armFile, moment.where() + " " + times);
    }

    /** The agent never reads half of it. */
    private void say(Path file, String words) throws IOException {
        Path half = armFile.resolveSibling(armFile.getFileName() + ".half");
        Files.writeString(half, words);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** As {@link #arm}, and the hub that runs knows it when this returns. */
    void armNow(Moment moment, int times) throws IOException, InterruptedException {
        arm(moment, times);
        World.await("the agent to be armed", Duration.ofSeconds(20), () -> !Files.exists(armFile));
    }

    /** The hub that runs dies no more of what it was armed with, unless it is dead when this returns. */
    void disarm(World world) throws IOException, InterruptedException {
        say(armFile, "never nowhere 0");
        World.await(
                "the agent to be disarmed",
                Duration.ofSeconds(20),
                () -> !Files.exists(armFile) || !world.process().isAlive());
        Files.deleteIfExists(armFile);
    }

    /** Sets the hub's clock, at its start or while it runs, within moments. */
    public void setClock(Duration ahead) throws IOException {
        say(armFile.resolveSibling(armFile.getFileName() + ".clock"), ahead.toString());
    }
}
