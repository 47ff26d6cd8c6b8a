package fourfold.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Goal;
import fourfold.Trials;
import fourfold.core.access.Role;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.EventLink;
import fourfold.core.exchange.Fate;
import fourfold.core.kernel.Id;
import fourfold.core.settings.ReceivedPackage;
import fourfold.core.settings.TakenBack;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Kept;
import fourfold.core.sync.SignedActs;
import fourfold.core.threat.Threat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Five forces and their unit work on the same threats offline and send each other what is new: lost, late, doubled, out of
/// order, by clocks days apart, through the desks, the rules of import and the store. When everything has been sent once
/// more, all of them hold the same.
///
/// The files, kills and old copies are in [PackageSimulationTest].
@Tag("goal")
class ExchangeSimulationTest {

    private static final List<String> AGENCIES =
            List.of("EMSOU", "Derbyshire", "Leicestershire", "Lincolnshire", "Northamptonshire", "Nottinghamshire");

    /// What one desk sends to another: acts with what they hold whole, and the rest as digests.
    private record Parcel(int to, SignedActs acts) {}

    /// An import, the digest before it, and where the journal ended after it.
    private record Brought(Id<ReceivedPackage> id, String digest, long head) {}

    private final class Region implements AutoCloseable {
        final Random random;
        final List<Site> sites = new ArrayList<>();
        final List<Parcel> underWay = new ArrayList<>();
        /// What each has sent to each, or had from them.
        final Map<List<Integer>, Set<EntryId>> exchanged = new HashMap<>();
        final Map<String, Integer> happened = new TreeMap<>();
        /// What each desk has imported since it sent something, and what it held before.
        final Map<Site, List<Brought>> undoable = new HashMap<>();
        private long packages;
        private int created;

        Region(long seed) {
            random = new Random(seed);
            for (var agency : AGENCIES) {
                var site = new Site(agency, sites.size() + 1);
                ((TestVaults.HandClock) site.clock).forward(Duration.ofHours(random.nextInt(96)));
                sites.add(site);
            }
        }

        int any() {
            return random.nextInt(sites.size());
        }

        <T> T any(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }

        void happens(String what) {
            happened.merge(what, 1, Integer::sum);
        }

        void step() {
            var site = sites.get(any());
            ((TestVaults.HandClock) site.clock).forward(Duration.ofMinutes(random.nextInt(90)));
            switch (random.nextInt(16)) {
                case 0, 1, 2, 3 -> edit(site);
                case 4 -> answer(site);
                case 5 -> settle(site);
                case 12 -> record(site);
                case 13, 14 -> decide(site);
                case 6 -> send(any(), any(), true);
                // most goes to the unit and comes from there
                case 7 -> send(any(), 0, true);
                case 8 -> send(0, any(), true);
                case 9 -> undo(site);
                default -> deliver();
            }
        }

        private void create(Site site) {
            site.create(Map.of("name", "Op " + random.nextInt(1000), "kind", "Organised crime group", "tier", "Tier 3"));
            happens("created");
        }

        private void edit(Site site) {
            var threats = site.store.records().all(Threat.FIELDS);
            if (threats.isEmpty() || created < 3 && random.nextInt(4) == 0) {
                if (created++ < 3) create(site);
                return;
            }
            var threat = any(threats).record().get(Threat.REF);
            var values = new HashMap<String, String>();
            if (random.nextBoolean()) values.put("scope", "Scope " + random.nextInt(5));
            if (random.nextBoolean()) values.put("tags", random.nextBoolean() ? "cash;fraud" : "drugs;guns" + random.nextInt(3));
            if (random.nextInt(3) == 0) values.put("tier", "Tier " + (1 + random.nextInt(4)));
            if (random.nextInt(3) == 0) values.put("priority", random.nextBoolean() ? "Force priority" : "National priority");
            if (values.isEmpty()) values.put("intent", "Text " + random.nextInt(50));
            // a supervisor may settle what is in conflict; an LRO is refused, which changes nothing
            if (site.edit(threat, values, Role.LRO, Role.SUPERVISOR).isDone()) happens("edited");
        }

