package fourfold.core.sync;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Merge;
import fourfold.core.kernel.Merging;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Where one record stands after the entries that are known: for each field the values that nobody has superseded. One
/// value, or several that are equal: settled. Several that differ: a conflict, until somebody who has seen all writes
/// one. The order in which entries arrive makes no difference to what stands.
///
/// A field's heads are the values whose entry no other head's entry had seen and taken the place of. Entries of one record
/// are applied when all that their authors had seen of it is here ([#ready]), so that a version vector never claims an
/// entry that was missing.
///
/// What is shown of several heads depends on the field ([Merge]): of an ordinary one the value that was here first; of a
/// governed one the value from before; of a risk the higher; of a set the members that somebody added and nobody who knew
/// of it removed, so that a set is never in conflict. For governed fields and sets superseded values are therefore kept.
///
/// Another agency's change of a governed field is a proposal ([Operation#PROPOSE]): it is kept apart and no part of the
/// values until the owning agency accepts or declines it.
public final class RecordState {

    /// One value that stands.
    ///
    /// @param beside what its entry had seen and left standing
    /// @param loaded whether an extract stated it
    public record Head(EntryId entry, Versions seen, SortedSet<EntryId> beside, boolean loaded, Json value)
            implements Causal {

        /// Later than everything that its author had seen, and the same on every desk.
        static final Comparator<Head> CAUSAL = Comparator.<Head>comparingLong(
                        head -> head.seen.highest().values().stream().mapToLong(Long::longValue).sum())
                .thenComparing(Head::entry);
    }

    private final Merging merging;
    private final SortedMap<String, List<Head>> heads;
    private final SortedMap<String, List<Head>> past;
    private final SortedMap<String, List<Head>> proposals;
    private final Versions known;

    RecordState(
            Merging merging,
            SortedMap<String, List<Head>> heads,
            SortedMap<String, List<Head>> past,
            SortedMap<String, List<Head>> proposals,
            Versions known) {
        this.merging = merging;
        this.heads = heads;
        this.past = past;
        this.proposals = proposals;
        this.known = known;
    }

    /// Nothing known yet of a record whose fields merge so.
    public static RecordState of(Merging merging) {
        return new RecordState(merging, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), Versions.NONE);
    }

    /// Whether all that the entry's author had seen of this record is known here.
    public boolean ready(Entry entry) {
        return entry.seen().highest().entrySet().stream()
                .allMatch(seen -> known.cover(new EntryId(seen.getKey(), seen.getValue())));
    }

    /// The state after one more entry; the same state when the entry was known.
    public RecordState apply(Entry entry) {
        if (known.cover(entry.id())) return this;
        var next = new RecordState(
                merging, new TreeMap<>(heads), new TreeMap<>(past), new TreeMap<>(proposals), known.with(entry.id()));
        boolean loaded = entry.operation().equals(Operation.LOAD.name());
        boolean proposes = entry.operation().equals(Operation.PROPOSE.name());
        boolean declines = entry.operation().equals(Operation.DECLINE.name());
        boolean accepts = entry.operation().equals(Operation.ACCEPT.name());
        entry.values().forEach((name, value) -> {
            var head = new Head(entry.id(), entry.seen(), entry.beside(), loaded, value);
            if (proposes || declines || accepts) next.answer(name, head);
            if (proposes) next.proposals.merge(name, List.of(head), RecordState::joined);
            else if (!declines) next.put(name, head);
        });
        return next;
    }

    private static List<Head> joined(List<Head> some, List<Head> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    private void answer(String name, Head answer) {
        var open = proposals.getOrDefault(name, List.of()).stream()
                .filter(proposal -> !answer.supersedes(proposal.entry()))
                .toList();
        if (open.isEmpty()) proposals.remove(name);
        else proposals.put(name, open);
    }

    private void put(String name, Head added) {
        var standing = new ArrayList<Head>();
        var gone = new ArrayList<Head>();
        boolean superseded = false;
        for (var head : heads.getOrDefault(name, List.of())) {
            (added.supersedes(head.entry()) ? gone : standing).add(head);
            superseded |= head.supersedes(added.entry());
        }
        (superseded ? gone : standing).add(added);
        heads.put(name, List.copyOf(standing));
        var merge = merging.of(name);
        boolean remembered = merge == Merge.GOVERNED || merge == Merge.SET;
        if (remembered && !gone.isEmpty()) past.merge(name, List.copyOf(gone), RecordState::joined);
    }

    /// All that is known of this record: what an author who looks at it now has seen.
    public Versions known() {
        return known;
    }

    /// The heads of every field that was ever written.
    public SortedMap<String, List<Head>> heads() {
        return heads;
    }

    /// What other agencies propose for governed fields, until the owning agency has answered.
    public SortedMap<String, List<Head>> proposals() {
        return proposals;
    }

    SortedMap<String, List<Head>> past() {
        return past;
    }

    /// The value of each field that is shown and acted on.
    public SortedMap<String, Json> values() {
        var values = new TreeMap<String, Json>();
        heads.forEach((name, list) -> {
            var value = list.size() == 1 ? list.getFirst().value() : shown(name, list);
            if (!value.isNothing()) values.put(name, value);
        });
        return values;
    }

    /// What a governed field showed to somebody who had seen that much of this record, whatever has come since; nothing where
    /// it had no value then. Of other fields superseded values are not kept.
    public Json shownTo(Versions author, String name) {
        var then = joined(past.getOrDefault(name, List.of()), heads.getOrDefault(name, List.of())).stream()
                .filter(head -> author.cover(head.entry()))
                .toList();
        var stood = then.stream()
                .filter(head -> then.stream().noneMatch(other -> other.supersedes(head.entry())))
                .toList();
        if (stood.isEmpty()) return Json.nothing();
        return stood.size() == 1 ? stood.getFirst().value() : fromBefore(stood, then);
    }

    private Json shown(String name, List<Head> list) {
        return switch (merging.of(name)) {
            case ORDINARY, LONG_TEXT -> list.getFirst().value();
            case GOVERNED -> fromBefore(list, past.getOrDefault(name, List.of()));
            case HIGHER_RISK ->
                list.stream()
                        .map(Head::value)
                        .max(Comparator.comparingInt(value -> merging.rank(name, value)))
                        .orElseThrow();
            case SET -> Members.of(joined(past.getOrDefault(name, List.of()), list));
        };
    }

    /// The newest value that the authors of all the others had seen. Where there was none before, the one whose author had
    /// seen least: the same on every desk.
    private static Json fromBefore(List<Head> list, List<Head> past) {
        return joined(past, list).stream()
                .filter(old -> list.stream().allMatch(head -> head.equals(old) || head.seen().cover(old.entry())))
                .max(Head.CAUSAL)
                .or(() -> list.stream().min(Head.CAUSAL))
                .orElseThrow()
                .value();
    }

    /// The fields with values that differ.
    public SortedSet<String> conflicts() {
        var names = new TreeSet<String>();
        heads.forEach((name, list) -> {
            boolean differ = list.size() > 1 && list.stream().map(Head::value).distinct().count() > 1;
            if (differ && merging.of(name) != Merge.SET) names.add(name);
        });
        return names;
    }
}
