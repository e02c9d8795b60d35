package org.tongqu.demo.factory;

/**
 * What the factory's ledger says of one demand, for whoever audits the hub.
 *
 * @param delivered times a delivery was read to its end, repeats and failed ones too
 * @param taken times it took effect: 1 where the hub kept its key, more where it delivered the same demand under another
 * @param answered whether the hub keeps the factory's answer
 */
public record LedgerLine(String demandId, int delivered, int taken, boolean answered) {}