        private void record(Site site) {
            var threats = site.store.records().all(Threat.FIELDS);
            if (threats.isEmpty() || site.store.records().count(Disruption.FIELDS) > 8) return;
            site.event(any(threats).record().get(Threat.REF), Map.of());
            happens("recorded");
        }

        /// Says of any two events that they are one, or two, or takes that back; another desk may say something else.
        private void decide(Site site) {
            var events = site.store.records().all(Disruption.FIELDS);
            if (events.size() < 2) return;
            var one = any(events).record().id();
            var other = any(events).record().id();
            if (one.equals(other)) return;
            var desk = site.links(Role.SUPERVISOR);
            var known = site.store.records().find(EventLink.FIELDS, EventLink.idFor(one, other));
            var wish = new LinkDesk.Decide(one, other, one, known.map(Kept::version).orElse(0L), "Compared");
            var answer = switch (random.nextInt(4)) {
                case 0 -> desk.part(wish);
                case 1 -> desk.undo(wish);
                default -> desk.link(wish);
            };
            if (answer.isDone()) happens("decided");
        }

        private void answer(Site site) {
            var desk = site.proposals(Role.LRO, Role.SUPERVISOR);
            var ours = desk.list().orThrow().stream().filter(ProposalDesk.Proposal::ours).toList();
            if (ours.isEmpty()) return;
            var wish = new ProposalDesk.Answer(any(ours).entry(), "Weighed");
            (random.nextBoolean() ? desk.accept(wish) : desk.decline(wish)).orThrow();
            happens("answered");
        }

        private void settle(Site site) {
            var desk = site.conflicts(Role.LRO, Role.SUPERVISOR);
            var all = desk.list().orThrow();
            if (all.isEmpty()) return;
            var one = any(all);
            var field = any(one.fields());
            var answer = new ConflictDesk.Answer.OfEntry(any(field.values()).entry());
            var settled = desk.settle(new ConflictDesk.Settle(
                    one.record().kind(), one.record().record(), one.record().version(), field.field(), answer, "Agreed"));
            if (settled.isDone()) happens("settled");
        }

        /// @param onlyNew whether what the addressee has is left out
        private void send(int from, int to, boolean onlyNew) {
            if (from == to) return;
            var has = exchanged.computeIfAbsent(List.of(from, to), pair -> new HashSet<>());
            Predicate<EntryId> goes = onlyNew ? id -> !has.contains(id) : id -> true;
            var ids = new HashSet<EntryId>();
            var parcel = new Parcel(to, packed(sites.get(from), goes, ids));
            if (ids.isEmpty()) return;
            has.addAll(ids);
            undoable.remove(sites.get(from));
            happens("sent");
            if (onlyNew && random.nextInt(5) == 0) {
                happens("lost");
                return;
            }
            underWay.add(parcel);
            if (random.nextInt(4) == 0) {
                underWay.add(parcel);
                happens("doubled");
            }
        }

        private void deliver() {
            if (underWay.isEmpty()) return;
            deliver(underWay.remove(random.nextInt(underWay.size())));
        }

        private void deliver(Parcel parcel) {
            var site = sites.get(parcel.to());
            var sifting = site.sifted(EnumSet.allOf(Role.class), parcel.acts());
            assertTrue(sifting.alien().isEmpty());
            assertEquals(List.of(), sifting.refusals().stream().map(Tallies.Refusal::why).toList());
            var told = new HashMap<UUID, Fate>();
            sifting.tallies().forEach(tally -> told.put(tally.record(), tally.fate()));
            var before = site.digest();
            var id = site.imports("Anybody", ++packages, sifting);
            undoable.computeIfAbsent(site, any -> new ArrayList<>()).add(new Brought(id, before, site.journal.head()));
            told.forEach((record, fate) -> happens(fate.label()));
            assertEquals(sifting.held().size() > 0, isWaitingForAny(site, sifting));
        }

