package org.tongqu.hub.matching;

/**
 * One customer record as its source told it; what it does not say is empty. The first field is the only one that must be there.
 *
 * @param id the record's own
 * @param region NE, N, E, CS, SW or NW
 * @param agent the agent who keeps this customer, where an agent sent it
 */
record Told(
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
        String agent) {}
