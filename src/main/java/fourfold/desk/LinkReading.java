package fourfold.desk;

import static fourfold.core.access.Permission.MODERATE;

import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.EventLink;
import fourfold.core.disruption.SameEvents.Pair;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Outcome;
import fourfold.core.sync.Kept;
import fourfold.store.Store;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Puts together what screens and commands show of links. Whether the person may see it was asked before.
final class LinkReading {

    private final Session session;
    private final Store store;
    private final HistoryDesk history;
    private final DisruptionDesk disruptions;

    LinkReading(Session session, Store store, HistoryDesk history, DisruptionDesk disruptions) {
        this.session = session;
        this.store = store;
        this.history = history;
        this.disruptions = disruptions;
    }

    Outcome<LinkDesk.Beside> beside(Id<Disruption> first, Id<Disruption> second, Optional<Pair> alike) {
        var link = store.records().find(EventLink.FIELDS, EventLink.idFor(first, second));
        return disruptions.file(first).then(one -> disruptions.file(second).then(other -> said(link).map(said ->
                new LinkDesk.Beside(one, other, alike, link, said, whyNot()))));
    }

    private Outcome<List<HistoryDesk.Step>> said(Optional<Kept<EventLink>> link) {
        return link.map(kept -> history.timeline(EventLink.FIELDS, kept.record().id()))
                .orElseGet(() -> Outcome.done(List.of()));
    }

    private String whyNot() {
        return session.require(MODERATE) instanceof Outcome.Refused<?>(var problem) ? problem.sentence() : "";
    }

    List<LinkDesk.Linked> links(Function<EventLink, String> owner) {
        return store.records().all(EventLink.FIELDS).stream()
                .sorted(Comparator.<Kept<EventLink>>comparingLong(Kept::version).reversed())
                .map(kept -> new LinkDesk.Linked(
                        kept,
                        said(Optional.of(kept)).orThrow().stream().findFirst(),
                        owner.apply(kept.record())))
                .toList();
    }
}
