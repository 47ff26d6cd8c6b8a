package fourfold.ui.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Shots;
import fourfold.Windowed;
import fourfold.core.access.Role;
import fourfold.desk.Office;
import fourfold.desk.TestVaults;
import fourfold.ui.TestDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Loading two small extracts on a real vault. What one test loads, the next finds there, so they run in order.
@Windowed
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class LoadTest {

    @TempDir
    static Path folder;

    private static Office office;
    private static Path extracts;

    @BeforeAll
    static void open() throws IOException {
        office = TestVaults.begin(folder.resolve("vault"), TestVaults.surroundings(TestVaults.clock()), Role.LRO);
        extracts = Files.createDirectories(folder.resolve("extracts"));
        write("threats", lines -> lines.subList(0, Math.min(lines.size(), 20)));
        write("meetings", lines -> List.of(lines.get(0), lines.get(1).replaceFirst("\\d{4}-\\d{2}-\\d{2}", "31/02/2022"), lines.get(2)));
    }

    private static void write(String table, java.util.function.UnaryOperator<List<String>> change) throws IOException {
        var source = java.util.Objects.requireNonNull(TestVaults.example().get(table));
        try (var in = source.open()) {
            var lines = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines().toList();
            Files.write(extracts.resolve("export " + table + ".csv"), change.apply(lines));
        }
    }

    @AfterAll
    static void close() {
        office.close();
        office.lobby().close();
    }

    @Test
    @Order(1)
    void thePictureBeforeAnythingIsChosenHasNoSlip() {
        assertEquals(List.of(), Shots.take("load", 1280, 800, () -> new TestDesk(office).shown(LoadScreens::load)));
    }

    @Test
    @Order(2)
    void aFolderIsRecognisedTriedAndLoaded() {
        var desk = new TestDesk(office);
        var copied = new ArrayList<String>();
        var model = new LoadViewModel(desk.desktop(), copied::add);
        assertEquals("Choose a file first.", model.attempt.whyNot().getValue());
        desk.prompts().path(extracts);
        model.chooseFolder.run();
        assertEquals(Set.of("threats", "meetings"), model.files.keySet());
        assertEquals("Try it first.", model.load.whyNot().getValue());
        model.attempt.run();
        var tried = model.result().get();
        assertNotNull(tried);
        assertTrue(tried.report().rejected().stream().anyMatch(note -> note.file().equals("export meetings.csv")));
        assertTrue(desk.said().contains("would be loaded"), desk.said());
        assertEquals(0, office.register().list("threats", java.util.Map.of()).orThrow().size(), "a try changes nothing");

        model.copyRejected.run();
        assertTrue(copied.getFirst().startsWith("File,Record,Line,Column,Reason"));
        var saved = folder.resolve("rejected.csv");
        desk.prompts().path(saved);
        model.saveRejected.run();
        assertTrue(Files.exists(saved));

        model.load.run();
        assertTrue(office.register().list("threats", java.util.Map.of()).orThrow().size() > 0);
        assertEquals("These files have just been loaded.", model.load.whyNot().getValue());
        model.close();
    }

    @Test
    @Order(3)
    void thePicturesOfATryAndOfALoadHaveNoSlip() {
        for (var command : List.of("load.try", "load.load"))
            assertEquals(List.of(), Shots.take(command.replace('.', '-'), 1280, 800, () -> {
                var desk = new TestDesk(office);
                desk.prompts().path(extracts);
                return desk.shown(LoadScreens::load, screen -> {
                    TestDesk.run(screen, "load.folder");
                    TestDesk.run(screen, "load.try");
                    if (!command.equals("load.try")) TestDesk.run(screen, command);
                });
            }));
    }

    @Test
    @Order(4)
    void theSameFilesOnceMoreChangeNothing() {
        var desk = new TestDesk(office);
        var model = new LoadViewModel(desk.desktop(), text -> {});
        desk.prompts().path(extracts.resolve("export threats.csv"));
        model.choose.run();
        model.attempt.run();
        assertEquals("Nothing would change.", desk.said());
        model.leaveOut("threats").run();
        assertNull(model.result().get());
        model.close();
    }

    @Test
    @Order(5)
    void aFileThatIsNoExtractIsRefusedInOneSentence() throws IOException {
        var desk = new TestDesk(office);
        var model = new LoadViewModel(desk.desktop(), text -> {});
        desk.prompts().path(Files.writeString(folder.resolve("letter.txt"), "Dear colleague,\n"));
        model.choose.run();
        var problem = model.problem().get();
        assertNotNull(problem);
        assertEquals("letter.txt is no extract: its first line has the columns of no table.", problem.sentence());
        desk.prompts().path(Files.createDirectories(folder.resolve("empty")));
        model.chooseFolder.run();
        assertEquals("There is no extract in this folder.", java.util.Objects.requireNonNull(model.problem().get()).sentence());
        model.close();
    }

    @Test
    @Order(6)
    void aLoadThatIsStoppedChangesNothing() throws IOException {
        write("disruptions", lines -> lines);
        var desk = new TestDesk(office);
        var model = new LoadViewModel(desk.desktop(), text -> {});
        desk.prompts().path(extracts.resolve("export disruptions.csv"));
        model.choose.run();
        desk.work().hold();
        model.attempt.run();
        model.acting().stop();
        desk.work().letGo();
        assertNull(model.result().get());
        assertEquals("Stopped. Nothing was changed.", desk.said());
        model.close();
    }
}
