package fourfold.core.disclosure;

import fourfold.core.kernel.Marking;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.SignedActs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// Content that has passed the rules of disclosure, for one recipient and one purpose, verified by a named person. Only
/// [DisclosureRules] can make one, and packages, prints and tables take nothing else.
///
/// It holds no entries but reads them again through the rules, so that what was withheld cannot be reached through it: of
/// a withheld entry it shows the digest.
public final class Released implements SignedActs {

    private final Weighing weighing;
    private final Verification verified;
    private final List<Gap> gaps;
    private final Set<UUID> shown;
    // asked for again and again while a package is written, and of a hundred thousand records
    private final Marking marking;
    private final SortedMap<String, Integer> records;

    Released(Weighing weighing, Verification verified, List<Gap> gaps) {
        this.weighing = weighing;
        this.verified = verified;
        this.gaps = List.copyOf(gaps);
        this.shown = weighing.shown();
        this.marking = markingOf(weighing, shown);
        this.records = Collections.unmodifiableSortedMap(count(weighing));
    }

    private static Marking markingOf(Weighing weighing, Set<UUID> shown) {
        if (shown.isEmpty()) return Marking.OFFICIAL_SENSITIVE;
        return weighing.records().stream()
                .filter(each -> shown.contains(each.id()))
                .map(WeighedRecord::marking)
                .reduce(Marking.OFFICIAL, Marking::atLeast);
    }

    private static SortedMap<String, Integer> count(Weighing weighing) {
        var counts = new TreeMap<String, Integer>();
        for (var each : weighing.records()) if (each.isCarried()) counts.merge(each.kind(), 1, Integer::sum);
        return counts;
    }

    /// The agency that sends.
    public String from() {
        return weighing.intent().agency();
    }

    /// To whom it goes.
    public Recipient to() {
        return weighing.intent().to();
    }

    /// What for.
    public String purpose() {
        return weighing.intent().purpose();
    }

    /// Who verified its quality, and when.
    public Verification verified() {
        return verified;
    }

    /// What its records are known to lack.
    public List<Gap> gaps() {
        return gaps;
    }

    /// The highest marking of what goes. That things come together does not raise it; the person who verifies considers
    /// that. What only takes something back names records of earlier packages, and is handled as those may have been.
    public Marking marking() {
        return marking;
    }

    /// Whether the record's row, as it stands, belongs in the tables: a carried record, or one that a carried record
    /// belongs to.
    public boolean includes(UUID record) {
        return shown.contains(record);
    }

    /// How many records of each kind have at least one entry in it.
    public SortedMap<String, Integer> records() {
        return records;
    }

    /// How many entries go.
    public long entries() {
        return weighing.entries();
    }

    /// How many records of one kind are withheld for one reason.
    public record Withheld(String kind, WhyWithheld why, int records) {}

    /// What a rule of disclosure holds back, counted by kind and reason.
    public List<Withheld> withheld() {
        var counts = new TreeMap<String, SortedMap<WhyWithheld, Integer>>();
        for (var each : weighing.withheldByRule())
            counts.computeIfAbsent(each.kind(), kind -> new TreeMap<>())
                    .merge(each.withheld().orElseThrow(), 1, Integer::sum);
        var all = new ArrayList<Withheld>();
        counts.forEach((kind, reasons) -> reasons.forEach((why, count) -> all.add(new Withheld(kind, why, count))));
        return all;
    }

    /// How many records a rule of disclosure holds back.
    public int withheldRecords() {
        return weighing.withheldByRule().size();
    }

    /// Handling instructions that the recipient has to keep to.
    ///
    /// @param answer how the sender says they are met
    public record Handling(String kind, UUID record, String reference, String instructions, String answer) {}

    /// The handling instructions of all that goes.
    public List<Handling> handling() {
        return weighing.inOrder(each -> !each.instructions().isEmpty() && shown.contains(each.id())).stream()
                .map(each -> new Handling(
                        each.kind(), each.id(), each.reference(), each.instructions(),
                        weighing.intent().selection().answers().getOrDefault(each.id(), "")))
                .toList();
    }

    /// Reads what goes, act by act. An act of which nothing goes is not mentioned. Of other vaults' acts that came without
    /// some of their entries, the digests of these stay in their places.
    @Override
    public void read(SignedActs.Reader reader) {
        weighing.acts().read(new Screen(reader));
    }

    /// Lets through what was cleared, and turns the rest into digests.
    private final class Screen implements SignedActs.Reader {

        private final SignedActs.Reader reader;
        private final List<byte[]> before = new ArrayList<>();
        private boolean any;

        Screen(SignedActs.Reader reader) {
            this.reader = reader;
        }

        @Override
        public void entry(Entry entry) {
            if (!goes(entry)) {
                withheld(entry.digest());
                return;
            }
            any = true;
            before.forEach(reader::withheld);
            before.clear();
            reader.entry(entry);
        }

        private boolean goes(Entry entry) {
            return weighing.clears(entry.record())
                    && !weighing.intent().selection().sent().test(entry.id());
        }

        @Override
        public void withheld(byte[] digest) {
            if (any) reader.withheld(digest);
            else before.add(digest);
        }

        @Override
        public void end(UUID act, Author author, int count, byte[] signature) {
            if (any) reader.end(act, author, count, signature);
            before.clear();
            any = false;
        }
    }
}
