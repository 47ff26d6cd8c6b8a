package fourfold.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Goal;
import fourfold.Trials;
import fourfold.core.access.Role;
import fourfold.core.exchange.Fate;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.P;
import fourfold.core.plan.Plan;
import fourfold.core.plan.PlanState;
import fourfold.core.review.Review;
import fourfold.core.settings.ReceivedPackage;
import fourfold.core.settings.SentPackage;
import fourfold.core.sync.Replica;
import fourfold.core.threat.Threat;
import fourfold.vault.OpenVault;
import fourfold.vault.SimulatedDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Goal G-8 with everything real but the disk: five forces, their unit, and a supervisor of the first force on a machine of
/// their own exchange packages as files, signed and encrypted, through every gate. Plans go to the supervisor, and decisions
/// come home. Packages are lost, late, doubled and out of order; desks lose their power and are put back from old
/// copies; clocks are days apart. Whoever works on in an old copy is found out by everybody who has something newer from it,
/// and in the end all hold the same.
///
/// One seed is one history, down to the digest; [ExchangeSimulationTest] goes through many more of them without the files.
@Tag("goal")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackageSimulationTest {

    private static final List<String> AGENCIES_HERE =
            List.of("EMSOU", "Derbyshire", "Leicestershire", "Lincolnshire", "Northamptonshire", "Nottinghamshire");
    private static final int FORCE = 1;
    private static final int SUPERVISOR = AGENCIES_HERE.size();
    private static final int STEPS = 80;

    private final SimulatedDisk post = new SimulatedDisk();
    private final List<OpenVault> keys = new ArrayList<>();

    @BeforeAll
    void everybodyTrustsEverybody() {
        for (var agency : AGENCIES_HERE) keys.add(PacketSite.keys(post, agency));
        keys.add(PacketSite.supervisorsKeys(post, AGENCIES_HERE.get(FORCE)));
        PacketSite.acquaint(keys);
    }

    @AfterAll
    void end() {
        for (var open : keys) {
            open.close();
            open.vault().close();
        }
    }

    private record Parcel(int to, Path file) {}

    private record Copy(int site, SimulatedDisk disk) {}

    private final class Region implements AutoCloseable {
        final Random random;
        final List<PacketSite> sites = new ArrayList<>();
        final List<Parcel> underWay = new ArrayList<>();
        final List<Copy> copies = new ArrayList<>();
        final Map<String, Integer> happened = new TreeMap<>();
        private int files;
        private int replicas;

        Region(long seed) {
            random = new Random(seed);
            for (var open : keys) {
                var clock = TestVaults.clock();
                clock.forward(Duration.ofHours(random.nextInt(96)));
                sites.add(PacketSite.begin(open, fresh(), clock));
            }
        }

        private Replica fresh() {
            return new Replica(String.format(java.util.Locale.ROOT, "%016x", 0x100 + ++replicas));
        }

        private int any() {
            return random.nextInt(sites.size());
        }

        private <T> T any(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }

        private void happens(String what) {
            happened.merge(what, 1, Integer::sum);
        }

        void step() throws IOException {
            int which = any();
            var site = sites.get(which);
            ((TestVaults.HandClock) site.clock).forward(Duration.ofMinutes(random.nextInt(90)));
            switch (random.nextInt(20)) {
                case 0, 1, 2, 3, 4 -> edit(site);
                case 5 -> answer(site);
                case 6 -> settle(site);
                case 7 -> send(any(), any(), false);
                case 8, 9 -> send(any(), 0, false);
                case 10 -> send(0, any(), false);
                case 11 -> copies.add(new Copy(which, site.disk.copy()));
                case 12 -> kill(which);
                case 13 -> putBack();
                case 14 -> plan(sites.get(FORCE));
                case 15 -> review();
                case 16 -> send(FORCE, SUPERVISOR, false);
                case 17 -> send(SUPERVISOR, FORCE, false);
                default -> deliver();
            }
        }

        /// Draws a plan up, or amends it, and submits it.
        private void plan(PacketSite site) {
            var threats = site.store.records().all(Threat.FIELDS);
            if (threats.isEmpty()) return;
            var desk = site.plans(Role.LRO);
            var id = any(threats).record().id();
            desk.begin(new PlanDesk.Begin(id, null));
            var found = site.store.records().find(Plan.FIELDS, Plan.idFor(id));
            if (found.isEmpty()) return;
            var texts = new HashMap<>(Map.of(Plan.OBJECTIVE.name(), "Objective " + random.nextInt(50)));
            for (var p : P.values()) texts.put(Plan.whyEmpty(p).name(), "Not needed");
            desk.edit(new PlanDesk.Edit(found.get().seen(), Editing.of(Plan.FIELDS, texts, Set.of()).orThrow(), "Amended"));
            var plan = site.store.records().find(Plan.FIELDS, Plan.idFor(id)).orElseThrow();
            if (site.reviews().submit(new ReviewDesk.Submit(plan.seen(), "")).isDone()) happens("submitted");
        }

        /// The supervisor decides about a plan that has come.
        private void review() {
            var site = sites.get(SUPERVISOR);
            var waiting = site.store.records().all(Plan.FIELDS).stream()
                    .filter(plan -> plan.record().is(Plan.STATE, PlanState.SUBMITTED))
                    .toList();
            if (waiting.isEmpty()) return;
            var plan = any(waiting);
            var desk = site.reviews();
            var sheet = desk.sheet(plan.record().get(Plan.THREAT)).orThrow();
            boolean approves = random.nextInt(3) > 0;
            var answer = approves
                    ? desk.approve(new ReviewDesk.Approve(plan.seen(), sheet.hash(), "Agreed"))
                    : desk.sendBack(new ReviewDesk.SendBack(plan.seen(), "More on Prevent"));
            if (answer.isDone()) happens(approves ? "approved" : "returned");
        }

        private void edit(PacketSite site) {
            // whoever reviews writes nothing
            if (site.vault.equals(keys.get(SUPERVISOR))) {
                review();
                return;
            }
            var threats = site.store.records().all(Threat.FIELDS);
            if (threats.isEmpty()) {
                site.create(Map.of("name", "Op " + random.nextInt(1000), "kind", "Organised crime group", "tier", "Tier 3"));
                happens("created");
                return;
            }
            var values = new HashMap<String, String>();
            if (random.nextBoolean()) values.put("scope", "Scope " + random.nextInt(5));
            if (random.nextInt(3) == 0) values.put("tier", "Tier " + (1 + random.nextInt(4)));
            if (random.nextInt(3) == 0) values.put("priority", random.nextBoolean() ? "Force priority" : "National priority");
            if (values.isEmpty()) values.put("tags", random.nextBoolean() ? "cash;fraud" : "drugs;guns" + random.nextInt(3));
            if (site.edit(any(threats).record().get(Threat.REF), values, Role.LRO, Role.SUPERVISOR).isDone()) happens("edited");
        }

        private void answer(PacketSite site) {
            var desk = site.proposals(Role.LRO, Role.SUPERVISOR);
            var ours = desk.list().orThrow().stream().filter(ProposalDesk.Proposal::ours).toList();
            if (ours.isEmpty()) return;
            var wish = new ProposalDesk.Answer(any(ours).entry(), "Weighed");
            (random.nextBoolean() ? desk.accept(wish) : desk.decline(wish)).orThrow();
            happens("answered");
        }

        private void settle(PacketSite site) {
            var desk = site.conflicts(Role.LRO, Role.SUPERVISOR);
            var all = desk.list().orThrow();
            if (all.isEmpty()) return;
            var one = any(all);
            var field = any(one.fields());
            var answer = new ConflictDesk.Answer.OfEntry(any(field.values()).entry());
            var wish = new ConflictDesk.Settle(
                    one.record().kind(), one.record().record(), one.record().version(), field.field(), answer, "Agreed");
            if (desk.settle(wish).isDone()) happens("settled");
        }

        private void send(int from, int to, boolean all) throws IOException {
            // the supervisor has only their force to do with
            if (from == to || to == SUPERVISOR && from != FORCE || from == SUPERVISOR && to != FORCE) return;
            if (!(sites.get(from).send(sites.get(from).label(sites.get(to)), all) instanceof Outcome.Done<Path>(var written))) return;
            // out of the way of a copy of this desk that writes a package of the same number
            var file = Path.of("/post-" + ++files + ".bag.zip.gpg");
            post.move(written, file);
            happens("sent");
            if (!all && random.nextInt(5) == 0) {
                happens("lost");
                return;
            }
            underWay.add(new Parcel(to, file));
            if (random.nextInt(4) == 0) {
                underWay.add(new Parcel(to, file));
                happens("doubled");
            }
        }

        private void deliver() {
            if (underWay.isEmpty()) return;
            var parcel = underWay.remove(random.nextInt(underWay.size()));
            var imported = sites.get(parcel.to()).imports().accept(parcel.file()).orThrow().preview();
            imported.records().forEach((fate, records) -> happens(fate.label()));
            assertEquals(0, imported.records().getOrDefault(Fate.REFUSED, 0), imported::toString);
            if (imported.already().isPresent()) happens("imported twice");
        }

        /// The power fails; what was saved is there again.
        private void kill(int which) {
            var site = sites.get(which);
            var head = site.journal.head();
            site.store.close();
            sites.set(which, PacketSite.on(site.vault, site.disk.powerCut(random), site.replica, site.clock));
            assertEquals(head, sites.get(which).journal.head());
            happens("killed");
        }

        /// A desk is put back from an old copy. As long as it goes on as if nothing had been, it is found out; then it begins
        /// a new copy, as restoring does.
        private void putBack() throws IOException {
            if (copies.isEmpty()) return;
            var copy = copies.remove(random.nextInt(copies.size()));
            var site = sites.get(copy.site());
            try (var old = PacketSite.on(site.vault, copy.disk().copy(), site.replica, site.clock)) {
                edit(old);
                for (int to = 0; to < sites.size(); to++) if (to != copy.site()) pretend(old, to);
            }
            site.close();
            sites.set(copy.site(), PacketSite.on(site.vault, copy.disk(), fresh(), site.clock));
            // a copy of the time before is a copy of another replica
            copies.removeIf(other -> other.site() == copy.site());
            happens("put back");
        }

        private void pretend(PacketSite old, int to) throws IOException {
            var addressee = sites.get(to);
            long last = old.store.records().all(SentPackage.FIELDS).stream()
                    .filter(kept -> kept.record().is(SentPackage.UNIT, addressee.vault.own().fingerprint()))
                    .mapToLong(kept -> kept.record().get(SentPackage.NUMBER))
                    .max()
                    .orElse(0);
            boolean newer = addressee.store.records().all(ReceivedPackage.FIELDS).stream()
                    .map(kept -> kept.record())
                    .anyMatch(one -> one.is(ReceivedPackage.DEVICE, old.replica.value()) && one.get(ReceivedPackage.NUMBER) > last);
            if (!newer || !(old.send(old.label(addressee), true) instanceof Outcome.Done<Path>(var file))) return;
            var refused = assertInstanceOf(Outcome.Refused.class, sites.get(to).imports().preview(file), "a roll-back was not found out");
            assertTrue(refused.problem().sentence().contains("old copy") || refused.problem().sentence().contains("another one"),
                    refused.problem().sentence());
            post.delete(file);
            happens("roll-back found out");
        }

        /// Whatever befell them until then: a plan reaches the supervisor, who decides about it.
        void aPlanIsDecidedAbout() throws IOException {
            plan(sites.get(FORCE));
            send(FORCE, SUPERVISOR, true);
            while (!underWay.isEmpty()) deliver();
            review();
        }

        /// The forces tell the unit everything, and the unit tells the forces; twice, since the unit learns as well.
        void everybodyTellsEverybody() throws IOException {
            while (!underWay.isEmpty()) deliver();
            for (int round = 0; round < 2; round++) {
                send(SUPERVISOR, FORCE, true);
                while (!underWay.isEmpty()) deliver();
                for (int force = FORCE; force < SUPERVISOR; force++) send(force, 0, true);
                while (!underWay.isEmpty()) deliver();
                for (int force = FORCE; force < SUPERVISOR; force++) send(0, force, true);
                while (!underWay.isEmpty()) deliver();
                send(FORCE, SUPERVISOR, true);
                while (!underWay.isEmpty()) deliver();
            }
        }

        @Override
        public void close() {
            sites.forEach(Site::close);
        }
    }

    /// One history, and what became of it.
    ///
    /// @param steps what happens before everybody tells everybody everything
    /// @return the digest in the end, on every desk, without decisions, whose identities are drawn at random
    private String run(long seed, int steps, Map<String, Integer> happened) throws IOException {
        var said = "mvn test -Dtest=PackageSimulationTest -Dfourfold.seed=" + seed;
        try (var region = new Region(seed)) {
            for (int i = 0; i < steps; i++) region.step();
            region.aPlanIsDecidedAbout();
            var force = region.sites.get(1);
            var before = force.disk.copy();
            region.everybodyTellsEverybody();
            // the unit has something newer from this force now than the force itself, put back from that copy
            try (var old = PacketSite.on(force.vault, before, force.replica, force.clock)) {
                region.pretend(old, 0);
            }
            var digest = region.sites.getFirst().digest();
            for (var site : region.sites) assertEquals(digest, site.digest(), said + " " + site.agency);
            region.happened.forEach((what, count) -> happened.merge(what, count, Integer::sum));
            var kinds = SharedKinds.ALL.stream().map(Fields::kind).filter(kind -> !kind.equals(Review.FIELDS.kind())).toList();
            return force.store.records().settled(kinds).digest();
        } catch (RuntimeException | AssertionError failed) {
            throw new AssertionError(said, failed);
        }
    }

    @Test
    void whatever_befalls_packages_and_desks_all_come_to_hold_the_same_and_every_roll_back_is_found_out() throws IOException {
        var happened = new TreeMap<String, Integer>();
        try (var trials = Trials.of(Goal.G_8, "six desks and a supervisor exchange package files, are killed and put back", 3, 2_000)) {
            for (long seed : trials) run(seed, STEPS, happened);
            if (trials.count() < 3 || Trials.seed() != Trials.USUAL_SEED) return;
        }
        for (var what : Set.of("lost", "doubled", "waiting", "killed", "put back", "roll-back found out", "imported twice", "submitted", "approved"))
            assertTrue(happened.getOrDefault(what, 0) > 0, "nothing was ever " + what + ": " + happened);
    }

    @Test
    void one_seed_is_one_history() throws IOException {
        var first = new TreeMap<String, Integer>();
        var second = new TreeMap<String, Integer>();
        assertEquals(run(Trials.seed(), 25, first), run(Trials.seed(), 25, second));
        assertEquals(first, second);
    }
}
