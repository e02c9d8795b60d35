package org.tongqu.demo.group;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongqu.demo.line.Credential;
import org.tongqu.demo.line.Wires;

/** 技术人员: a dozen of headquarters' and factories' experts, as the desk would enter them; where there are any, they stay as they are. */
final class Technicians {
    private static final Credential DESK = Credential.basic("desk", Wires.SECRET);
    private static final String PATH = "/api/v1/technicians";
    private static final int DAYS_A_MONTH = 15;

    private static final List<Technician> POOL = List.of(
            of("tech1", "钱卫东", 5, "NE", "BOILER|DESIGN", "ENVIRONMENTAL|DESIGN", "BOILER|ELECTRICAL"),
            of("tech2", "宋怡", 4, "E", "SWITCHGEAR|DESIGN", "SWITCHGEAR|ELECTRICAL", "SWITCHGEAR|SELECTION"),
            of("tech3", "蒋大伟", 4, "N", "MACHINE_TOOL|DESIGN", "MACHINE_TOOL|ELECTRICAL"),
            of(null, "秦海涛", 3, "NE", "CRANE|DESIGN", "CRANE|SELECTION", "CRANE|INSTALLATION"),
            of(null, "方晓雯", 3, "E", "PRINTING|DESIGN", "PRINTING|SELECTION", "PRINTING|ELECTRICAL"),
            of(null, "贺建国", 3, "CS", "MACHINE_TOOL|DESIGN", "MACHINE_TOOL|SELECTION"),
            of(null, "熊永强", 3, "SW", "CRANE|DESIGN", "CRANE|ELECTRICAL"),
            of(null, "尹丽萍", 3, "NW", "BOILER|DESIGN", "BOILER|SELECTION"),
            of(null, "段志刚", 2, "N", "MACHINE_TOOL|SELECTION", "CRANE|SELECTION"),
            of(null, "苗春雨", 2, "NE", "SWITCHGEAR|SELECTION", "BOILER|SELECTION"),
            of(null, "樊少华", 2, "E", "ENVIRONMENTAL|SELECTION", "PRINTING|SELECTION"),
            of(null, "鲁俊", 1, "CS", "MACHINE_TOOL|SELECTION", "MACHINE_TOOL|SERVICE"));

    private final Postman postman;

    Technicians(Postman postman) {
        this.postman = postman;
    }

    private record Skill(String productClass, String trade) {}

    private record Technician(
            @Nullable String login,
            String name,
            int level,
            String region,
            String lineManager,
            int daysCap,
            List<Skill> skills) {}

    private static Technician of(@Nullable String login, String name, int level, String region, String... skills) {
        List<Skill> known = java.util.Arrays.stream(skills)
                .map(skill -> skill.split("\\|", 2))
                .map(skill -> new Skill(skill[0], skill[1]))
                .toList();
        return new Technician(login, name, level, region, "总工办", DAYS_A_MONTH, known);
    }

    /** Comes back when the hub has all of them. */
    void enter() throws InterruptedException {
        if (postman.ask(PATH, DESK).path("items").isEmpty()) {
            for (Technician technician : POOL) {
                postman.post(PATH, DESK, technician);
            }
        }
    }
}
