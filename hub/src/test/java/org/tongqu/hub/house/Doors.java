package org.tongqu.hub.house;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/**
 * What each room lets others see: its door, its events, and one {@code …Pages} for what its own web shows. A new public type is a
 * decision, so it is written here; whatever is not written here is package-private.
 */
final class Doors {
    static final Map<String, Set<String>> OF = Map.ofEntries(
            entry(
                    "platform",
                    Set.of(
                            // servers and settings
                            "Broker",
                            "Database",
                            "DemoHome",
                            "EmbeddedBroker",
                            "EmbeddedPostgres",
                            "Home",
                            "HomeBackup",
                            "Node",
                            "OutsidePostgres",
                            "PartnerProof",
                            "ParkedQueue",
                            "PartnerQueues",
                            "QueuesLost",
                            "RunningHub",
                            "Vitals",
                            "Servers",
                            "Settings",
                            "StartRefused",
                            // the wall, and how stores speak behind it
                            "Act",
                            "AuditRun",
                            "AuditTrail",
                            "Clauses",
                            "Columns",
                            "Exports",
                            "Policy",
                            "RoomAudit",
                            "Scope",
                            "StoreTrouble",
                            "Wall",
                            "Witness",
                            // time, ids, work
                            "Backlog",
                            "Backoff",
                            "Ids",
                            "JobLease",
                            "Jobs",
                            "Outgoing",
                            "ParcelSettled",
                            "Gauge",
                            "RoomGauges",
                            "Sha256",
                            "Wakes",
                            // what pages and answers are made of
                            "Amount",
                            "Neighbours",
                            "Asked",
                            "OutboxPages",
                            "Problem",
                            "Slice",
                            "Toast",
                            "Window")),
            entry("people", Set.of("Colleagues", "Logins", "People", "PeoplePages", "SignIn")),
            entry(
                    "partners",
                    Set.of(
                            "FactoryProfile",
                            "OwnColumns",
                            "Partners",
                            "PartnerSettings",
                            "PartnersPages",
                            "Registration",
                            "ZoneCut")),
            entry(
                    "journal",
                    Set.of(
                            "AcceptedRows",
                            "Arrival",
                            "BiteReceiver",
                            "BusinessKey",
                            "Claim",
                            "Effects",
                            "HandedFiles",
                            "JournalPages",
                            "ManyParked",
                            "Parked",
                            "ParkedBook",
                            "Receiver",
                            "RowReceiver",
                            "Stated",
                            "Statement",
                            "Taking")),
            entry("matching", Set.of("Aliases", "MatchFiles", "Matching", "Spelling", "Told", "Uscc")),
            entry(
                    "customers",
                    Set.of(
                            "Customers",
                            "CustomersPages",
                            "CustomerFiles",
                            "CustomerCare",
                            "Confidence",
                            "Completeness",
                            "CustomersRegrouped",
                            "Portfolios",
                            "Stakes",
                            "SourceTrust",
                            "Stewardship")),
            entry("imports", Set.of("AddressBooks", "BookField", "ImportsPages")),
            entry("visits", Set.of("LastVisits", "MachineSeries", "Rivals", "VisitFiled", "VisitsPages")),
            entry(
                    "channel",
                    Set.of(
                            "AgentMoves",
                            "AgentPart",
                            "AgentTree",
                            "AgentsOfRecord",
                            "AgentsSettled",
                            "Chains",
                            "ChannelPages",
                            "Supply")),
            entry("sales", Set.of("ChannelFacts", "LinesSaid", "OrderNews", "OrderTold", "SalesFacts", "SalesPages")),
            entry(
                    "needs",
                    Set.of(
                            "Gradebook",
                            "GradeRules",
                            "Lessons",
                            "Measure",
                            "NeedEnded",
                            "NeedGraded",
                            "Needs",
                            "NeedsPages",
                            "OpenNeeds",
                            "Outcomes",
                            "RegradeWanted")),
            entry(
                    "clocks",
                    Set.of(
                            "ClockBook",
                            "Followers",
                            "Hop",
                            "SpecialDay",
                            "TimeRule",
                            "Wait",
                            "WaitSource",
                            "Waits",
                            "WorkCalendar",
                            "WorkClock")),
            entry("coverage", Set.of("Coverage", "CoveragePages", "Covering")),
            entry("reminders", Set.of("Reminders")),
            entry(
                    "demand",
                    Set.of(
                            "AgentNeeds",
                            "Combined",
                            "Conversation",
                            "DemandPages",
                            "Paces",
                            "RivalSlices",
                            "Routing",
                            "Station",
                            "SupplyOffers",
                            "Turnkey")),
            entry(
                    "keeping",
                    Set.of(
                            "Activities",
                            "Briefs",
                            "Cadence",
                            "CadenceRules",
                            "Conflicts",
                            "Handovers",
                            "KeepingPages",
                            "Lookups",
                            "Notes",
                            "Unkept",
                            "VisitPlans")),
            // The solver makes its rules by itself, so they are open.
            entry(
                    "dispatch",
                    Set.of(
                            "Dispatches",
                            "DispatchPages",
                            "Helped",
                            "Knowledge",
                            "Lending",
                            "PlanRules",
                            "Technicians",
                            "Tidings")),
            entry(
                    "analysis",
                    Set.of(
                            "Analyses",
                            "Analysis",
                            "Conversion",
                            "Dimension",
                            "Hop",
                            "Lasted",
                            "Line",
                            "Month",
                            "Question",
                            "Sought",
                            "Stage",
                            "Support",
                            "Unmade")),
            entry(
                    "reconciliation",
                    Set.of(
                            "Discrepancies",
                            "Growth",
                            "Questions",
                            "Reading",
                            "ReconciliationPages",
                            "Repairs",
                            "Rulebook",
                            "Rules",
                            "Scores",
                            "Verdict")),
            entry("support", Set.of("Support", "SupportKind", "SupportPages")),
            entry("service", Set.of("Actions", "AgentRepairs", "EquipmentBook", "ServiceCases", "ServicePages")),
            entry("handbook", Set.of("FormVersion", "Handbook", "Sheet", "VisitDesk", "VisitStep")),
            entry("console", Set.of("SavedView", "SavedViews")));

    private Doors() {}
}
