package org.tongqu.hub.platform;

/** The acts the policy file knows; one that is not in the file is nobody's. */
public enum Act {
    SEND_VISIT,
    SEND_ORDER,
    SEND_FACTORY_WORD,
    RESEND_MESSAGE,
    UPLOAD_FILE,
    REGISTER_PARTNER,
    READ_PARTNERS,
    EDIT_PARTNER,
    READ_METRICS,
    READ_ROUTING,
    EDIT_ROUTING,
    SAVE_VIEW,
    SHARE_VIEW,
    READ_PEOPLE,
    SWITCH_LOGIN,
    MATCH_CUSTOMERS,
    KEEP_NOTE,
    PLAN_VISIT,
    SEE_HANDOVERS,
    HAND_OVER,
    SIGN_HANDOVER,
    KEEP_CUSTOMER,
    LOOK_UP,
    SEE_CONFLICTS,
    OPEN_CONFLICT,
    DECIDE_CONFLICT,
    SEE_IMPORTS,
    IMPORT_BOOK
}
