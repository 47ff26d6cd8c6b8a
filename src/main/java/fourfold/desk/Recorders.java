package fourfold.desk;

import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.DisruptionType;
import fourfold.core.reference.Agencies;
import fourfold.core.reference.Agency;
import fourfold.store.EventLinkRepository;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which agency recorded an event. Every agency begins the references of its records with three capitals of its own. Where
/// a reference begins with none, it is the lead agency of an event that was led, or the only one that supported it.
final class Recorders implements EventLinkRepository.Recorder {

    private final Agencies agencies;
    private final Map<String, Optional<String>> known = new ConcurrentHashMap<>();

    Recorders(Agencies agencies) {
        this.agencies = agencies;
    }

    /// The agency that recorded that event; empty where nobody can tell.
    String of(Disruption event) {
        return agencyOf(
                event.get(Disruption.REF),
                !event.is(Disruption.TYPE, DisruptionType.SUPPORT),
                event.get(Disruption.LEAD_AGENCY),
                event.get(Disruption.SUPPORTING));
    }

    @Override
    public String agencyOf(String ref, boolean lead, String leadAgency, Set<String> supporting) {
        int hyphen = ref.indexOf('-');
        var prefix = hyphen == 3 ? named(ref.substring(0, 3)) : Optional.<String>empty();
        if (prefix.isPresent()) return prefix.get();
        if (lead) return named(leadAgency).orElse(leadAgency);
        return supporting.size() == 1
                ? supporting.stream().map(name -> named(name).orElse(name)).findFirst().orElse("")
                : "";
    }

    private Optional<String> named(String name) {
        return known.computeIfAbsent(name, text -> agencies.find(text).map(Agency::name));
    }
}
