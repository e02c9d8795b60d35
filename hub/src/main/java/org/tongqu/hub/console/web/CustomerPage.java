package org.tongqu.hub.console.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.channel.ChannelPages;
import org.tongqu.hub.customers.CustomerFiles;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.demand.DemandPages;
import org.tongqu.hub.handbook.Handbook;
import org.tongqu.hub.keeping.Activities;
import org.tongqu.hub.keeping.KeepingPages;
import org.tongqu.hub.needs.NeedsPages;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Window;
import org.tongqu.hub.reconciliation.ReconciliationPages;
import org.tongqu.hub.sales.SalesPages;
import org.tongqu.hub.service.ServicePages;
import org.tongqu.hub.visits.MachineSeries;
import org.tongqu.hub.visits.VisitsPages;

/** 客户全貌: what every room knows of one customer, on one page. */
@Controller
class CustomerPage {
    private static final String LIST = "/customers";
    /** Visits a case may be opened from, and needs an activity may be about. */
    private static final int LATELY = 5;

    private static final int MANY = 30;
    private static final Window MOST = Window.first(CustomerStory.MOST);

    private final CustomersPages customers;
    private final CustomerFiles files;
    private final VisitsPages visits;
    private final NeedsPages needs;
    private final DemandPages demands;
    private final SalesPages sales;
    private final KeepingPages keeping;
    private final Activities activities;
    private final ServicePages service;
    private final ChannelPages channel;
    private final ReconciliationPages reconciliation;
    private final Handbook handbook;

    CustomerPage(
            CustomersPages customers,
            CustomerFiles files,
            VisitsPages visits,
            NeedsPages needs,
            DemandPages demands,
            SalesPages sales,
            KeepingPages keeping,
            Activities activities,
            ServicePages service,
            ChannelPages channel,
            ReconciliationPages reconciliation,
            Handbook handbook) {
        this.customers = customers;
        this.files = files;
        this.visits = visits;
        this.needs = needs;
        this.demands = demands;
        this.sales = sales;
        this.keeping = keeping;
        this.activities = activities;
        this.service = service;
        this.channel = channel;
        this.reconciliation = reconciliation;
        this.handbook = handbook;
    }

    @GetMapping("/customers/{id}")
    String customer(
            Sender sender,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String in,
            Model model,
            @ModelAttribute(name = "say", binding = false) Say say,
            @ModelAttribute(name = "names", binding = false) Names names) {
        CustomersPages.Customer customer = customers
                .customer(sender, id)
                .orElseThrow(() -> Problem.notFound().said());
        CustomerStory.Records records = records(sender, customer);
        model.addAttribute("page", story(sender, records, say, names))
                .addAttribute("file", files.file(sender, customer))
                .addAttribute("beside", beside(sender, customer, Beside.list(in, LIST)));
        model.addAttribute("keeping", keeping.corner(sender, customer.id()))
                .addAttribute("series", series(sender, customer))
                .addAttribute("differences", reconciliation.openOf(sender, customer.id()));
        model.addAttribute("lastVisits", records.visits().stream().limit(LATELY).toList())
                .addAttribute("openNeeds", records.needs().stream().limit(MANY).toList())
                .addAttribute("mayLog", activities.mayLog(sender));
        service.corner(sender, customer.id()).ifPresent(corner -> model.addAttribute("service", corner));
        channel.corner(sender, customer.id()).ifPresent(corner -> model.addAttribute("channel", corner));
        return "console/customer";
    }

    /** Machines read more than once; what was read once stands among the machines already. */
    private List<MachineSeries> series(Sender sender, CustomersPages.Customer customer) {
        return visits.series(sender, customer.recordIds()).stream()
                .filter(MachineSeries::isSeries)
                .toList();
    }

    /** All that happened to a customer, newest first. */
    CustomerStory story(Sender sender, String id, Say say, Names names) {
        CustomersPages.Customer customer = customers
                .customer(sender, id)
                .orElseThrow(() -> Problem.notFound().said());
        return story(sender, records(sender, customer), say, names);
    }

    private CustomerStory story(Sender sender, CustomerStory.Records records, Say say, Names names) {
        List<String> messages =
                records.visits().stream().map(VisitsPages.Visit::messageId).toList();
        return CustomerStory.of(
                records,
                activities.of(sender, records.customer().id()),
                handbook.writtenOn(sender, messages),
                say,
                names);
    }

    /** Where else its machines were seen, as far as the asker sees. */
    private List<CustomerCircle.Moved> elsewhere(
            Sender sender, CustomersPages.Customer customer, Collection<String> machines) {
        List<VisitsPages.Sighting> seen = visits.sightings(sender, machines);
        Map<String, CustomersPages.Named> names = customers.namesOf(
                sender, seen.stream().map(VisitsPages.Sighting::sourceRecordId).toList());
        return seen.stream()
                .filter(each -> names.containsKey(each.sourceRecordId()))
                .map(each -> new CustomerCircle.Moved(
                        each.machine(),
                        each.model(),
                        Objects.requireNonNull(names.get(each.sourceRecordId())),
                        each.at()))
                .filter(each -> !each.customer().customerId().equals(customer.id()))
                .toList();
    }

    private @Nullable Beside beside(Sender sender, CustomersPages.Customer customer, @Nullable String list) {
        if (list == null) {
            return null;
        }
        UnaryOperator<@Nullable String> filters = Beside.filtersOf(list);
        boolean stale = list.startsWith(LIST + "?stale") || list.contains("&stale");
        CustomersPages.Sought sought = new CustomersPages.Sought(Asked.word("q", filters.apply("q")), stale);
        return Beside.of(list, LIST, customers.around(sender, sought, customer.number()));
    }

    private CustomerStory.Records records(Sender sender, CustomersPages.Customer customer) {
        List<String> records = customer.recordIds();
        List<NeedsPages.NeedLine> raised = needs.byRecords(sender, records);
        List<VisitsPages.Visit> visited = visits.byRecords(sender, records);
        List<SalesPages.Order> ordered = sales.orders(
                        sender, new SalesPages.OrdersAsked(null, null, customer.id(), null), MOST)
                .items();
        return new CustomerStory.Records(
                customer,
                customers.history(sender, customer.id()),
                customers.kin(sender, customer),
                visited,
                elsewhere(sender, customer, CustomerCircle.numbers(visited, ordered)),
                raised,
                demands.ofNeeds(
                        sender, raised.stream().map(NeedsPages.NeedLine::id).toList()),
                ordered,
                sales.lines(sender, new SalesPages.LinesAsked(null, null, customer.id()), MOST)
                        .items());
    }
}
