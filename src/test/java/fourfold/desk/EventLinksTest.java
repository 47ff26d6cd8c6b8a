package fourfold.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.access.Role;
import fourfold.core.disruption.CountingVerdict;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.EventLink;
import fourfold.core.disruption.LinkDecision;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Watch;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.store.Tables;
import fourfold.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One happening that two forces recorded: found, linked as one lead and its support, counted once, undone, and the same in
/// every vault whatever the order in which the links came.
class EventLinksTest {

    private final Site derbyshire = new Site("Derbyshire", 1);
    private final Site leicestershire = new Site("Leicestershire", 2);
    private final Site region = new Site("EMSOU", 3);
    private String threat = "";
    private Kept<Disruption> one;
    private Kept<Disruption> other;

    @BeforeEach
    void twoForcesRecordOneWarrant() {
        threat = derbyshire.create(Map.of("name", "Amber Kite", "kind", "Organised crime group", "tier", "Tier 3"))
                .record()
                .get(Threat.REF);
        leicestershire.takes(derbyshire);
        one = derbyshire.event(threat, Map.of("arrests", "2"));
        other = leicestershire.event(threat, Map.of("arrests", "2", "eventDate", "2022-06-02"));
        region.takes(derbyshire);
        region.takes(leicestershire);
    }

    @AfterEach
    void shut() {
        derbyshire.close();
        leicestershire.close();
        region.close();
    }

    private void exchange() {
        var sites = List.of(derbyshire, leicestershire, region);
        for (int round = 0; round < 2; round++) for (var to : sites) for (var from : sites) if (to != from) to.takes(from);
    }

    private static List<LinkDesk.Perhaps> waiting(Site site) {
        return site.links(Role.ANALYST).perhaps(Watch.nobody()).orThrow();
    }

    private LinkDesk.Decide wish(Site site, Id<Disruption> lead) {
        return wish(site, lead, "Two records of one warrant");
    }

    private LinkDesk.Decide wish(Site site, Id<Disruption> lead, String reason) {
        var known = site.store.records().find(EventLink.FIELDS, EventLink.idFor(one.record().id(), other.record().id()));
        return new LinkDesk.Decide(
                one.record().id(), other.record().id(), lead, known.map(Kept::version).orElse(0L), reason);
    }

