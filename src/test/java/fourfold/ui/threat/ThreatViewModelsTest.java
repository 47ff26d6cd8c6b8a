package fourfold.ui.threat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.people.Party;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatKind;
import fourfold.core.threat.ThreatGap;
import fourfold.core.threat.ThreatRules;
import fourfold.desk.ThreatDesk;
import fourfold.desk.ThreatLine;
import fourfold.ui.parts.ChangeViewModel;
import fourfold.ui.parts.RecordInputs;
import fourfold.ui.place.Place;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the screens about threats do, without a screen, at a real desk.
final class ThreatViewModelsTest {

    @TempDir
    static Path folder;

    private static ThreatOffice office;
    private final List<Kept<Threat>> saved = new ArrayList<>();

    @BeforeAll
    static void begin() {
        office = ThreatOffice.loaded(folder.resolve("vault"));
    }

    @AfterAll
    static void end() {
        office.close();
    }

    @BeforeEach
    void atTheList() {
        office.at(new Place.Threats(""));
    }

    private static void choose(ThreatListViewModel model, String words) {
        model.conditions.stream()
                .filter(condition -> condition.words().equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no condition " + words))
                .add()
                .run();
    }

    @Test
    void theListIsNarrowedByWordsAndByConditions() {
        try (var model = new ThreatListViewModel(office.desktop(), "")) {
            int all = model.shown.size();
            assertEquals(office.office().threats().list().orThrow().size(), all);
            choose(model, "Tier 1");
            int first = model.shown.size();
            assertTrue(first > 0 && first < all);
            choose(model, "Tier 2");
            assertTrue(model.shown.size() > first, "two tiers are alternatives");
            choose(model, "Kind: Organised crime group");
            assertTrue(model.shown.stream().allMatch(line -> line.kind().orElseThrow() == ThreatKind.OCG));
            model.filter.text().set("der-0002 nutmeg");
            assertEquals(List.of("DER-0002"), model.shown.stream().map(ThreatLine::ref).toList());
            assertEquals("1 of " + all, model.filter.countWords().getValue());
            model.filter.clear();
            assertEquals(all, model.shown.size());
        }
    }

    @Test
    void theGapsOfTheListAreThoseOfTheRecords() {
        for (var line : office.office().threats().list().orThrow()) {
            assertEquals(ThreatRules.gaps(office.kept(line.ref()).record()).stream().sorted().map(ThreatGap::flaw).toList(), line.gaps(), line.ref());
        }
    }

    @Test
    void theFilterIsThereAgainOnTheWayBack() {
        try (var model = new ThreatListViewModel(office.desktop(), "")) {
            choose(model, "Standing: Open");
            model.filter.text().set("ems-0001");
        }
        office.navigator().go(new Place.Home());
        office.navigator().back();
        try (var model = new ThreatListViewModel(office.desktop(), "")) {
            assertEquals("ems-0001", model.filter.text().get());
            assertEquals(1, model.filter.chips().size());
            assertEquals(1, model.shown.size());
        }
    }

    private ChangeViewModel<Threat> change(
            String ref,
            String what,
            BiFunction<ThreatDesk, ThreatDesk.Edit, Outcome<Kept<Threat>>> deed,
            List<Field<Threat, ?>> fields) {
        var kept = office.kept(ref);
        var purpose = new ChangeViewModel.Purpose<Threat>(
                "threat/" + kept.record().id() + "/" + what,
                "Save",
                ThreatDesk.CLOSED_FIELDS,
                wish -> deed.apply(
                        office.office().threats(),
                        new ThreatDesk.Edit(java.util.Objects.requireNonNull(wish.kept()).seen(), wish.values(), wish.reason())),
                before -> office.office().threats().open(before.record().id()),
                saved::add);
        var inputs = new RecordInputs<>(
                Threat.FIELDS, office.office().reference(), office.office().session()::today, fields);
        return new ChangeViewModel<>(office.desktop(), purpose, inputs, kept);
    }

    private ChangeViewModel<Threat> edit(String ref) {
        return change(ref, "edit", ThreatDesk::edit, ThreatSheets.ALL);
    }

    private static void saveBehind(String ref, Field<Threat, String> field, String text) {
        office.office()
                .threats()
                .edit(new ThreatDesk.Edit(
                        office.kept(ref).seen(), new Editing<>(List.of(new Field.Slot<>(field, text))), "Meanwhile"))
                .orThrow();
    }

    @Test
    void aChangeIsSavedWithItsReason() {
        try (var model = edit("DER-0003")) {
            model.inputs().text(Threat.SCOPE).set("The city centre");
            model.inputs().day(Threat.MAPPED).set(LocalDate.of(2022, 3, 1));
            model.reason.set("Mapping finished");
            assertEquals("", model.save.run());
        }
        var now = office.kept("DER-0003").record();
        assertEquals("The city centre", now.get(Threat.SCOPE));
        assertEquals("Mapping finished", office.office().history().timeline(Threat.FIELDS, now.id()).orThrow().getFirst().reason());
        assertEquals(1, saved.size());
    }

    @Test
    void aRefusalStandsBesideItsFieldAndNothingIsSaved() {
        try (var model = edit("DER-0005")) {
            model.inputs().text(Threat.NAME).set("");
            model.inputs().text(Threat.SCORE).set("about nine");
            model.save.run();
            assertTrue(model.inputs().text(Threat.SCORE).flaw().get().contains("is not a number"));
            model.inputs().text(Threat.SCORE).set("9.50");
            model.save.run();
            assertEquals("Give the threat a name.", model.inputs().text(Threat.NAME).flaw().get());
            assertEquals(List.of(), saved);
        }
    }

    @Test
    void afterAConflictMineIsKeptAndSavedOnTopOfTheirs() {
        try (var model = edit("DER-0008")) {
            model.inputs().text(Threat.SIZE).set("Six people");
            saveBehind("DER-0008", Threat.SCOPE, "Two streets");
            model.save.run();
            assertInstanceOf(Problem.Conflict.class, model.problem().get());
            model.keepMine();
            assertEquals("Two streets", model.inputs().text(Threat.SCOPE).get());
            assertEquals("Six people", model.inputs().text(Threat.SIZE).get());
            model.save.run();
            assertNull(model.problem().get());
            assertEquals("Six people", office.kept("DER-0008").record().get(Threat.SIZE));
        }
    }

    @Test
    void afterAConflictTheirsCanBeTaken() {
        try (var model = edit("DER-0009")) {
            model.inputs().text(Threat.SIZE).set("Six people");
            saveBehind("DER-0009", Threat.SIZE, "Nine people");
            model.save.run();
            model.showTheirs();
            assertEquals("Nine people", model.inputs().text(Threat.SIZE).get());
            assertFalse(model.hasUnsaved());
        }
    }

    @Test
    void typingAnewNeedsAnotherKindAndAReasonOfItsOwn() {
        var kind = office.kept("DER-0010").record().get(Threat.KIND);
        var other = kind == ThreatKind.OCG ? ThreatKind.VULNERABILITY : ThreatKind.OCG;
        try (var model = change("DER-0010", "kind", ThreatDesk::retype, List.of(Threat.KIND, Threat.KIND_SINCE))) {
            model.save.run();
            assertEquals("Choose another kind than it has.", model.inputs().choice(Threat.KIND).flaw().get());
            model.inputs().choice(Threat.KIND).set(other);
            model.save.run();
            assertInstanceOf(Problem.NeedsReason.class, model.problem().get());
            model.giveReason("The four parts of the test are met");
            assertEquals(1, saved.size());
        }
        var now = office.kept("DER-0010").record();
        assertEquals(other, now.get(Threat.KIND));
        assertEquals(LocalDate.of(2022, 6, 22), now.get(Threat.KIND_SINCE));
        try (var model = change("DER-0010", "kind", ThreatDesk::retype, List.of(Threat.KIND, Threat.KIND_SINCE))) {
            model.inputs().choice(Threat.KIND).set(kind);
            model.save.run();
            assertInstanceOf(Problem.NeedsReason.class, model.problem().get(), "the reason of the kind before is not one for this");
        }
    }

    @Test
    void anLroIsAppointedWithAReasonAndTheDay() {
        try (var model = change("DER-0011", "lro", ThreatDesk::appoint, List.of(Threat.LRO, Threat.SIO_IS_LRO_REASON))) {
            model.inputs().text(Threat.LRO).set(office.office().session().label());
            model.reason.set("Knows the estate");
            model.save.run();
            assertNull(model.problem().get());
        }
        var now = office.kept("DER-0011").record();
        assertTrue(Party.is(now.get(Threat.LRO), "X11007"));
        assertEquals("Knows the estate", now.get(Threat.LRO_REASON));
        assertEquals(LocalDate.of(2022, 6, 22), now.get(Threat.LRO_SINCE));
        assertEquals(office.office().session().label(), now.get(Threat.LRO_APPOINTED_BY));
    }

    @Test
    void closingNamesAllThatIsMissingAtOnceAndThenCloses() {
        var fields = List.<Field<Threat, ?>>of(
                Threat.PHASE,
                Threat.CLOSURE_REASON,
                Threat.CLOSURE_EVIDENCE,
                Threat.LAST_ASSESSED,
                Threat.INTELLIGENCE_HANDED_OVER,
                Threat.ORDERS_TO_MONITOR,
                Threat.RETENTION);
        try (var model = change("DER-0012", "close", ThreatDesk::close, fields)) {
            model.save.run();
            var flaws = assertInstanceOf(Problem.Invalid.class, model.problem().get()).flaws();
            assertTrue(flaws.size() >= 6, flaws.toString());
            model.inputs().restore(Map.of(
                    "phase", "Closed - dismantled",
                    "closureReason", "The group is in prison",
                    "closureEvidence", "No call from the line since April",
                    "lastAssessed", "1 June 2022",
                    "intelligenceHandedOver", "yes",
                    "ordersToMonitor", "none",
                    "retention", "Group 2: other sexual, violent or serious offences"));
            model.save.run();
            assertNull(model.problem().get());
        }
        var now = office.kept("DER-0012").record();
        assertTrue(now.isClosed());
        assertEquals(LocalDate.of(2022, 6, 22), now.get(Threat.CLOSED));
    }

    @Test
    void whatWasTypedComesBackAfterALockAndIsGoneOnceSettled() {
        try (var model = edit("DER-0016")) {
            model.inputs().text(Threat.INTENT).set("To take over the market");
            model.inputs().texts(Threat.TAGS).set(new java.util.TreeSet<>(List.of("KNIFE", "CCE")));
            model.reason.set("Debrief");
            model.keep();
        }
        try (var model = edit("DER-0016")) {
            assertEquals("To take over the market", model.inputs().text(Threat.INTENT).get());
            assertEquals(java.util.Set.of("CCE", "KNIFE"), model.inputs().texts(Threat.TAGS).get());
            assertEquals("Debrief", model.reason.get());
            assertTrue(model.draftFrom().get().startsWith("Wed 22 Jun 2022"));
            model.discardDraft.run();
            assertEquals("", model.inputs().text(Threat.INTENT).get());
        }
        try (var model = edit("DER-0016")) {
            assertEquals("", model.draftFrom().get());
            model.inputs().text(Threat.INTENT).set("To leave the market");
            model.keep();
            model.save.run();
        }
        assertEquals(List.of(), office.office().drafts().mine());
    }

    @Test
    void theFileSaysWhatComesNextAndWhatIsMissing() {
        var gapped = office.id(office.refWithGaps());
        try (var model = new ThreatFileViewModel(office.desktop(), gapped, Place.Tab.PEOPLE)) {
            assertFalse(model.file.now().gaps().isEmpty());
            assertEquals(Place.Tab.PEOPLE, model.tab().get());
            model.tabs().getLast().run();
            assertEquals(Place.Tab.TIMELINE, model.tab().get());
        }
        try (var model = new ThreatFileViewModel(office.desktop(), gapped, Place.Tab.OVERVIEW)) {
            assertEquals(Place.Tab.TIMELINE, model.tab().get(), "coming back finds the part that was left");
        }
    }

    @Test
    void aThreatIsPrintedWhereThePersonSaysAndOneWithHandlingInstructionsOnceTheyAreAnswered() throws java.io.IOException {
        var plain = folder.resolve("plain.pdf");
        office.prompts().path(plain);
        try (var model = new ThreatFileViewModel(office.desktop(), office.id("DER-0004"), Place.Tab.OVERVIEW)) {
            assertEquals("", model.print.run());
            assertNull(model.problem().get());
        }
        assertTrue(java.nio.file.Files.size(plain) > 5_000);
        var kept = office.kept("DER-0005");
        var handled = Editing.of(Threat.FIELDS, Map.of("handling", "Tell the originator first"), java.util.Set.of()).orThrow();
        office.office().threats().edit(new ThreatDesk.Edit(kept.seen(), handled, "Asked for")).orThrow();
        var answered = folder.resolve("answered.pdf");
        office.prompts().path(answered);
        try (var model = new ThreatFileViewModel(office.desktop(), office.id("DER-0005"), Place.Tab.OVERVIEW)) {
            model.print.run();
            assertInstanceOf(Problem.NeedsReason.class, model.problem().get());
            assertFalse(java.nio.file.Files.exists(answered));
            model.giveReason("Told on 2 June");
            assertNull(model.problem().get());
        }
        assertTrue(java.nio.file.Files.exists(answered));
    }
}
