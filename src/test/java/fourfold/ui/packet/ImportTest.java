package fourfold.ui.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Hand;
import fourfold.Shots;
import fourfold.Windowed;
import fourfold.core.access.Role;
import fourfold.core.exchange.Fate;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Watch;
import fourfold.core.threat.Threat;
import fourfold.desk.CorrectionDesk;
import fourfold.desk.Notice;
import fourfold.desk.Office;
import fourfold.desk.OutboxDesk;
import fourfold.desk.PacketDesk;
import fourfold.desk.SecondVault;
import fourfold.desk.TestVaults;
import fourfold.desk.ThreatDesk;
import fourfold.ui.TestDesk;
import fourfold.ui.home.HomeScreens;
import fourfold.ui.kit.SideSheet;
import fourfold.ui.packet.ImportViewModel.Step;
import fourfold.ui.place.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Importing packages of a force into the vault of its unit, and the receipts back. The steps build on one another, so they
/// run in order.
@Windowed
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ImportTest {

    private static final PackagesViewModel.Beside ASIDE =
            new PackagesViewModel.Beside(looked -> {}, notices -> {}, waiting -> {});

    @TempDir
    static Path folder;

    private static TestVaults.HandClock clock;
    private static Office unit;
    private static Office force;
    private static Path first;
    private static Path second;
    private static Path third;
    private static Id<Threat> kite;

    @BeforeAll
    static void open() throws IOException {
        Files.createDirectory(folder.resolve("stick"));
        clock = TestVaults.clock();
        var surroundings = TestVaults.surroundings(clock);
        unit = TestVaults.begin(folder.resolve("unit"), surroundings, Role.LRO, Role.SUPERVISOR);
        force = SecondVault.begin(folder.resolve("force"), surroundings);
        unit.trust().trust("Derbyshire", force.trust().certificates()).orThrow();
        force.trust().trust("EMSOU", unit.trust().certificates()).orThrow();
        kite = threat("Op Kite");
        threat("Op Heron");
        first = sent(force, "EMSOU");
        edit(force, Threat.SCOPE, "Derby and the towns around it");
        second = sent(force, "EMSOU");
        threat("Op Wren");
        third = sent(force, "EMSOU");
    }

    @AfterAll
    static void close() {
        for (var one : List.of(unit, force)) {
            one.close();
            one.lobby().close();
        }
    }

    private static Id<Threat> threat(String name) {
        var values = Editing.of(
                        Threat.FIELDS,
                        Map.of("name", name, "kind", "Organised crime group", "primaryArea", "Illegal drugs", "masterListReason", "New"),
                        ThreatDesk.CLOSED_FIELDS)
                .orThrow();
        return force.threats().create(new ThreatDesk.Create(values, "")).orThrow().record().id();
    }

    private static void edit(Office office, Field<Threat, String> field, String value) {
        var seen = office.threats().open(kite).orThrow().seen();
        office.threats()
                .edit(new ThreatDesk.Edit(seen, new Editing<>(List.of(new Field.Slot<>(field, value))), "Seen this week"))
                .orThrow();
    }

    private static Path sent(Office office, String to) {
        return office.packets()
                .write(
                        new PacketDesk.Wish(to, "Weekly return to the unit", Set.of(), false, Map.of()),
                        folder.resolve("stick"),
                        Watch.nobody())
                .orThrow()
                .getFirst()
                .file();
    }

    private static ImportViewModel wizard(TestDesk desk) {
        return new ImportViewModel(desk.desktop(), text -> {});
    }

    private static void clean(String name, Office office, Consumer<ImportViewModel> steps) {
        assertEquals(List.of(), Shots.take(name, 1280, 800, () -> {
            var model = wizard(new TestDesk(office));
            var view = new ImportView(model);
            steps.accept(model);
            return view;
        }));
    }

    private static void cleanList(String name, Office office) {
        assertEquals(List.of(), Shots.take(name, 1280, 800, () -> new TestDesk(office).shown(PacketScreens::list)));
    }

    @Test
    @Order(1)
    void anEmptyListOfWhatCameInSaysHowToImport() {
        var desk = new TestDesk(unit);
        var list = new PackagesViewModel(desk.desktop(), ASIDE, text -> {});
        assertEquals("No package has been taken in. Press Ctrl+I when another unit has sent one.", list.whenNoneReceived());
        list.bringIn.run();
        assertEquals(new Place.PackageIn(), desk.go().current().get());
        list.close();
        cleanList("packages-none-in", unit);
        clean("import-1-file", unit, model -> {});
    }

    @Test
    @Order(2)
    void aLookShowsWhatBecomesOfEachRecordAndChangesNothing() {
        var desk = new TestDesk(unit);
        var model = wizard(desk);
        desk.prompts().path(first);
        model.choose.run();
        assertEquals(Step.LOOK, model.step().get());
        var preview = model.seen().get().preview();
        assertEquals("Derbyshire", preview.from());
        assertEquals(Map.of(Fate.NEW, 2), preview.records());
        assertEquals(2, model.shown.size());
        model.filter.text().set(preview.lines().getFirst().reference());
        assertEquals(List.of(preview.lines().getFirst()), model.shown);
        model.filter.clear();
        model.only(Fate.NEW);
        assertEquals(1, model.filter.chips().size());
        model.only(Fate.NEW);
        assertEquals(List.of(), model.filter.chips());
        model.take.run();
        assertEquals(Step.LOOK, model.step().get(), "nothing is taken in before its step");
        model.back.run();
        assertEquals(Step.FILE, model.step().get());
        model.close();
        assertEquals(List.of(), unit.imports().received().orThrow());
        clean("import-2-look", unit, shown -> shown.look(first));
        clean("import-3-take", unit, shown -> {
            shown.look(first);
            shown.next.run();
        });
    }

    @Test
    @Order(3)
    void aDamagedFileIsRefusedInOneSentenceAndPutInQuarantine() throws IOException {
        var bytes = Files.readAllBytes(first);
        bytes[bytes.length / 2] ^= 1;
        var damaged = Files.write(folder.resolve("damaged.gpg"), bytes);
        var model = wizard(new TestDesk(unit));
        model.look(damaged);
        assertEquals(Step.FILE, model.step().get());
        assertTrue(model.stopped().get().kept());
        model.look(folder.resolve("absent.gpg"));
        assertEquals("The file absent.gpg is not there.", model.stopped().get().problem().sentence());
        assertFalse(model.stopped().get().kept());
        model.look(first);
        assertNull(model.stopped().get());
        model.close();
        clean("import-1-refused", unit, shown -> shown.look(damaged));
    }

    @Test
    @Order(4)
    void aPackageBeforeItsTimeNamesTheGapAndWaits() {
        var model = wizard(new TestDesk(unit));
        model.look(second);
        assertEquals(
                List.of("Package 1 from Derbyshire is missing; your next package asks for it."),
                FateWords.warnings(model.seen().get().preview()));
        assertEquals(Map.of(Fate.WAITING, 1), model.seen().get().preview().records());
        model.close();
        clean("import-2-gap", unit, shown -> shown.look(second));
    }

    @Test
    @Order(5)
    void aPackageIsTakenInByKeyboardAlone() {
        var desk = new TestDesk(unit);
        desk.prompts().path(second);
        var model = wizard(desk);
        try (var hand = new Hand(() -> new ImportView(model))) {
            hand.press(KeyCode.SPACE);
            assertEquals(Step.LOOK, model.step().get(), "the first button has the keyboard");
            hand.at("#fate-waiting").press(KeyCode.SPACE);
            assertEquals(Fate.WAITING, model.fate.get());
            hand.at("#import-next").press(KeyCode.SPACE);
            assertEquals(Step.TAKE, model.step().get());
            assertEquals(List.of(), unit.imports().received().orThrow(), "nothing is in before the last press");
            hand.press(KeyCode.SPACE);
            assertEquals(Step.DONE, model.step().get());
            assertNotNull(hand.node("#import-finish"));
            hand.press(KeyCode.SPACE);
        }
        assertEquals(new Place.Packages(), desk.go().current().get());
        assertEquals("Package 2 from Derbyshire is taken in.", desk.said());
        assertEquals(1, unit.imports().received().orThrow().size());
    }

    @Test
    @Order(6)
    void theReceiptMovesTheLineInTheOutboxAndSaysWhatWaits() {
        var receipt = taken(first);
        assertEquals(Step.LOOK, lookedAt(second).step().get());
        var desk = new TestDesk(force);
        var list = new PackagesViewModel(desk.desktop(), ASIDE, text -> {});
        assertEquals(OutboxDesk.State.SENT, state(list, 1));
        desk.prompts().path(receipt);
        list.receipt.run();
        assertEquals("EMSOU has confirmed package 1: all of it is there.", desk.said());
        assertEquals(OutboxDesk.State.CONFIRMED, state(list, 1));
        desk.prompts().path(first);
        list.receipt.run();
        assertNotNull(list.problem().get(), "a package is no receipt");
        clock.forward(Duration.ofDays(15));
        list.refresh();
        assertEquals(OutboxDesk.State.OVERDUE, state(list, 3));
        list.close();
        cleanList("packages-outbox", force);
    }

    private static OutboxDesk.State state(PackagesViewModel list, long number) {
        return list.sent.stream()
                .filter(one -> one.line().number() == number)
                .findFirst()
                .orElseThrow()
                .line()
                .state();
    }

    private static ImportViewModel lookedAt(Path file) {
        var model = wizard(new TestDesk(unit));
        model.look(file);
        model.close();
        return model;
    }

    private static Path taken(Path file) {
        var copied = new ArrayList<String>();
        var model = new ImportViewModel(new TestDesk(unit).desktop(), copied::add);
        model.look(file);
        model.next.run();
        model.next.run();
        assertEquals(Step.DONE, model.step().get());
        model.copyReceipt.run();
        model.close();
        return Path.of(copied.getFirst());
    }

    @Test
    @Order(7)
    void aPackageThatIsInAlreadyOffersNothing() {
        var model = lookedAt(first);
        assertEquals("This package was taken in before.", model.next.run());
        assertEquals(Step.LOOK, model.step().get());
        clean("import-2-already", unit, shown -> shown.look(first));
    }

    @Test
    @Order(8)
    void aConflictIsCountedAndTheEndSaysWhereToSettleIt() {
        edit(force, Threat.SCOPE, "Derby, Ilkeston and Long Eaton");
        edit(unit, Threat.SCOPE, "The whole county");
        var file = sent(force, "EMSOU");
        var seen = lookedAt(file).seen().get();
        assertEquals(1, seen.preview().records().get(Fate.CONFLICT));
        assertEquals(
                unit.threats().open(kite).orThrow().record().get(Threat.REF),
                seen.preview().lines().getFirst().reference(),
                "a record that is here has its name even where the package only changes it");
        clean("import-2-conflict", unit, shown -> shown.look(file));
        var model = wizard(new TestDesk(unit));
        model.look(file);
        model.next.run();
        model.next.run();
        assertTrue(FateWords.todo(model.imported().get()).contains("1 record in conflict: both values stand until somebody decides."));
        assertEquals(List.of(), Shots.take("import-4-done", 1280, 800, () -> new ImportView(model)));
        model.close();
        cleanList("packages-in", unit);
    }

    @Test
    @Order(9)
    void whatWasSentAndChangedIsListedAndWhoeverImportsReadsIt() {
        homeNamesNoCorrection();
        edit(force, Threat.SCOPE, "Derby");
        homeLeadsToThePackagesForTheCorrectionsThatAreDue();
        var desk = new TestDesk(force);
        var shown = new ArrayList<Notice>();
        var waits = new ArrayList<PackagesViewModel.Waiting>();
        var list = new PackagesViewModel(
                desk.desktop(), new PackagesViewModel.Beside(looked -> {}, shown::addAll, waits::add), text -> {});
        assertEquals(1, list.packages.value().get().due().size());
        list.corrections.run();
        assertTrue(shown.stream().anyMatch(one -> one.isDue() && one.what() instanceof Notice.What.Changed changed
                && changed.said().equals("Derby, Ilkeston and Long Eaton") && changed.holds().equals("Derby")), shown.toString());
        list.show(list.packages.value().get().unsent().getFirst());
        assertEquals("Changed: Geographic scope", waits.getFirst().newest().getFirst().what());
        list.close();
        cleanList("packages-corrections-due", force);
        cleanSheet("packages-corrections", () -> NoticeSheet.corrections(shown, clock.getZone()));
        cleanSheet("packages-waiting", () -> NoticeSheet.waiting(waits.getFirst(), clock.getZone()));
        var file = sent(force, "EMSOU");
        var notices = lookedAt(file).seen().get().preview().notices();
        assertEquals(1, notices.size());
        clean("import-2-corrects", unit, model -> model.look(file));
        taken(file);
    }

    private static void homeNamesNoCorrection() {
        onHome((desk, hand) -> assertFalse(hand.sees("#home-corrections")));
    }

    private static void homeLeadsToThePackagesForTheCorrectionsThatAreDue() {
        assertEquals(List.of(new CorrectionDesk.Due("EMSOU", 1)), force.corrections().counts().orThrow());
        onHome((desk, hand) -> {
            assertTrue(Shots.onScreen(() -> hand.scene().getRoot().lookupAll(".label").stream()
                    .anyMatch(label -> label instanceof Labeled line && line.getText().equals("1 correction to send to EMSOU"))));
            hand.at("#home-corrections").press(KeyCode.SPACE);
            assertEquals(new Place.Packages(), desk.go().current().get());
        });
        assertEquals(List.of(), Shots.take(
                "home-corrections", 1280, 800, () -> new TestDesk(force).shown(HomeScreens::home)));
    }

    private static void onHome(BiConsumer<TestDesk, Hand> step) {
        var desk = new TestDesk(force);
        try (var hand = new Hand(() -> desk.shown(HomeScreens::home))) {
            step.accept(desk, hand);
        }
    }

    private static void cleanSheet(String name, Supplier<SideSheet> sheet) {
        assertEquals(List.of(), Shots.take(name, 520, 800, sheet::get));
    }

    @Test
    @Order(10)
    void theLastImportIsUndoneWithAReasonAndMayComeAgain() {
        var desk = new TestDesk(unit);
        var list = new PackagesViewModel(desk.desktop(), ASIDE, text -> {});
        assertEquals("Choose a package that was taken in first.", list.undo.whyNot().getValue());
        var newest = list.received.getFirst();
        list.taken.set(newest);
        desk.prompts().text("The wrong file");
        list.undo.run();
        assertTrue(desk.said().endsWith("is undone; send the new receipt."), desk.said());
        assertTrue(list.received.getFirst().isUndone());
        list.close();
        cleanList("packages-undone", unit);
        var left = unit.imports().received().orThrow();
        var oldest = left.getLast();
        var again = new PackagesViewModel(desk.desktop(), ASIDE, text -> {});
        again.taken.set(oldest);
        desk.prompts().text("Not this one either");
        again.undo.run();
        assertTrue(again.problem().get().sentence().startsWith("The import cannot be undone any more: "), String.valueOf(again.problem().get()));
        again.close();
    }
}
