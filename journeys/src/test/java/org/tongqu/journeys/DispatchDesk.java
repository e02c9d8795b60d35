package org.tongqu.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Predicate;

/** Headquarters' desk as it enters technicians, and watches the dispatch that a need opens by itself. */
record DispatchDesk(Group group, Caller desk) {
    static DispatchDesk of(Group group) {
        return new DispatchDesk(group, group.as("desk"));
    }

    /** A designer of one product class; the new technician's id. */
    String enrol(String name, int level, String region, String productClass) {
        ObjectNode technician = Json.object("{'lineManager':'总工办','daysCap':20}")
                .put("name", name)
                .put("level", level)
                .put("region", region);
        technician
                .putArray("skills")
                .addObject()
                .put("productClass", productClass)
                .put("trade", "DESIGN");
        return desk.post("/api/v1/technicians", technician)
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    void sendHome(String technician) {
        ObjectNode gone =
                Json.object("{'name':'已离岗','level':3,'region':'NE','lineManager':'总工办','daysCap':0,'active':false}");
        desk.put("/api/v1/technicians/" + technician, gone).expect(204);
    }

    /** A visit whose need is of two product classes, one piece of each; the need's id. */
    String need(String firm, String oneClass, String otherClass) {
        String visitNo = Messages.number("NE");
        ObjectNode customer = Messages.customer("沈阳" + visitNo + firm, "辽宁省", "沈阳市");
        group.as("rep-ne-1")
                .post(
                        "/api/v1/visits",
                        Messages.visitWithNeed(visitNo, "rep-ne-1", customer, oneClass + "×1", otherClass + "×1"))
                .expect(202);
        return Watching.needOfVisit(desk, visitNo).path("id").asText();
    }

    String dispatchOf(String need) {
        return Watching.until(
                        "a dispatch by itself",
                        () -> desk.get("/api/v1/dispatches?needId=" + need)
                                .expect(200)
                                .json()
                                .path("items"),
                        items -> !items.isEmpty())
                .path(0)
                .path("id")
                .asText();
    }

    JsonNode until(String dispatch, Predicate<JsonNode> looks) {
        return Watching.until(
                "the dispatch to look so",
                () -> desk.get("/api/v1/dispatches/" + dispatch).expect(200).json(),
                looks);
    }

    /** Whether the plan knows all that is known by now. */
    static boolean isSettled(JsonNode dispatch) {
        return !dispatch.at("/line/stale").asBoolean();
    }
}
