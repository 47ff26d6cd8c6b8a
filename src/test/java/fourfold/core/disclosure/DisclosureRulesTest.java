package fourfold.core.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Replica;
import fourfold.core.sync.SignedActs;
import fourfold.core.sync.Stamp;
import fourfold.core.sync.Versions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DisclosureRulesTest {

    private static final Replica OURS = new Replica("00000000000000aa");
    private static final Replica THEIRS = new Replica("00000000000000bb");
    private static final Verification VERIFIED = new Verification("Pat Example (DE1001)", Instant.EPOCH);

    private final List<List<Entry>> acts = new ArrayList<>();
    private int records;
    private int seq;

    private Entry entry(UUID record, String kind, Marking marking, Versions seen, Map<String, String> values) {
        return entry(OURS, "Derbyshire", record, kind, marking, seen, values);
    }

    private Entry entry(
            Replica replica, String agency, UUID record, String kind, Marking marking, Versions seen,
            Map<String, String> values) {
        var encoded = new TreeMap<String, Json>();
        values.forEach((name, text) -> encoded.put(name, Json.of(text)));
        return new Entry(
                new EntryId(replica, ++seq), seen, new TreeSet<>(), new Stamp(seq, 0), new Author("X1", agency, "LRO"),
                "EDIT", kind, record, encoded, "", marking, "0".repeat(32));
    }

    /// An act of one entry that makes a record.
    private UUID made(String kind, Marking marking, Map<String, String> values) {
        var record = new UUID(0, ++records);
        acts.add(List.of(entry(record, kind, marking, Versions.NONE, values)));
        return record;
    }

    private SignedActs all() {
        return reader -> acts.forEach(act -> {
            act.forEach(reader::entry);
            reader.end(new UUID(9, 9), act.getFirst().author(), act.size(), new byte[64]);
        });
    }

    private Weighing weigh(Marking ceiling, Selection selection) {
        var to = new Recipient("EMSOU", Marking.OFFICIAL_SENSITIVE);
        return DisclosureRules.weigh(new Intent("Derbyshire", to, "return", ceiling, selection), all())
                .orThrow();
    }

    private static Optional<WhyWithheld> why(Weighing weighing, UUID record) {
        return weighing.records().stream()
                .filter(each -> each.id().equals(record))
                .findFirst()
                .orElseThrow()
                .withheld();
    }

    private static Set<UUID> carried(Weighing weighing) {
        return weighing.carried().stream().map(WeighedRecord::id).collect(Collectors.toSet());
    }

    @Test
    void a_record_above_the_ceiling_is_withheld_with_all_that_belongs_to_it() {
        var threat = made("threat", Marking.OFFICIAL_SENSITIVE, Map.of("ref", "DER-1"));
        var plan = made("plan", Marking.OFFICIAL, Map.of("threat", threat.toString()));
        var review = made("review", Marking.OFFICIAL, Map.of("subject", plan.toString()));
        var other = made("threat", Marking.OFFICIAL, Map.of("ref", "DER-2"));
        var weighing = weigh(Marking.OFFICIAL, Selection.everything());
        assertEquals(Optional.of(WhyWithheld.MARKING), why(weighing, threat));
        assertEquals(Optional.of(WhyWithheld.BELONGS), why(weighing, plan));
        assertEquals(Optional.of(WhyWithheld.BELONGS), why(weighing, review));
        assertEquals(Set.of(other), carried(weighing));
        assertEquals(4, carried(weigh(Marking.OFFICIAL_SENSITIVE, Selection.everything())).size());
    }

    @Test
    void the_lower_of_the_two_ceilings_holds() {
        made("threat", Marking.OFFICIAL_SENSITIVE, Map.of());
        var low = new Recipient("EMSOU", Marking.OFFICIAL);
        var intent = new Intent("Derbyshire", low, "return", Marking.OFFICIAL_SENSITIVE, Selection.everything());
        assertEquals(0, DisclosureRules.weigh(intent, all()).orThrow().entries());
    }

    @Test
    void the_current_marking_decides_for_old_entries_too() {
        var raised = new UUID(1, 1);
        var first = entry(raised, "threat", Marking.OFFICIAL, Versions.NONE, Map.of("ref", "A"));
        var second = entry(raised, "threat", Marking.OFFICIAL_SENSITIVE, Versions.NONE.with(first.id()), Map.of());
        var lowered = new UUID(1, 2);
        var high = entry(lowered, "threat", Marking.OFFICIAL_SENSITIVE, Versions.NONE, Map.of("ref", "B"));
        var low = entry(lowered, "threat", Marking.OFFICIAL, Versions.NONE.with(high.id()), Map.of());
        acts.add(List.of(first, second, high, low));
        var weighing = weigh(Marking.OFFICIAL, Selection.everything());
        assertEquals(Set.of(lowered), carried(weighing));
        assertEquals(2, weighing.entries());
    }

    @Test
    void of_two_markings_set_at_once_the_higher_one_counts_whatever_their_order() {
        var record = new UUID(1, 1);
        var ours = entry(record, "threat", Marking.OFFICIAL, Versions.NONE, Map.of());
        var theirs = entry(THEIRS, "EMSOU", record, "threat", Marking.OFFICIAL_SENSITIVE, Versions.NONE, Map.of());
        for (var order : List.of(List.of(ours, theirs), List.of(theirs, ours))) {
            acts.clear();
            order.forEach(entry -> acts.add(List.of(entry)));
            assertEquals(Set.of(), carried(weigh(Marking.OFFICIAL, Selection.everything())));
        }
    }

    @Test
    void handling_instructions_hold_a_threat_back_until_they_are_answered() {
        var threat = made("threat", Marking.OFFICIAL, Map.of("ref", "DER-1", "handling", "Consult the originator"));
        var action = made("action", Marking.OFFICIAL, Map.of("threat", threat.toString()));
        var before = weigh(Marking.OFFICIAL, Selection.everything());
        assertEquals(Optional.of(WhyWithheld.HANDLING), why(before, threat));
        assertEquals(Optional.of(WhyWithheld.BELONGS), why(before, action));
        assertEquals(
                Optional.of(WhyWithheld.HANDLING),
                why(weigh(Marking.OFFICIAL, Selection.everything().answering(Map.of(threat, " "))), threat));
        var answered = weigh(Marking.OFFICIAL, Selection.everything().answering(Map.of(threat, "Agreed on 1 June")));
        assertEquals(Set.of(threat, action), carried(answered));
        var handling = DisclosureRules.release(answered, VERIFIED, List.of()).orThrow().handling();
        assertEquals("Agreed on 1 June", handling.getFirst().answer());
    }

    @Test
    void a_meeting_stays_behind_with_any_withheld_threat_on_its_agenda() {
        made("threat", Marking.OFFICIAL_SENSITIVE, Map.of("ref", "DER-1"));
        made("threat", Marking.OFFICIAL, Map.of("ref", "DER-2"));
        var meeting = new UUID(3, 3);
        var agenda = new TreeMap<String, Json>();
        agenda.put("threats", Json.texts(List.of("DER-1", "DER-2")));
        var entry = entry(meeting, "meeting", Marking.OFFICIAL, Versions.NONE, Map.of());
        acts.add(List.of(new Entry(
                entry.id(), entry.seen(), entry.beside(), entry.at(), entry.author(), "LOAD", "meeting", meeting, agenda,
                "", Marking.OFFICIAL, entry.salt())));
        assertEquals(Optional.of(WhyWithheld.BELONGS), why(weigh(Marking.OFFICIAL, Selection.everything()), meeting));
    }

    @Test
    void private_kinds_and_own_kinds_that_nobody_knows_never_travel() {
        for (var kind : List.of("person", "settings", "package", "draft", "slot", "receipt", "brandNew")) {
            var record = made(kind, Marking.OFFICIAL, Map.of());
            var weighing = weigh(Marking.OFFICIAL_SENSITIVE, Selection.everything());
            assertEquals(Optional.of(WhyWithheld.KIND), why(weighing, record));
        }
    }

    @Test
    void a_kind_of_a_newer_version_is_passed_on_when_it_came_from_elsewhere() {
        var foreign = new UUID(4, 4);
        acts.add(List.of(entry(THEIRS, "EMSOU", foreign, "brandNew", Marking.OFFICIAL, Versions.NONE, Map.of())));
        assertEquals(Set.of(foreign), carried(weigh(Marking.OFFICIAL, Selection.everything())));
    }

    private UUID made(String kind, Map<String, String> values) {
        return made(kind, Marking.OFFICIAL, values);
    }

    @Test
    void choosing_a_threat_chooses_what_belongs_to_it_and_nothing_else() {
        var chosen = made("threat", Map.of("ref", "DER-1"));
        var plan = made("plan", Map.of("threat", chosen.toString()));
        var review = made("review", Map.of("subject", plan.toString()));
        var other = made("threat", Map.of("ref", "DER-2"));
        var weighing = weigh(Marking.OFFICIAL, Selection.everything().of(Set.of(chosen)));
        assertEquals(Set.of(chosen, plan, review), carried(weighing));
        assertEquals(Optional.of(WhyWithheld.NOT_CHOSEN), why(weighing, other));
        assertTrue(weighing.withheldByRule().isEmpty());
    }

    @Test
    void what_was_sent_before_stays_out_but_its_row_is_shown_where_something_new_belongs_to_it() {
        var threat = made("threat", Map.of("ref", "DER-1"));
        long sent = seq;
        var action = made("action", Map.of("threat", threat.toString()));
        var other = made("threat", Map.of("ref", "DER-2"));
        var weighing =
                weigh(Marking.OFFICIAL, Selection.everything().without(id -> id.seq() <= sent || id.seq() == sent + 2));
        assertEquals(Set.of(action), carried(weighing));
        var released = DisclosureRules.release(weighing, VERIFIED, List.of()).orThrow();
        assertTrue(released.includes(threat) && released.includes(action) && !released.includes(other));
    }

    @Test
    void a_withheld_entry_shows_its_digest_and_an_act_of_which_nothing_goes_is_not_mentioned() {
        var high = entry(new UUID(1, 1), "threat", Marking.OFFICIAL_SENSITIVE, Versions.NONE, Map.of("name", "secret"));
        var low = entry(new UUID(1, 2), "threat", Marking.OFFICIAL, Versions.NONE, Map.of());
        acts.add(List.of(high, low));
        acts.add(List.of(entry(new UUID(1, 3), "threat", Marking.OFFICIAL_SENSITIVE, Versions.NONE, Map.of())));
        var said = new ArrayList<String>();
        DisclosureRules.release(weigh(Marking.OFFICIAL, Selection.everything()), VERIFIED, List.of())
                .orThrow()
                .read(new SignedActs.Reader() {
                    @Override
                    public void entry(Entry entry) {
                        said.add("entry " + entry.id().seq());
                    }

                    @Override
                    public void withheld(byte[] digest) {
                        said.add(Arrays.equals(digest, high.digest()) ? "digest of the first" : "another digest");
                    }

                    @Override
                    public void end(UUID act, Author author, int count, byte[] signature) {
                        said.add("end of " + count);
                    }
                });
        assertEquals(List.of("digest of the first", "entry 2", "end of 2"), said);
    }

    private static void assertRefused(String sentence, Outcome<?> outcome) {
        Problem problem = assertInstanceOf(Outcome.Refused.class, outcome).problem();
        assertEquals(sentence, problem.sentence());
    }

    @Test
    void nothing_leaves_without_purpose_addressee_verification_and_content() {
        made("threat", Marking.OFFICIAL_SENSITIVE, Map.of());
        var to = new Recipient("EMSOU", Marking.OFFICIAL);
        var blank = new Intent("Derbyshire", to, " ", Marking.OFFICIAL, Selection.everything());
        assertRefused("Say what the package is for.", DisclosureRules.weigh(blank, all()));
        var nobody = new Intent(
                "Derbyshire", new Recipient("", Marking.OFFICIAL), "x", Marking.OFFICIAL, Selection.everything());
        assertRefused("Say which agency the package is for.", DisclosureRules.weigh(nobody, all()));
        var withheld = weigh(Marking.OFFICIAL, Selection.everything());
        assertRefused(
                "There is nothing to send to EMSOU: one record is withheld.",
                DisclosureRules.release(withheld, VERIFIED, List.of()));
        assertRefused(
                "Say who has verified what is about to be sent.",
                DisclosureRules.release(withheld, new Verification("", Instant.EPOCH), List.of()));
        acts.clear();
        assertRefused(
                "There is nothing new for EMSOU.",
                DisclosureRules.release(weigh(Marking.OFFICIAL, Selection.everything()), VERIFIED, List.of()));
    }
}