    private static String sentence(Outcome<?> outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome).problem().sentence();
    }

    private CountingVerdict verdict(Site site, Kept<Disruption> event) {
        return site.disruptions(Role.ANALYST).file(event.record().id()).orThrow().line().verdict();
    }

    /// How many of the two count nationally there, by the events' own files, the list and its filter.
    private int counted(Site site) {
        int files = (verdict(site, one).counts() ? 1 : 0) + (verdict(site, other).counts() ? 1 : 0);
        var desk = site.disruptions(Role.ANALYST);
        var list = desk.list(EventFilter.ALL, 100).orThrow().lines();
        assertEquals(files, list.stream().filter(line -> line.verdict().counts()).count());
        assertEquals(files, desk.list(counting(true), 100).orThrow().matching());
        assertEquals(list.size() - files, desk.list(counting(false), 100).orThrow().matching());
        return files;
    }

    private static EventFilter counting(boolean yes) {
        return new EventFilter(
                "", Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty(),
                Optional.of(yes));
    }

    @Test
    void what_two_forces_recorded_is_found_with_its_reasons_and_nothing_is_linked_by_itself() {
        var found = waiting(region);
        assertEquals(1, found.size());
        var pair = found.getFirst().pair();
        assertTrue(pair.twice());
        assertTrue(pair.reasons().contains("Both state: Arrests 2."), pair.reasons().toString());
        assertTrue(pair.reasons().contains("Both are against " + threat + " Amber Kite."));
        assertEquals(2, counted(region));
        assertEquals(List.of(), waiting(derbyshire));
    }

    @Test
    void linked_they_count_once_and_the_support_says_through_whom() {
        var link = region.links(Role.SUPERVISOR).link(wish(region, one.record().id())).orThrow();
        assertTrue(link.record().isSame());
        assertEquals(1, counted(region));
        assertTrue(verdict(region, one).counts());
        assertEquals(
                "Counts nationally through Derbyshire's event " + one.record().get(Disruption.REF)
                        + ", of which this is the support.",
                verdict(region, other).sentence());
        assertEquals(List.of(), waiting(region));
        var file = region.disruptions(Role.ANALYST).file(other.record().id()).orThrow();
        var family = file.linked().orElseThrow();
        assertEquals("Derbyshire", family.lead().agency());
        assertTrue(family.agreed());
        assertEquals(other.record(), region.store.records().find(Disruption.FIELDS, other.record().id()).orElseThrow().record());
        exchange();
        for (var site : List.of(derbyshire, leicestershire, region)) assertEquals(1, counted(site), site.agency);
        assertEquals(region.digest(), derbyshire.digest());
        assertEquals(region.digest(), leicestershire.digest());
    }

    @Test
    void every_decision_needs_a_supervisor_a_reason_and_the_newest_version() {
        assertEquals("Only a supervisor may do this.", sentence(region.links(Role.LRO).link(wish(region, one.record().id()))));
        var desk = region.links(Role.SUPERVISOR);
        assertEquals("Say why the two are one event.", sentence(desk.link(wish(region, one.record().id(), " "))));
        assertEquals("Say which of the two events leads.", sentence(desk.link(wish(region, null))));
        assertEquals("Say which of the two events leads.", sentence(desk.link(wish(region, new Id<>(new java.util.UUID(1, 1))))));
        assertEquals("Say why the two are not the same event.", sentence(desk.part(wish(region, null, ""))));
        assertEquals("Nothing is decided about these two events.", sentence(desk.undo(wish(region, null))));
        var old = wish(region, one.record().id());
        desk.link(old).orThrow();
        assertEquals("Somebody decided about these events after you opened them.", sentence(desk.link(old)));
        assertEquals("The two are linked; undo the link instead.", sentence(desk.part(wish(region, null))));
        assertEquals("Say why the link is undone.", sentence(desk.undo(wish(region, null, ""))));
    }

    @Test
    void a_link_is_undone_with_a_reason_and_asked_again() {
        var desk = region.links(Role.SUPERVISOR);
        desk.link(wish(region, one.record().id())).orThrow();
        desk.undo(wish(region, null, "Another address")).orThrow();
        assertEquals(2, counted(region));
        assertEquals("A decision about the two was undone.", waiting(region).getFirst().again());
        var said = desk.links().orThrow().getFirst();
        assertEquals("Another address", said.said().orElseThrow().reason());
        assertEquals("Decision undone", said.said().orElseThrow().words());
        assertEquals(2, desk.beside(one.record().id(), other.record().id()).orThrow().said().size());
    }

    @Test
    void found_not_to_be_one_they_are_asked_about_again_only_once_one_changes_materially() {
        var desk = region.links(Role.SUPERVISOR);
        desk.part(wish(region, null, "Two addresses")).orThrow();
        assertEquals(List.of(), waiting(region));
        assertEquals(2, counted(region));
        correct(derbyshire, one, "summary", "Warrant, told better");
        region.takes(derbyshire);
        assertEquals(List.of(), waiting(region));
        correct(derbyshire, one, "arrests", "3");
        correct(leicestershire, other, "arrests", "3");
        region.takes(derbyshire);
        region.takes(leicestershire);
        assertEquals(
                "They were found not to be the same event; one of them has changed since.",
                waiting(region).getFirst().again());
    }

    private static void correct(Site site, Kept<Disruption> event, String field, String value) {
        var now = site.store.records().find(Disruption.FIELDS, event.record().id()).orElseThrow();
        site.disruptions(Role.LRO)
                .correct(new DisruptionDesk.Correct(
                        now.seen(), Editing.of(Disruption.FIELDS, Map.of(field, value), Set.of()).orThrow(), "Checked"))
                .orThrow();
    }

    @Test
    void what_is_changed_or_comes_in_later_is_searched_without_reading_all_again() {
        var desk = region.links(Role.ANALYST);
        assertEquals(1, desk.perhaps(Watch.nobody()).orThrow().size());
        correct(leicestershire, other, "eventDate", "2022-05-01");
        region.takes(leicestershire);
        assertEquals(List.of(), desk.perhaps(Watch.nobody()).orThrow());
        correct(derbyshire, one, "eventDate", "2022-05-01");
        region.takes(derbyshire);
        var third = region.event(threat, Map.of("eventDate", "2022-05-02", "arrests", "2"));
        var found = desk.perhaps(Watch.nobody()).orThrow();
        assertEquals(3, found.size());
        assertEquals(
                waiting(region), found, "the same as searching all");
        assertTrue(found.stream().anyMatch(pair -> pair.pair().isOf(third.record().id().value()::equals)));
    }

    @Test
    void a_support_has_one_lead_until_that_is_undone() {
        var third = region.event(threat, Map.of("arrests", "2"));
        var desk = region.links(Role.SUPERVISOR);
        desk.link(wish(region, one.record().id())).orThrow();
        var again = new LinkDesk.Decide(third.record().id(), other.record().id(), third.record().id(), 0, "Ours too");
        assertEquals(
                other.record().get(Disruption.REF) + " is linked as the support of " + one.record().get(Disruption.REF)
                        + "; link " + third.record().get(Disruption.REF) + " with that one, or undo that link first.",
                sentence(desk.link(again)));
        desk.link(new LinkDesk.Decide(third.record().id(), one.record().id(), third.record().id(), 0, "Ours led")).orThrow();
        assertTrue(verdict(region, third).counts());
        assertFalse(verdict(region, one).counts());
        assertTrue(verdict(region, other).sentence().contains("EMSOU's event " + third.record().get(Disruption.REF)));
        assertEquals(
                "The two are linked already, through " + third.record().get(Disruption.REF) + ".",
                sentence(desk.link(new LinkDesk.Decide(
                        third.record().id(), other.record().id(), third.record().id(), 0, "Again"))));
    }

    @Test
    void two_desks_that_decide_differently_contradict_each_other_and_meanwhile_nothing_counts_twice() {
        derbyshire.takes(leicestershire);
        region.links(Role.SUPERVISOR).part(wish(region, null, "Two addresses")).orThrow();
        derbyshire.links(Role.SUPERVISOR).link(wish(derbyshire, one.record().id())).orThrow();
        exchange();
        var id = EventLink.idFor(one.record().id(), other.record().id());
        for (var site : List.of(derbyshire, leicestershire, region)) {
            assertEquals(Set.of("decision"), site.store.records().find(EventLink.FIELDS, id).orElseThrow().state().conflicts());
            assertEquals(1, counted(site), site.agency);
        }
        var conflict = region.conflicts(Role.SUPERVISOR).list().orThrow().getFirst();
        assertEquals("link", conflict.record().kind());
        assertEquals("EMSOU", conflict.record().owner());
        var settle = new ConflictDesk.Settle(
                "link", id.value(), conflict.record().version(), "decision",
                new ConflictDesk.Answer.Value(LinkDecision.DIFFERENT.label()), "Two addresses, seen on the map");
        assertTrue(sentence(derbyshire.conflicts(Role.SUPERVISOR).settle(settle)).endsWith("after you opened it.")
                || sentence(derbyshire.conflicts(Role.SUPERVISOR).settle(settle)).contains("supervisor of EMSOU"));
        region.conflicts(Role.SUPERVISOR).settle(settle).orThrow();
        exchange();
        for (var site : List.of(derbyshire, leicestershire, region)) assertEquals(2, counted(site), site.agency);
        assertEquals(region.digest(), derbyshire.digest());
        assertEquals(region.digest(), leicestershire.digest());
    }

    @Test
    void once_the_regional_unit_has_decided_a_forces_other_opinion_is_a_proposal_to_it() {
        region.links(Role.SUPERVISOR).link(wish(region, one.record().id())).orThrow();
        exchange();
        var answer = leicestershire.links(Role.SUPERVISOR).link(wish(leicestershire, other.record().id(), "We led")).orThrow();
        assertTrue(verdict(leicestershire, one).counts(), "it stays as the unit decided");
        assertEquals(
                "Proposed to EMSOU: Decision.",
                leicestershire.proposals(Role.SUPERVISOR).sentence(answer).orElse(""));
        exchange();
        var proposal = region.proposals(Role.SUPERVISOR).list().orThrow().getFirst();
        assertEquals("link", proposal.record().kind());
        region.proposals(Role.SUPERVISOR).accept(new ProposalDesk.Answer(proposal.entry(), "They did")).orThrow();
        exchange();
        for (var site : List.of(derbyshire, leicestershire, region)) {
            assertTrue(verdict(site, other).counts(), site.agency);
            assertEquals(1, counted(site), site.agency);
        }
    }

    @Test
    void a_force_links_first_and_the_unit_takes_the_decision_over() {
        derbyshire.takes(leicestershire);
        derbyshire.links(Role.SUPERVISOR).link(wish(derbyshire, one.record().id())).orThrow();
        exchange();
        region.links(Role.SUPERVISOR).undo(wish(region, null, "Not the same")).orThrow();
        exchange();
        assertEquals(2, counted(derbyshire));
    }

    @Test
    void never_counted_twice_whatever_comes_first() {
        region.links(Role.SUPERVISOR).link(wish(region, one.record().id())).orThrow();
        var orders = List.of(
                List.of(derbyshire, leicestershire, region), List.of(region, derbyshire, leicestershire),
                List.of(leicestershire, region, derbyshire), List.of(region, leicestershire, derbyshire));
        for (var order : orders) {
            try (var late = new Site("Lincolnshire", 9)) {
                for (var from : order) {
                    late.takes(from);
                    boolean both = late.store.records().find(Disruption.FIELDS, one.record().id()).isPresent()
                            && late.store.records().find(Disruption.FIELDS, other.record().id()).isPresent();
                    boolean linked = late.store.records().count(EventLink.FIELDS) > 0;
                    if (both && linked) assertEquals(1, counted(late));
                }
                assertEquals(1, counted(late));
            }
        }
    }

    @Test
    void a_store_that_is_made_anew_says_the_same() {
        region.links(Role.SUPERVISOR).link(wish(region, one.record().id())).orThrow();
        region.links(Role.SUPERVISOR).undo(wish(region, null)).orThrow();
        region.links(Role.SUPERVISOR).link(wish(region, other.record().id())).orThrow();
        try (var anew = Store.inMemory()) {
            anew.projection().catchUp(region.journal, position -> {}, () -> false);
            Tables.assertSame(region.store, anew);
        }
    }

    @Test
    void a_support_whose_lead_is_not_here_counts_through_it_all_the_same() {
        region.links(Role.SUPERVISOR).link(wish(region, one.record().id())).orThrow();
        try (var far = new Site("Lincolnshire", 9)) {
            // as when the lead's own record is withheld from them
            far.takes(leicestershire);
            var link = region.store.records().find(EventLink.FIELDS, EventLink.idFor(one.record().id(), other.record().id()));
            far.ledger.write(far.session(Role.SUPERVISOR), fourfold.core.access.Permission.MODERATE, "Copied", List.of(
                    Change.creating(fourfold.core.sync.Operation.LINK, link.orElseThrow().record())));
            var verdict = far.disruptions(Role.ANALYST).file(other.record().id()).orThrow().line().verdict();
            assertFalse(verdict.counts());
            assertTrue(verdict.sentence().contains("not in this vault"), verdict.sentence());
        }
    }
}
