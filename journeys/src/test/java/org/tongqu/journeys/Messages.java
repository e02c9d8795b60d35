package org.tongqu.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;

/** Messages of the contract as branches and factories write them; every number is used once in a run. */
final class Messages {
    private static final AtomicInteger COUNTER = new AtomicInteger(500);

    private Messages() {}

    static String number(String prefix) {
        return prefix + "-2026-" + String.format(java.util.Locale.ROOT, "%06d", COUNTER.incrementAndGet());
    }

    /** A visit that says one opinion and nothing else so far. */
    static ObjectNode visit(String visitNo, String rep, ObjectNode customer) {
        ObjectNode visit =
                Json.object("{'formatVersion':1,'visitedAt':'2026-03-02T09:30:00+08:00','opinions':['交货期太长']}");
        visit.put("visitNo", visitNo).put("rep", rep);
        visit.set("customer", customer);
        return visit;
    }

    static ObjectNode customer(String name, String province, String city) {
        return Json.object("{'uscc':null,'address':null,'contact':{'name':'王工','phone':'13900000000','title':'设备科长'}}")
                .put("name", name)
                .put("province", province)
                .put("city", city);
    }

    /** A need with parts written CLASS×QTY. */
    static ObjectNode need(String needNo, String... parts) {
        ObjectNode need = Json.object(
                "{'summary':'数控车床两台,车间行车一台','functional':'最大回转直径 500mm','requiredBy':'2026-09-01','budget':{'amount':'1200000.00','currency':'CNY'}}");
        need.put("needNo", needNo);
        ArrayNode all = need.putArray("parts");
        for (String part : parts) {
            int times = part.indexOf('×');
            all.addObject().put("productClass", part.substring(0, times)).put("qty", part.substring(times + 1));
        }
        return need;
    }

    static ObjectNode visitWithNeed(String visitNo, String rep, ObjectNode customer, String... parts) {
        ObjectNode visit = visit(visitNo, rep, customer);
        visit.putArray("needs").add(need("1", parts));
        return visit;
    }

    /** An order of one line. */
    static ObjectNode order(String orderNo, ObjectNode customer, String qty, String unitPrice) {
        ObjectNode order = Json.object(
                "{'orderedAt':'2026-03-20T10:00:00+08:00','zone':'东北区','agent':null,'needId':null,'demandId':null,'currency':'CNY','lines':[{'lineNo':'1','productCode':'CK6150','productClass':'MACHINE_TOOL','model':'CK6150'}]}");
        order.put("orderNo", orderNo);
        order.set("customer", customer);
        ((ObjectNode) order.path("lines").path(0)).put("qty", qty).put("unitPrice", unitPrice);
        return order;
    }

    static ObjectNode shipment(String orderNo, String shipmentNo, String qty, String at) {
        ObjectNode told = later(orderNo);
        ObjectNode shipment = told.putArray("shipments").addObject();
        shipment.put("shipmentNo", shipmentNo).put("shippedAt", at);
        shipment.putArray("lines").addObject().put("lineNo", "1").put("qty", qty);
        return told;
    }

    static ObjectNode payment(String orderNo, String paymentNo, String amount, String at) {
        ObjectNode told = later(orderNo);
        told.putArray("payments")
                .addObject()
                .put("paymentNo", paymentNo)
                .put("amount", amount)
                .put("receivedAt", at);
        return told;
    }

    static ObjectNode milestone(String orderNo, String kind, String at) {
        ObjectNode told = later(orderNo);
        told.putArray("milestones").addObject().put("kind", kind).put("at", at);
        return told;
    }

    private static ObjectNode later(String orderNo) {
        return Json.MAPPER.createObjectNode().put("orderNo", orderNo);
    }

    static ArrayNode array(Iterable<? extends JsonNode> items) {
        ArrayNode array = Json.MAPPER.createArrayNode();
        items.forEach(array::add);
        return array;
    }

    /** A minute from now: it speaks over what a factory that another test left in the group says by itself, for the latest word does. */
    static String lastWordAt() {
        return OffsetDateTime.now(ZoneOffset.ofHours(8)).plusMinutes(1).toString();
    }
}
