package fourfold.packet;

import fourfold.core.disclosure.WhyWithheld;
import fourfold.core.kernel.Json;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/// What a package takes back of what earlier packages to the same addressee said. Its texts are for reading only, and no
/// longer than a screen takes; what counts is in the changes.
///
/// @param more how many corrections are in the changes beyond those named
public record Notices(List<Corrected> corrected, List<Withheld> withheld, long more) {

    /// How many of each are named, so that a manifest stays within its limit.
    static final int MOST = 4_000;

    /// Nothing is taken back.
    public static final Notices NONE = new Notices(List.of(), List.of(), 0);

    public Notices {
        corrected = List.copyOf(corrected);
        withheld = List.copyOf(withheld);
    }

    /// As many of these as a package names.
    public static Notices of(List<Corrected> corrected, List<Withheld> withheld) {
        var named = corrected.subList(0, Math.min(MOST, corrected.size()));
        return new Notices(named, withheld.subList(0, Math.min(MOST, withheld.size())), corrected.size() - named.size());
    }

    /// A value that no longer holds.
    ///
    /// @param reference what people call the record; empty where it has no reference
    /// @param said what the packages said
    /// @param holds what holds instead; empty for a field that was emptied
    /// @param packages their numbers
    /// @param by who changed it
    public record Corrected(
            String kind,
            UUID record,
            String reference,
            String field,
            String label,
            String said,
            String holds,
            List<Long> packages,
            String by,
            Instant at,
            String reason) {

        public Corrected {
            kind = DisplayText.clean(kind);
            reference = DisplayText.clean(reference);
            field = DisplayText.clean(field);
            label = DisplayText.clean(label);
            said = DisplayText.line(said);
            holds = DisplayText.line(holds);
            by = DisplayText.clean(by);
            reason = DisplayText.line(reason);
            packages = List.copyOf(packages);
        }

        private Json json() {
            var members = about(kind, record, reference, packages);
            members.put("field", Json.of(field));
            members.put("label", Json.of(label));
            members.put("said", Json.of(said));
            members.put("holds", Json.of(holds));
            members.put("by", Json.of(by));
            members.put("at", Json.of(at.toString()));
            members.put("reason", Json.of(reason));
            return Json.of(members);
        }

        private static Corrected of(Json.Members m) {
            return new Corrected(
                    m.get("kind").text(), UUID.fromString(m.get("record").text()), m.get("reference").text(),
                    m.get("field").text(), m.get("label").text(), m.get("said").text(), m.get("holds").text(), numbers(m),
                    m.get("by").text(), Instant.parse(m.get("at").text()), m.get("reason").text());
        }
    }

    /// A record that the addressee holds and that would not be released to it now. It says no more than the addressee was
    /// told before.
    public record Withheld(String kind, UUID record, String reference, WhyWithheld why, List<Long> packages) {

        public Withheld {
            kind = DisplayText.clean(kind);
            reference = DisplayText.clean(reference);
            packages = List.copyOf(packages);
        }

        private Json json() {
            var members = about(kind, record, reference, packages);
            members.put("why", Json.of(why.name()));
            return Json.of(members);
        }

        private static Withheld of(Json.Members m) {
            return new Withheld(
                    m.get("kind").text(), UUID.fromString(m.get("record").text()), m.get("reference").text(),
                    WhyWithheld.valueOf(m.get("why").text()), numbers(m));
        }
    }

    private static TreeMap<String, Json> about(String kind, UUID record, String reference, Collection<Long> packages) {
        var members = new TreeMap<String, Json>();
        members.put("kind", Json.of(kind));
        members.put("record", Json.of(record.toString()));
        members.put("reference", Json.of(reference));
        members.put("packages", Json.of(packages.stream().map(Json::of).toList()));
        return members;
    }

    private static List<Long> numbers(Json.Members m) {
        return m.get("packages").items().stream().map(Json::whole).toList();
    }

    /// Whether nothing is taken back.
    public boolean isEmpty() {
        return corrected.isEmpty() && withheld.isEmpty();
    }

    Json json() {
        var members = new TreeMap<String, Json>();
        members.put("corrected", Json.of(corrected.stream().map(Corrected::json).toList()));
        members.put("withheld", Json.of(withheld.stream().map(Withheld::json).toList()));
        members.put("more", Json.of(more));
        return Json.of(members);
    }

    /// Of a package of the time before there were notices: none.
    static Notices of(Json json) {
        if (json.isNothing()) return NONE;
        var m = json.members();
        return new Notices(
                m.get("corrected").items().stream().map(each -> Corrected.of(each.members())).toList(),
                m.get("withheld").items().stream().map(each -> Withheld.of(each.members())).toList(),
                m.get("more").whole());
    }
}
