package fourfold.desk;

import static fourfold.core.access.Permission.READ;

import fourfold.core.kernel.Id;
import fourfold.core.kernel.Outcome;
import fourfold.core.threat.Threat;
import fourfold.store.Store;
import fourfold.store.ThreatFilter;
import fourfold.store.ThreatRepository;
import java.util.List;
import java.util.UUID;

/// The counter for finding: threats by a part of their reference or name while somebody types, and words anywhere in
/// threats, plans, actions and events.
public final class SearchDesk extends Desk {

    private final Consultations consultations;

    SearchDesk(Session session, Store store, Ledger ledger, Consultations consultations) {
        super(session, store, ledger);
        this.consultations = consultations;
    }

    /// A threat that was found.
    public record FoundThreat(Id<Threat> id, String ref, String name, boolean closed) {}

    /// The first few threats whose reference or name holds the words. Quick enough to ask at every key; what is then opened
    /// is logged when it is opened.
    public Outcome<List<FoundThreat>> threats(String words, int most) {
        return session.require(READ).map(ok -> store.threats()
                .list(ThreatFilter.ALL.withText(words), ThreatRepository.Order.REF, true, most, 0)
                .rows()
                .stream()
                .map(row -> new FoundThreat(row.id(), row.ref(), row.name(), row.closed()))
                .toList());
    }

    /// One record that was found.
    ///
    /// @param kind "threat", "plan", "action" or "disruption"
    public record Hit(String kind, UUID record, String ref, String text, String threatRef, String threatName) {}

    /// What was found, at most so many of each kind, and how many there are in all.
    public record Found(List<Hit> hits, long count) {}

    /// The records in which all the words stand. One consultation, logged with its words and hits.
    public Outcome<Found> words(String words, int mostOfEach) {
        return session.require(READ).map(ok -> {
            var found = store.search().search(words, mostOfEach);
            consultations.searched("everything", words, found.count());
            return new Found(
                    found.hits().stream()
                            .map(hit -> new Hit(
                                    hit.kind(), hit.record(), hit.ref(), hit.text(), hit.threatRef(), hit.threatName()))
                            .toList(),
                    found.count());
        });
    }
}
