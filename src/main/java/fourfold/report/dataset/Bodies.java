package fourfold.report.dataset;

import fourfold.core.kernel.Type;
import fourfold.core.meeting.Meeting;
import fourfold.core.reference.Agency;
import fourfold.core.reference.Partner;
import fourfold.core.reference.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Every body that the tables name, each under one name.
final class Bodies {

    /// Who is neither an agency nor a partner of the agreed lists, where a person may be meant.
    static final String OTHER = "Other";

    private final Reference reference;
    private final Map<String, String> partners = new TreeMap<>();
    /// Without what stands in brackets: HMPPS for "HMPPS (prison)".
    private final Map<String, String> shortNames = new TreeMap<>();
    private final Map<String, Dimensions.Body> others = new TreeMap<>();

    Bodies(Reference reference) {
        this.reference = reference;
        reference.partners().stream()
                .map(Partner::name)
                .filter(name -> reference.agencies().find(name).isEmpty())
                .forEach(name -> {
                    partners.put(Type.plain(name), name);
                    shortNames.putIfAbsent(Type.plain(name.replaceAll("\\s*\\(.*\\)$", "")), name);
                });
    }

    private Optional<String> known(String name) {
        return reference.agencies()
                .find(name)
                .map(Agency::name)
                .or(() -> Optional.ofNullable(partners.get(Type.plain(name))))
                .or(() -> Optional.ofNullable(shortNames.get(Type.plain(name))));
    }

    /// The name of an agency that a record gives: as the lists have it, or as it was written. It is then a row of the table.
    String named(String name) {
        if (name.isBlank()) return "";
        return known(name).orElseGet(() -> {
            var given = name.strip();
            others.put(given, Dimensions.Body.of(given, "Other"));
            return given;
        });
    }

    /// The bodies of a meeting. Who is of no list is counted and not named.
    List<WorkTables.Body> of(Fact<Meeting> meeting) {
        var invited = new TreeMap<String, Long>();
        var attended = new TreeMap<String, Long>();
        meeting.record().get(Meeting.INVITED).forEach(name -> count(name, invited));
        meeting.record().get(Meeting.ATTENDED).forEach(name -> count(name, attended));
        var names = new java.util.TreeSet<>(invited.keySet());
        names.addAll(attended.keySet());
        return names.stream()
                .map(name -> new WorkTables.Body(
                        meeting, name, invited.getOrDefault(name, 0L), attended.getOrDefault(name, 0L)))
                .toList();
    }

    private void count(String name, Map<String, Long> counts) {
        var known = known(name);
        if (known.isPresent()) counts.put(known.get(), 1L);
        else counts.merge(OTHER, 1L, Long::sum);
    }

    /// The rows of the table of agencies.
    List<Dimensions.Body> all() {
        var all = new ArrayList<Dimensions.Body>();
        for (var agency : reference.agencies().all())
            all.add(new Dimensions.Body(
                    agency.name(),
                    agency.isRegional() ? "Regional unit" : "Force",
                    Optional.of(agency),
                    reference.residents().of(agency, reference.agencies())));
        partners.values().forEach(name -> all.add(Dimensions.Body.of(name, "Partner")));
        others.values().stream().filter(body -> !body.name().equals(OTHER)).forEach(all::add);
        all.add(Dimensions.Body.of(OTHER, "Other"));
        return all;
    }
}
