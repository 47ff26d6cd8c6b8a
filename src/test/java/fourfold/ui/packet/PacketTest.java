package fourfold.ui.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Hand;
import fourfold.Shots;
import fourfold.Windowed;
import fourfold.core.access.Role;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Field;
import fourfold.core.settings.SentPackage;
import fourfold.core.threat.Threat;
import fourfold.desk.Office;
import fourfold.desk.PackageVerdict;
import fourfold.desk.SecondVault;
import fourfold.desk.TestVaults;
import fourfold.desk.ThreatDesk;
import fourfold.ui.TestDesk;
import fourfold.ui.packet.PackageOutViewModel.Choice;
import fourfold.ui.packet.PackageOutViewModel.Scope;
import fourfold.ui.packet.PackageOutViewModel.Step;
import fourfold.ui.place.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Making packages on two real vaults. The steps build on one another, so they run in order.
@Windowed
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class PacketTest {

    private static final PackagesViewModel.Beside ASIDE =
            new PackagesViewModel.Beside(looked -> {}, notices -> {}, waiting -> {});

    @TempDir
    static Path folder;

    private static Office office;
    private static Office other;

    @BeforeAll
    static void open() {
        var surroundings = TestVaults.surroundings(TestVaults.clock());
        office = TestVaults.begin(folder.resolve("vault"), surroundings, Role.LRO, Role.SUPERVISOR);
        TestVaults.loadThreats(office);
        other = SecondVault.begin(folder.resolve("other"), surroundings);
    }

    @AfterAll
    static void close() {
        for (var one : List.of(office, other)) {
            one.close();
            one.lobby().close();
        }
    }

    private static void trustEachOther() {
        office.trust().trust("Derbyshire", other.trust().certificates()).orThrow();
        other.trust().trust("EMSOU", office.trust().certificates()).orThrow();
    }

    private static void clean(String name, TestDesk desk) {
        assertEquals(List.of(), Shots.take(name, 1280, 800, () -> desk.shown(PacketScreens::list)));
    }

    private static void cleanStep(String name, Consumer<PackageOutViewModel> steps) {
        assertEquals(List.of(), Shots.take(name, 1280, 800, () -> {
            var model = new PackageOutViewModel(new TestDesk(office).desktop());
            var view = new PackageOutView(model, text -> {});
            steps.accept(model);
            return view;
        }));
    }

    @Test
    @Order(1)
    void beforeAnyUnitIsTrustedTheScreensSayWhatToDo() {
        var desk = new TestDesk(office);
        var list = new PackagesViewModel(desk.desktop(), ASIDE, text -> {});
        assertTrue(list.whenNoneSent().contains("First trust the certificate"));
        assertTrue(list.make.whyNot().getValue().contains("trusted under Settings"));
        list.close();
        clean("packages-nobody", desk);
        cleanStep("package-out-nobody", model -> {});
    }

    @Test
    @Order(2)
    void anEmptyListSaysHowToMakeTheFirstPackage() {
        trustEachOther();
        var desk = new TestDesk(office);
        var list = new PackagesViewModel(desk.desktop(), ASIDE, text -> {});
        assertEquals("No package has been written here. Press Ctrl+N to make the first one.", list.whenNoneSent());
        list.make.run();
        assertEquals(new Place.PackageOut(), desk.go().current().get());
        list.close();
        clean("packages-empty", desk);
    }

    private static PackageOutViewModel wizard(TestDesk desk) {
        var model = new PackageOutViewModel(desk.desktop());
        model.purpose.set("Joint work on lines into the coast");
        return model;
    }

    private static Choice threat(PackageOutViewModel model, int number) {
        return model.choices.now().threats().get(number);
    }

    private static void choose(PackageOutViewModel model, int... numbers) {
        model.next.run();
        model.scope.set(Scope.CHOSEN);
        for (int number : numbers) {
            model.pick.set(threat(model, number));
            model.addThreat.run();
        }
        model.next.run();
    }

    @Test
    @Order(3)
    void eachStepAsksForWhatItNeeds() {
        var model = new PackageOutViewModel(new TestDesk(office).desktop());
        assertEquals("Derbyshire", model.to.get(), "the only trusted unit is chosen beforehand");
        model.next.run();
        assertEquals("Say what it is sent for.", model.purpose.flaw().get());
        assertEquals(Step.TO, model.step().get());
        model.purpose.set("Joint work");
        model.next.run();
        model.scope.set(Scope.CHOSEN);
        model.next.run();
        assertEquals("Choose at least one threat.", model.pick.flaw().get());
        model.pick.set(threat(model, 0));
        model.addThreat.run();
        model.next.run();
        assertEquals(Step.LOOK, model.step().get(), "nothing is asked about handling where there are no instructions");
        model.next.run();
        model.write.run();
        assertEquals("Nothing leaves before you have verified it.", model.verified.flaw().get());
        assertEquals("Choose the folder for the file.", model.folder.flaw().get());
        model.back.run();
        model.back.run();
        assertEquals(Step.WHAT, model.step().get());
        model.close();
    }

    @Test
    @Order(4)
    void thePicturesOfTheStepsHaveNoSlip() {
        Consumer<PackageOutViewModel> purpose = model -> model.purpose.set("Joint work on lines into the coast");
        cleanStep("package-out-1-to", purpose);
        cleanStep("package-out-2-what", purpose.andThen(model -> {
            choose(model, 0, 3);
            model.back.run();
        }));
        cleanStep("package-out-4-look", purpose.andThen(model -> choose(model, 0, 3)));
        cleanStep("package-out-4-look-all", purpose.andThen(model -> {
            model.next.run();
            model.next.run();
        }));
        cleanStep("package-out-5-write", purpose.andThen(model -> {
            choose(model, 0);
            model.next.run();
        }));
        cleanStep("package-out-5-refused", purpose.andThen(model -> {
            choose(model, 0);
            model.next.run();
            model.write.run();
        }));
    }

    @Test
    @Order(5)
    void handlingInstructionsAreAnsweredOrTheThreatStays() {
        var first = office.threats().open(new PackageOutViewModel(new TestDesk(office).desktop()).choices.now().threats().get(5).id())
                .orThrow();
        office.threats()
                .edit(new ThreatDesk.Edit(
                        first.seen(),
                        new Editing<>(List.of(new Field.Slot<>(
                                Threat.HANDLING, "Not to be passed on without asking the originator first."))),
                        "Asked for by the originator"))
                .orThrow();
        var model = wizard(new TestDesk(office));
        choose(model, 5, 6);
        assertEquals(Step.HANDLING, model.step().get());
        model.next.run();
        assertEquals(1, model.preview().get().withheld().size());
        model.back.run();
        assertEquals(Step.HANDLING, model.step().get());
        model.asked.getFirst().answer().set("The originator agreed by telephone on 20 June 2022.");
        model.next.run();
        assertEquals(List.of(), model.preview().get().withheld());
        model.close();
        cleanStep("package-out-3-handling", shown -> {
            shown.purpose.set("Joint work on lines into the coast");
            choose(shown, 5, 6);
        });
        cleanStep("package-out-4-withheld", shown -> {
            shown.purpose.set("Joint work on lines into the coast");
            choose(shown, 5, 6);
            shown.next.run();
        });
    }

    @Test
    @Order(6)
    void aPackageIsWrittenCheckedListedAndCopied() {
        var desk = new TestDesk(office);
        var model = wizard(desk);
        choose(model, 0, 3);
        model.next.run();
        model.verified.set(true);
        desk.prompts().path(folder);
        model.chooseFolder.run();
        model.write.run();
        assertNull(model.problem().get());
        assertEquals(Step.DONE, model.step().get());
        var written = model.written().get().getFirst();
        assertTrue(Files.exists(written.file()));
        assertEquals("The package is written and checked.", desk.said());

        var copied = new ArrayList<String>();
        var list = new PackagesViewModel(desk.desktop(), ASIDE, copied::add);
        assertEquals(1, list.sent.size());
        list.chosen.set(list.sent.getFirst());
        list.copyHash.run();
        assertEquals(List.of(written.sha256()), copied);
        assertEquals(office.session().label(), list.sent.getFirst().record().get(SentPackage.VERIFIED_BY));
        assertTrue(list.packages.now().unsent().stream().map(PacketWords::unsent).anyMatch(line ->
                line.endsWith("changes not sent to Derbyshire since package 1")));
        list.close();
        clean("packages", desk);
        assertEquals(List.of(), Shots.take("package-out-6-done", 1280, 800, () -> new PackageOutView(model, text -> {})));
    }

    @Test
    @Order(7)
    void whatWasSentIsNotSentAgainUnlessAsked() {
        var model = wizard(new TestDesk(office));
        choose(model, 0, 3);
        assertEquals("There is nothing new for Derbyshire since package 1.", model.next.whyNot().getValue());
        model.back.run();
        model.again.set(true);
        model.next.run();
        assertEquals("", model.next.whyNot().getValue());
        model.close();
        cleanStep("package-out-4-nothing", shown -> {
            shown.purpose.set("Joint work on lines into the coast");
            choose(shown, 0, 3);
        });
    }

    private static Path file() {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).filter(one -> !one.toString().endsWith("changed.gpg")).findFirst().orElseThrow();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    @Test
    @Order(8)
    void aFileIsCheckedAndTheVerdictIsOneSentence() throws IOException {
        var desk = new TestDesk(other);
        var looks = new ArrayList<PackagesViewModel.Looked>();
        var list = new PackagesViewModel(desk.desktop(), new PackagesViewModel.Beside(looks::add, all -> {}, all -> {}), text -> {});
        desk.prompts().path(file());
        list.check.run();
        var sound = assertInstanceOf(PackageVerdict.Sound.class, looks.getFirst().verdict());
        assertTrue(sound.sentence().startsWith("Package 1 from EMSOU to Derbyshire is whole"));
        var bytes = Files.readAllBytes(file());
        bytes[bytes.length / 2] ^= 1;
        desk.prompts().path(Files.write(folder.resolve("changed.gpg"), bytes));
        list.check.run();
        assertInstanceOf(PackageVerdict.Refused.class, looks.getLast().verdict());
        list.close();
        for (var one : Map.of("package-sound", looks.getFirst(), "package-refused", looks.getLast()).entrySet())
            assertEquals(List.of(), Shots.take(one.getKey(), 1280, 800, () -> desk.shown(desktop -> {
                var screen = PacketScreens.list(desktop);
                desktop.sheets().open("verdict", () -> VerdictSheet.of(one.getValue(), list.zone()));
                return screen;
            })));
    }

    @Test
    @Order(9)
    void aPackageIsMadeByKeyboardAlone() {
        var before = office.packets().written().orThrow().size();
        var desk = new TestDesk(office);
        try (var hand = new Hand(() -> new PackageOutView(new PackageOutViewModel(desk.desktop()), text -> {}))) {
            hand.press(KeyCode.TAB).type("Joint work").press(KeyCode.TAB).press(KeyCode.SPACE);
            assertTrue(hand.sees(".options"));
            hand.at("#package-next").press(KeyCode.SPACE);
            assertTrue(hand.sees(".form") && !hand.sees(".options"), "handling is asked for");
            hand.at("#package-next").press(KeyCode.SPACE);
            hand.press(KeyCode.SPACE);
            hand.press(KeyCode.SPACE).press(KeyCode.TAB).type(folder.toString());
            hand.at("#package-write").press(KeyCode.SPACE);
            assertNotNull(hand.node("#package-finish"));
        }
        assertEquals(before + 1, office.packets().written().orThrow().size());
        assertFalse(office.packets().written().orThrow().getFirst().lacks(SentPackage.HASH));
    }
}
