package fourfold.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.access.Role;
import fourfold.core.kernel.Watch;
import fourfold.core.threat.MasterListStatus;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatRules;
import fourfold.extract.ExtractSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a loaded threat lacks shows on the home list, in the same words as on the record.
class GapsTest {

    @TempDir
    Path folder;

    @Test
    void everything_that_a_loaded_threat_lacks_shows_on_the_home_list() {
        var statuses = new ArrayList<>(List.of(""));
        for (var status : MasterListStatus.values()) statuses.add(status.label());
        var text = new StringBuilder(
                "Threat ref,Name,Threat kind,Owning agency,Phase,Master list status,Master list reason,LRO,SIO\n");
        int number = 0;
        for (var status : statuses)
            for (var reason : List.of("", " ", "Too new"))
                for (var lro : List.of("", "LRO 001 (X11007)", "Unit 4"))
                    for (var sio : List.of("", "Insp 001 (x11007 )", "SIO 002 (X110070)", "Unit 4"))
                        for (var phase : List.of("Monitoring", "Closed - archived"))
                            text.append("EMS-%04d,Op Kiln,Organised crime group,EMSOU,%s,%s,%s,%s,%s%n"
                                    .formatted(++number, phase, status, reason, lro, sio));
        var office = TestVaults.begin(
                folder.resolve("vault"), TestVaults.surroundings(TestVaults.clock()), Role.LRO, Role.SUPERVISOR);
        var source = ExtractSource.of("threats.csv", text.toString().getBytes(StandardCharsets.UTF_8));
        var report = office.load().load(Map.of("threats", source), false, Watch.nobody()).orThrow();
        assertEquals(number, report.tallies().get("threats").loaded(), report.rejected().toString());

        var expected = new TreeSet<String>();
        office.threats().store.records().each(Threat.FIELDS, kept -> ThreatRules.gaps(kept.record())
                .forEach(gap -> expected.add(kept.record().get(Threat.REF) + " " + gap.flaw().sentence())));
        assertTrue(expected.size() > 60, "gaps to speak of");
        var shown = new TreeSet<String>();
        office.home().worklist().orThrow().of(HomeDesk.Group.GAP).stream()
                .filter(item -> item.kind().equals("threat"))
                .forEach(item -> shown.add(item.threatRef() + " " + item.why() + "."));
        assertEquals(expected, shown);
        office.close();
        office.lobby().close();
    }
}
