package org.tongqu.routes.in;

import org.tongqu.connectors.canon.Intake;
import org.tongqu.connectors.canon.Reading;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.Uplink;
import org.tongqu.connectors.canon.VisitReport;
import org.tongqu.connectors.rest.UplinkJson;
import org.tongqu.connectors.rest.VisitWording;
import org.tongqu.routes.Answer;
import org.tongqu.routes.Answers;

/** Answers one call of a branch's line, whichever carrier brought its bytes. */
public final class UplinkDesk {
    private final VisitWording wording = new VisitWording();
    private final Uplink uplink;

    public UplinkDesk(Uplink uplink) {
        this.uplink = uplink;
    }

    /** @throws org.tongqu.connectors.canon.Intake.NotAllowed where the line is not the sender's */
    public Answer answer(Sender sender, byte[] call) {
        return switch (UplinkJson.read(call, wording)) {
            case Reading.Refused<Uplink.Call<VisitReport>>(java.util.List<Refusal> refusals) ->
                Answers.unreadable(refusals.getFirst());
            case Reading.Understood<Uplink.Call<VisitReport>>(Uplink.Call<VisitReport> said, String hash) ->
                Answers.line(uplink.take(sender, wording.kind(), said));
        };
    }

    /** As it comes on the branch's queue, where a refusal is an answer too. */
    public byte[] answerLetter(byte[] call, Sender sender) {
        try {
            return answer(sender, call).body();
        } catch (Intake.NotAllowed no) {
            return Answers.notAllowed(no).body();
        }
    }
}
