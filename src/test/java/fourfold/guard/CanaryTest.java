package fourfold.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fourfold.Goal;
import fourfold.Trials;
import fourfold.core.access.Role;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Watch;
import fourfold.core.plan.Plan;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatArea;
import fourfold.core.threat.ThreatKind;
import fourfold.desk.LoadDesk;
import fourfold.desk.PacketDesk;
import fourfold.desk.PlanDesk;
import fourfold.desk.TestVaults;
import fourfold.desk.ThreatDesk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Goal G-12: words that were planted in everything a person can write stand in no file that the program wrote, neither as
/// they are nor in the other forms a program might write them in.
@Tag("goal")
class CanaryTest {

    private static final List<String> PLANTED = List.of(
            "Quillfeather", "Brambleshank", "Marrowvine", "Tindersnout", "Wexcombe", "Oddlethorpe", "Pennyroyalty", "Snagglewick");

    @TempDir
    Path folder;

    @Test
    void noPlantedWordStandsInAnyFileThatWasWritten() throws IOException {
        var written = Files.createDirectories(folder.resolve("written"));
        var office = TestVaults.begin(
                written.resolve("vault"), TestVaults.surroundings(TestVaults.clock()), Role.LRO, Role.SUPERVISOR);
        TestVaults.add(office, "X90002", PLANTED.get(0), EnumSet.of(Role.LRO));
        var threat = office.threats()
                .create(new ThreatDesk.Create(
                        new Editing<>(List.of(
                                new Field.Slot<>(Threat.NAME, "Op " + PLANTED.get(1)),
                                new Field.Slot<>(Threat.KIND, ThreatKind.OCG),
                                new Field.Slot<>(Threat.PRIMARY_AREA, ThreatArea.DRUGS),
                                new Field.Slot<>(Threat.MASTER_LIST_REASON, PLANTED.get(2)))),
                        ""))
                .orThrow();
        office.threats()
                .edit(new ThreatDesk.Edit(
                        threat.seen(),
                        new Editing<>(List.of(new Field.Slot<>(Threat.INTENT, PLANTED.get(3).repeat(2_000)))),
                        "because of " + PLANTED.get(4)))
                .orThrow();
        var id = threat.record().id();
        office.plans().begin(new PlanDesk.Begin(id, null)).orThrow();
        var plan = office.plans().board(id).orThrow().plan();
        office.plans()
                .edit(new PlanDesk.Edit(
                        plan.seen(), new Editing<>(List.of(new Field.Slot<>(Plan.OBJECTIVE, PLANTED.get(5)))), ""))
                .orThrow();
        office.drafts().keep("threat/new", Map.of("name", PLANTED.get(6)));
        office.search().words(PLANTED.get(7), 5).orThrow();
        office.register().list("threats", Map.of("name", PLANTED.get(1))).orThrow();
        office.load()
                .load(new LoadDesk.Load(Map.of("threats", extract()), false, Watch.nobody()))
                .orThrow();
        var out = Files.createDirectories(written.resolve("out"));
        office.packets()
                .write(new PacketDesk.Wish("EMSOU", PLANTED.get(2), Set.of(), true, Map.of()), out, Watch.nobody())
                .orThrow();
        office.trust().backUp(written.resolve("backup")).orThrow();
        var lobby = office.lobby();
        office.close();
        lobby.close();
        try (var trials = Trials.all(Goal.G_12, "planted words, and a passphrase, in every file written", PLANTED.size() + 1)) {
            assertEquals(List.of(), found(written, PLANTED));
            assertEquals(List.of(), found(written, List.of(TestVaults.PASSPHRASE)));
            trials.passed(PLANTED.size() + 1);
        }
    }

    @Test
    void theSearchFindsAWordInEveryForm() throws IOException {
        for (var form : forms(PLANTED.getFirst())) {
            Files.write(folder.resolve("control"), form);
            assertFalse(found(folder, PLANTED).isEmpty());
        }
    }

    private Path extract() throws IOException {
        var file = folder.resolve("extract.csv");
        return Files.writeString(
                file,
                "Threat ref,Name,Threat kind,Owning agency,LRO\r\nCAN-0001,Op " + PLANTED.get(1)
                        + ",Organised crime group,EMSOU," + PLANTED.get(0) + " (X77001)\r\n");
    }

    private static List<String> found(Path root, List<String> words) throws IOException {
        var hits = new ArrayList<String>();
        try (var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                for (var word : words)
                    for (var form : forms(word))
                        if (content.contains(new String(form, StandardCharsets.ISO_8859_1)))
                            hits.add(word + " in " + root.relativize(file));
            }
        }
        return hits;
    }

    /// UTF-8, UTF-16 of either order, and the middle of Base64 at each of its three alignments.
    private static List<byte[]> forms(String word) {
        var forms = new ArrayList<byte[]>(List.of(
                word.getBytes(StandardCharsets.UTF_8),
                word.getBytes(StandardCharsets.UTF_16LE),
                word.getBytes(StandardCharsets.UTF_16BE)));
        for (int shift = 0; shift < 3; shift++) {
            var text = Base64.getEncoder().encodeToString(("x".repeat(shift) + word).getBytes(StandardCharsets.UTF_8));
            forms.add(text.substring(4, text.length() - 4).getBytes(StandardCharsets.US_ASCII));
        }
        return forms;
    }
}
