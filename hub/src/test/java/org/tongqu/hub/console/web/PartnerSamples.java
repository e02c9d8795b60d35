package org.tongqu.hub.console.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.partners.FactoryProfile;
import org.tongqu.hub.partners.PartnersPages;
import org.tongqu.hub.partners.ZoneCut;
import org.tongqu.hub.platform.OutboxPages;

/** Invented partners: one that acknowledges nothing, one with rows to mend, one well, one silent, one switched off. */
final class PartnerSamples {
    private PartnerSamples() {}

    static List<Samples.Sample> of(Say say, Names names) {
        return List.of(
                sample("partners", "console/partners", Map.of("list", list(say))),
                sample(
                        "partners-none",
                        "console/partners",
                        Map.of("list", new PartnersList("AGENT", null, List.of(), null))),
                sample("partner", "console/partner", Map.of("page", story(say, names), "mayEdit", true)),
                sample(
                        "partner-agent",
                        "console/partner",
                        Map.of(
                                "page",
                                new PartnerStory(row(agent(true), null, heard(9), say), List.of(), List.of()),
                                "mayEdit",
                                true)));
    }

    private static Samples.Sample sample(String name, String template, Map<String, Object> model) {
        return new Samples.Sample(name, template, Sender.Role.DESK, "/partners", model);
    }

    private static PartnersList list(Say say) {
        return new PartnersList(
                null,
                null,
                List.of(
                        row(crane(), waiting(), null, say),
                        row(agent(true), null, heard(9), say),
                        row(agent(true), new OutboxPages.Load(0, null, 0, 2), heard(0), say),
                        row(agent(true), null, heard(0), say),
                        row(agent(true), null, null, say),
                        row(agent(false), null, null, say)),
                "agent-a009");
    }

    private static PartnerStory story(Say say, Names names) {
        return new PartnerStory(
                row(crane(), waiting(), heard(0), say),
                MadeUp.messageLines(),
                MadeUp.waiting().stream()
                        .map(line -> PartnerStory.Asked.of(line, say, names))
                        .toList());
    }

    static PartnersList.Row row(
            PartnersPages.Partner partner,
            OutboxPages.@Nullable Load load,
            JournalPages.@Nullable Heard heard,
            Say say) {
        return new PartnersList.Row(partner, PartnerHealth.of(partner, load, heard, say), load, heard);
    }

    /** Three parcels, the oldest two hours and a few minutes old. */
    static OutboxPages.Load waiting() {
        return new OutboxPages.Load(3, MadeUp.at("03-04T08:20"), 41, 0);
    }

    static JournalPages.Heard heard(long refused) {
        return new JournalPages.Heard(MadeUp.at("03-04T08:16"), 4, 0, 100, refused);
    }

    static PartnersPages.Partner agent(boolean active) {
        return new PartnersPages.Partner("agent-a001", "AGENT", "沈阳盛达机电代理有限公司", null, active, null, null, null);
    }

    static PartnersPages.Partner crane() {
        FactoryProfile sells = new FactoryProfile(
                FactoryProfile.SaleType.TENDER,
                List.of(FactoryProfile.Channel.DIRECT, FactoryProfile.Channel.AGENT),
                12,
                0,
                List.of(FactoryProfile.Repairer.FACTORY));
        return new PartnersPages.Partner(
                "factory-crane",
                "FACTORY",
                "起重机厂",
                null,
                true,
                "REST",
                new PartnersPages.Profile("factory-crane", 2, sells, MadeUp.NOW, "admin"),
                new PartnersPages.Cut(
                        "factory-crane",
                        LocalDate.of(2026, 1, 1),
                        1,
                        List.of(
                                new ZoneCut.Zone("东北区", false, List.of("辽宁省", "吉林省")),
                                new ZoneCut.Zone("外贸", true, List.of())),
                        MadeUp.NOW,
                        "admin"));
    }
}
