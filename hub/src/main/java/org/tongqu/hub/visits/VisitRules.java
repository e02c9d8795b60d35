package org.tongqu.hub.visits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.VisitReport;
import org.tongqu.hub.partners.Partners;

/** What must be right about a visit beyond its form: who may say whose visit it was, and classes that exist. */
@Component
class VisitRules {
    private final Partners partners;

    VisitRules(Partners partners) {
        this.partners = partners;
    }

    List<Refusal> check(Sender sender, VisitReport said) {
        List<Refusal> wrong = new ArrayList<>();
        rep(sender, said).ifPresent(wrong::add);
        for (int need = 0; need < said.needs().size(); need++) {
            List<VisitReport.PartSaid> parts = said.needs().get(need).parts();
            for (int part = 0; part < parts.size(); part++) {
                String pointer = "/needs/" + need + "/parts/" + part + "/productClass";
                productClass(pointer, parts.get(part).productClass()).ifPresent(wrong::add);
            }
        }
        for (int n = 0; n < said.competitors().size(); n++) {
            String productClass = said.competitors().get(n).productClass();
            if (productClass != null) {
                productClass("/competitors/" + n + "/productClass", productClass)
                        .ifPresent(wrong::add);
            }
        }
        return wrong;
    }

    /** A rep speaks for itself; its branch and the desk may speak for reps. */
    private static Optional<Refusal> rep(Sender sender, VisitReport said) {
        boolean speaksForReps = sender.role() == Sender.Role.BRANCH || sender.role() == Sender.Role.DESK;
        return speaksForReps || said.rep().equals(sender.login())
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "/rep",
                        "REP_IS_ANOTHER",
                        "rep 须与登录用户 " + sender.login() + " 一致；代他人填报请用大区或服务台凭证。",
                        "rep must be the login " + sender.login()
                                + "; to file for somebody else use the branch's or the desk's credential."));
    }

    private Optional<Refusal> productClass(String pointer, String productClass) {
        return partners.knowsClass(productClass)
                ? Optional.empty()
                : Optional.of(new Refusal(
                        pointer,
                        "UNKNOWN_CLASS",
                        "没有产品大类 " + productClass + "；请用目录中的代码，如 MACHINE_TOOL、CRANE。",
                        "There is no product class " + productClass
                                + "; use a code of the catalogue, e.g. MACHINE_TOOL, CRANE."));
    }
}
