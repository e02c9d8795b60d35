package org.tongqu.hub.support;

/** 措施类别: what the company does for a dealer or about it. */
public enum SupportKind {
    /** 培训. */
    TRAINING,
    /** 协同拜访: the company's people go along to the dealer's customers. */
    JOINT_VISIT,
    /** 展台样机. */
    DISPLAY,
    /** 铺货支持. */
    STOCK,
    /** 价格与账期支持. */
    TERMS,
    /** 警示与管控. */
    CONTROL
}
