package org.tongqu.hub.console.web;

import java.util.List;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.dispatch.DispatchPages;

/**
 * 技术支援: who is sent to help with a need, as its page shows it.
 *
 * @param teams newest first; all but the first are over
 * @param mayAsk whether the reader may ask for technicians now
 */
record NeedTeam(List<DispatchPages.Line> teams, boolean mayAsk) {
    static NeedTeam of(DispatchPages dispatches, Sender reader, String needId, String needState) {
        List<DispatchPages.Line> teams = dispatches.ofNeed(reader, needId);
        boolean free = teams.stream().allMatch(team -> team.state().equals("CLOSED"));
        return new NeedTeam(teams, free && !needState.equals("CLOSED") && dispatches.mayAsk(reader));
    }

    public boolean shown() {
        return mayAsk || !teams.isEmpty();
    }
}
