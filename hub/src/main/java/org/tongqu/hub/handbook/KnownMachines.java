package org.tongqu.hub.handbook;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.service.ServicePages;
import org.tongqu.hub.visits.MachineSeries;
import org.tongqu.hub.visits.VisitsPages;

/** The machines known at a customer: those read on visits with what was read last, and those with a record of their own. */
@Component
class KnownMachines {
    private final VisitsPages visits;
    private final ServicePages service;

    KnownMachines(VisitsPages visits, ServicePages service) {
        this.visits = visits;
        this.service = service;
    }

    List<VisitDesk.Known> of(Sender reader, CustomersPages.Customer customer) {
        List<MachineSeries> read = visits.series(reader, customer.recordIds());
        List<String> numbers = read.stream().map(MachineSeries::machine).toList();
        Stream<VisitDesk.Known> recorded = service.corner(reader, customer.id()).stream()
                .flatMap(corner -> corner.beside(numbers).stream())
                .map(each -> new VisitDesk.Known(each.serial(), each.model(), null, null, null));
        return Stream.concat(read.stream().map(KnownMachines::known), recorded)
                .limit(Sheet.MOST - VisitDesk.EMPTY_LINES)
                .toList();
    }

    private static VisitDesk.Known known(MachineSeries series) {
        MachineSeries.Read last = series.last();
        return new VisitDesk.Known(series.serial(), series.model(), last.runningHours(), last.faults(), last.readAt());
    }
}
