package org.tongqu.hub.visits;

import org.tongqu.connectors.canon.VisitReport;
import org.tongqu.hub.journal.Arrival;

/** News that a visit was filed, told in the transaction that stores it. */
public record VisitFiled(
        String visitId, String branch, String region, String sourceRecordId, VisitReport report, Arrival arrival) {}