        /// The newest import may be undone until something was sent or built on it; what then stands is what stood before.
        private void undo(Site site) {
            var imports = undoable.getOrDefault(site, List.of());
            if (imports.isEmpty()) return;
            var newest = imports.removeLast();
            boolean last = site.journal.head() == newest.head();
            if (!site.undo(newest.id()).isDone()) {
                assertFalse(last, "nothing was done since");
                happens("not to be undone");
                return;
            }
            if (last) assertEquals(newest.digest(), site.digest());
            assertEquals(site.digestAnew(), site.digest());
            happens("undone");
        }

        /// What was said to wait is waiting now.
        private boolean isWaitingForAny(Site site, Sifting sifting) {
            return site.store.records().waiting().stream().anyMatch(one -> sifting.held().contains(one.entry().id()));
        }

        private void everybodyTellsEverybody() {
            while (!underWay.isEmpty()) deliver();
            for (int from = 0; from < sites.size(); from++)
                for (int to = 0; to < sites.size(); to++) send(from, to, false);
            while (!underWay.isEmpty()) deliver();
        }

        @Override
        public void close() {
            sites.forEach(Site::close);
        }
    }

    /// The acts of a desk now, with everything that does not go as its digest.
    private static SignedActs packed(Site site, Predicate<EntryId> goes, Set<EntryId> ids) {
        var told = new ArrayList<Consumer<SignedActs.Reader>>();
        TakenBack.in(site.journal).left(site.journal).read(new SignedActs.Reader() {
            private List<Consumer<SignedActs.Reader>> act = new ArrayList<>();
            private boolean any;

            @Override
            public void entry(Entry entry) {
                if (!goes.test(entry.id()) || entry.kind().equals(ReceivedPackage.FIELDS.kind())) {
                    withheld(entry.digest());
                    return;
                }
                any = true;
                ids.add(entry.id());
                act.add(reader -> reader.entry(entry));
            }

            @Override
            public void withheld(byte[] digest) {
                act.add(reader -> reader.withheld(digest));
            }

            @Override
            public void end(UUID id, Author author, int count, byte[] signature) {
                if (any) {
                    told.addAll(act);
                    told.add(reader -> reader.end(id, author, count, signature));
                }
                act = new ArrayList<>();
                any = false;
            }
        });
        return reader -> told.forEach(each -> each.accept(reader));
    }

    @Test
    void whatever_is_lost_late_doubled_or_out_of_order_all_come_to_hold_the_same() {
        var happened = new TreeMap<String, Integer>();
        try (var trials = Trials.of(Goal.G_8, "six desks exchange acts, without the files", 47, 20_000)) {
            for (long seed : trials) run(seed, happened);
            if (trials.count() < 40) return;
        }
        for (var what : List.of("lost", "doubled", "waiting", "in conflict", "proposed", "answered", "settled", "here already", "decided", "undone", "not to be undone"))
            assertTrue(happened.getOrDefault(what, 0) > 0, "nothing was ever " + what + ": " + happened);
    }

    private void run(long seed, Map<String, Integer> happened) {
        var said = "mvn test -Dtest=ExchangeSimulationTest -Dfourfold.seed=" + seed;
        try (var region = new Region(seed)) {
            for (int i = 0; i < 160; i++) region.step();
            region.everybodyTellsEverybody();
            region.everybodyTellsEverybody();
            var digest = region.sites.getFirst().digest();
            var places = region.sites.getFirst().store.links().places();
            for (var site : region.sites) {
                assertEquals(List.of(), site.store.records().waiting(), said);
                assertEquals(digest, site.digest(), said + " " + site.agency);
                assertEquals(places, site.store.links().places(), said + " " + site.agency);
            }
            region.happened.forEach((what, count) -> happened.merge(what, count, Integer::sum));
        } catch (RuntimeException | AssertionError failed) {
            throw new AssertionError(said, failed);
        }
    }
}
