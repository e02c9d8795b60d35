package org.tongqu.hub.matching;

import java.util.List;

/**
 * One customer record as its source told it; what it does not say is empty. The first field is the only one that must be there.
 *
 * @param id the record's own
 * @param region NE, N, E, CS, SW or NW
 * @param agent the agent who keeps this customer, where an agent sent it
 */
public record Told(
        String id,
        String name,
        String formerName,
        String uscc,
        String region,
        String province,
        String city,
        String district,
        String address,
        String phone,
        String mobile,
        String email,
        String contact,
        String agent) {
    /** In the order of the fields. */
    List<String> cells() {
        return List.of(
                id,
                name,
                formerName,
                uscc,
                region,
                province,
                city,
                district,
                address,
                phone,
                mobile,
                email,
                contact,
                agent);
    }

    static Told of(List<String> cells) {
        return new Told(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                cells.get(3),
                cells.get(4),
                cells.get(5),
                cells.get(6),
                cells.get(7),
                cells.get(8),
                cells.get(9),
                cells.get(10),
                cells.get(11),
                cells.get(12),
                cells.get(13));
    }
}
