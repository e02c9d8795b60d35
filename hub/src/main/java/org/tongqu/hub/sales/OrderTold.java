package org.tongqu.hub.sales;

/** News that a factory told anything of an order, whether or not it changes it; told in the transaction that keeps it. */
public record OrderTold(String orderId) {}
