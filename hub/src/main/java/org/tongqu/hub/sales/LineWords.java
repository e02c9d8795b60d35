package org.tongqu.hub.sales;

import org.tongqu.connectors.canon.Refusal;

/** Refusals of agents' rows, in words the agent can act on. */
final class LineWords {
    private LineWords() {}

    static Refusal agentOther(String said, String own) {
        return new Refusal(
                "agent_name",
                "AGENT_OTHER",
                "本行代理商写的是“" + said + "”，但此文件夹属于“" + own + "”；请改正或清空该列，别家的业绩请由别家上报。",
                "The row names the agent \"" + said + "\", but this folder belongs to \"" + own
                        + "\"; correct or empty the column, others report their own sales.");
    }
}
