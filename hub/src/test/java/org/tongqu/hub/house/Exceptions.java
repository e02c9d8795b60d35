package org.tongqu.hub.house;

import static java.util.Map.entry;

import java.util.Map;

/** Who may do what a rule forbids to the rest, each with the reason. */
final class Exceptions {
    /** Types that touch JDBC without being a room's store. */
    static final Map<String, String> SQL = Map.ofEntries(
            entry("org.tongqu.hub.platform.Wall", "sets the scope of every transaction"),
            entry(
                    "org.tongqu.hub.platform.AuditRun",
                    "asks the rooms' audit questions of a store it reaches by itself, in one snapshot"),
            entry("org.tongqu.hub.platform.WitnessAudit", "asks the same snapshot what outsiders bear witness to"),
            entry("org.tongqu.hub.platform.Wakes", "NOTIFY and LISTEN, the door bell of workers"),
            entry("org.tongqu.hub.platform.Clauses", "puts a store's where clause together"),
            entry("org.tongqu.hub.platform.Columns", "reads a column for stores"),
            entry("org.tongqu.hub.sales.Figures", "reads a column for stores of its room"),
            entry("org.tongqu.hub.platform.PlatformConfiguration", "hands the JdbcClient to those above"),
            entry(
                    "org.tongqu.hub.platform.DatabaseRoles",
                    "makes the embedded database's roles before anything else runs"),
            entry("org.tongqu.hub.platform.EmbeddedPostgres", "starts the embedded database"),
            entry("org.tongqu.hub.platform.HomeBackup", "tells the embedded database that it is being copied"),
            entry("org.tongqu.hub.Backup", "tells its user what that went wrong with"),
            entry("org.tongqu.hub.platform.PostgresKeeper", "asks the embedded database whether it is up"),
            entry("org.tongqu.routes.RouteErrors", "tells a store that is away from a bug by the SQL state"),
            entry("org.tongqu.hub.platform.StoreFull", "tells a database without disk by the SQL state"),
            entry("org.tongqu.hub.platform.OutsidePostgres", "checks an outside database before the first migration"));

    /** Types of rooms that use a connector and not canon alone. */
    static final Map<String, String> CONNECTORS = Map.ofEntries(
            entry("org.tongqu.hub.journal.RejectedFiles", "writes the rows that went back, for a browser"),
            entry("org.tongqu.hub.matching.MatchFiles", "reads and writes the files of a command"),
            entry("org.tongqu.hub.journal.FileWorker", "reads a kept file row by row"),
            entry("org.tongqu.hub.journal.DroppedFiles", "asks what a file is before it keeps it"),
            entry("org.tongqu.hub.journal.HandedIn", "asks what a file is before it keeps it"),
            entry("org.tongqu.hub.journal.SentRows", "shows a row as its sender wrote it"),
            entry("org.tongqu.hub.imports.BookReading", "reads an address book row by row"),
            entry("org.tongqu.hub.imports.BookField", "knows headings as the readers fold them"),
            entry("org.tongqu.hub.imports.web.ImportRowsPage", "writes rows with their verdicts into a workbook"),
            entry("org.tongqu.hub.journal.RefusedRowsStore", "shows a refused row's cells"),
            entry("org.tongqu.hub.journal.Replies", "keeps a factory's reply as JSON"),
            entry("org.tongqu.hub.platform.Doorkeeper", "knows which queues are whose"),
            entry("org.tongqu.hub.platform.BrokerWatch", "knows a broker again by its mark"),
            entry("org.tongqu.hub.platform.ParkedQueue", "looks at parked letters"),
            entry("org.tongqu.hub.platform.PartnerQueues", "puts up partners' queues"),
            entry("org.tongqu.hub.platform.OutsideBroker", "looks whether the hub's own queues keep letters"),
            entry("org.tongqu.hub.platform.OutboxStore", "keeps a canonical record as JSON"),
            entry("org.tongqu.hub.platform.Problem", "tells a problem as JSON"),
            entry("org.tongqu.hub.handbook.VisitDesk", "writes what was typed as the JSON that REST carries"),
            entry("org.tongqu.hub.console.web.Export", "writes a list into a workbook"),
            entry("org.tongqu.hub.console.web.AgentExports", "says which cells an agent has in a workbook"),
            entry("org.tongqu.hub.console.web.CadenceExport", "says which cells an overdue customer has in a workbook"),
            entry("org.tongqu.hub.console.web.UnkeptExport", "says which cells a customer of nobody has in a workbook"),
            entry("org.tongqu.hub.console.web.DealerExports", "says which cells support and scores have in a workbook"),
            entry("org.tongqu.hub.console.web.AgentNeedsExport", "says which cells an agent's need has in a sheet"),
            entry("org.tongqu.hub.console.web.RivalsExport", "says which cells a rival's offer has in a workbook"),
            entry("org.tongqu.hub.console.web.ExportPage", "says which cells a record has in a workbook"),
            entry("org.tongqu.hub.console.web.ServiceExports", "says which cells a service case has in a workbook"),
            entry("org.tongqu.hub.console.web.ReconciliationExport", "says which cells a difference has in a workbook"),
            entry("org.tongqu.hub.console.web.AnalysisExport", "says which cells a line has in a workbook"),
            entry("org.tongqu.hub.console.web.WatchExports", "says which cells a reminder has in a workbook"));

    /** The hardened factories. */
    static final Map<String, String> PARSERS = Map.of(
            "org.tongqu.connectors.rest.HardenedJson", "JSON",
            "org.tongqu.connectors.files.Cells", "delimited text",
            "org.tongqu.connectors.files.HardenedXml", "XML, also inside workbooks",
            "org.tongqu.connectors.files.WorkbookParts", "the ZIP around a workbook",
            "org.tongqu.hub.platform.HomeBackup", "the ZIP of a backup, which an operator names",
            "org.tongqu.connectors.soap.HardenedXml", "envelopes");

    /** Types with a JSON mapper of their own that write with it and never read. */
    static final Map<String, String> WRITERS = Map.of(
            "org.tongqu.connectors.rest.ContentHash", "one canonical spelling to hash",
            "org.tongqu.connectors.soap.XmlToJson", "a SOAP payload as the JSON that REST carries",
            "org.tongqu.connectors.files.FileReportWriter", "receipts of files");

    /** Where time and chance begin; from here they are handed in. */
    static final Map<String, String> CLOCKS = Map.of(
            "org.tongqu.hub.platform.DemoHome", "locks a home before there is a hub",
            "org.tongqu.hub.platform.PlatformConfiguration", "the hub's clock, ids and chance",
            "org.tongqu.hub.platform.Servers", "secrets of a fresh home, before there is a Spring");

    /** What every hub does for itself by the clock, so that no lease is needed. */
    static final Map<String, String> EACH_HUBS_OWN = Map.of(
            "org.tongqu.hub.platform.Heartbeat", "says that this very hub is there",
            "org.tongqu.hub.platform.IntakeMeter", "measures its own memory and disk",
            "org.tongqu.hub.platform.IntakeSluice", "opens and shuts its own inlets");

    /** Tables without row-level security: the same for everybody, and written by migrations alone. */
    static final Map<String, String> OPEN_TABLES = Map.of(
            "people.region", "the seven regions",
            "people.province", "which region a province belongs to",
            "people.org_unit", "the tree of the holding",
            "partners.product_class", "the tree of product classes");

    private Exceptions() {}
}
