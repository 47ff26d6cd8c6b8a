package fourfold.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.sync.Operation;
import fourfold.core.plan.PlanState;
import fourfold.core.plan.Commitments;
import fourfold.core.access.Permission;
import fourfold.core.access.Role;
import fourfold.core.disruption.Category;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.DisruptionRules.Moderating;
import fourfold.core.disruption.EventModeration;
import fourfold.core.figures.Figures;
import fourfold.core.figures.Question;
import fourfold.core.figures.Term;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Watch;
import fourfold.core.meeting.Meeting;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.sync.Kept;
import fourfold.core.sync.RecordState;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatKind;
import fourfold.extract.ExtractSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The extract of every month, laid over what was loaded before and what was written here meanwhile.
class LoadMergeTest {

    private static final String THREATS = "Threat ref,Name,Threat kind,Owning agency,Tier,Area,Tags\n";
    private static final String PLANS = "Threat ref,Plan state,Objective,Last approved\n";
    private static final String ACTIONS = "Action ref,Threat ref,4P,Title,Owner,Due,Status,Result\n";
    private static final String EVENTS =
            "Disruption ref,Threat ref,Disruption type,Event date,Record date,Primary 4P,Assessment Category,Summary\n";
    private static final String KILN = "EMS-0001,Op Kiln,Organised crime group,EMSOU,Tier 2,Region,CASH\n";

    @TempDir
    Path folder;

    private Office office;

    @BeforeEach
    void begin() {
        office = TestVaults.begin(
                folder.resolve("vault"), TestVaults.surroundings(TestVaults.clock()), Role.LRO, Role.SUPERVISOR);
    }

    @AfterEach
    void close() {
        office.close();
        office.lobby().close();
    }

    private LoadDesk.Report load(String... tablesAndTexts) {
        var sources = new LinkedHashMap<String, ExtractSource>();
        for (int i = 0; i < tablesAndTexts.length; i += 2)
            sources.put(tablesAndTexts[i], ExtractSource.of(
                    tablesAndTexts[i] + ".csv", tablesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8)));
        return office.load().load(sources, false, Watch.nobody()).orThrow();
    }

    private LoadDesk.Tally threats(String rows) {
        var report = load("threats", THREATS + rows);
        assertEquals(List.of(), report.rejected());
        return report.tallies().get("threats");
    }

    private static LoadDesk.Tally tally(int loaded, int changed, int unchanged, int conflicts) {
        return new LoadDesk.Tally(loaded, changed, unchanged, conflicts);
    }

    private Kept<Threat> threat(String ref) {
        return office.threats().kept(Threat.FIELDS, ref).orThrow();
    }

    private Kept<Disruption> event(String ref) {
        return office.threats().kept(Disruption.FIELDS, ref).orThrow();
    }

    private Kept<Action> action(String ref) {
        return office.threats().kept(Action.FIELDS, ref).orThrow();
    }

    private static <K extends Entity<K>> Editing<K> written(Fields<K> fields, String name, String text) {
        return Editing.of(fields, Map.of(name, text), Set.of()).orThrow();
    }

    private void edit(String ref, String field, String text) {
        office.threats()
                .edit(new ThreatDesk.Edit(threat(ref).seen(), written(Threat.FIELDS, field, text), "Known better"))
                .orThrow();
    }

    private static List<String> standing(Kept<?> kept, String field) {
        return kept.state().heads().get(field).stream()
                .map(RecordState.Head::value)
                .map(value -> value.isNothing() ? "" : value.text())
                .toList();
    }

    /// How many entries of records the journal holds.
    private long entries() {
        return office.threats().store.timeline().countAfter(0);
    }

    private String standing(String threat) {
        return office.plans().board(threat(threat).record().id()).orThrow().standing();
    }

    @Test
    void a_changed_row_updates_what_nobody_edited_here() {
        assertEquals(tally(1, 0, 0, 0), threats(KILN));
        assertEquals(tally(0, 1, 0, 0), threats(KILN.replace("Tier 2", "Tier 1").replace("CASH", "CASH;GUNS")));
        assertEquals("Tier 1", threat("EMS-0001").record().print(Threat.TIER));
        assertEquals("CASH;GUNS", threat("EMS-0001").record().print(Threat.TAGS));
        assertEquals(tally(0, 1, 0, 0), threats(KILN.replace("Tier 2", "")));
        assertTrue(threat("EMS-0001").record().lacks(Threat.TIER), "a cell that was emptied empties the field");
    }

    @Test
    void a_value_changed_on_both_sides_stands_twice_until_somebody_settles_it() {
        threats(KILN);
        edit("EMS-0001", "name", "Op Oven");
        assertEquals(tally(0, 0, 0, 1), threats(KILN.replace("Op Kiln", "Op Furnace").replace("Tier 2", "Tier 1")));
        var kept = threat("EMS-0001");
        assertEquals(Set.of("name"), kept.state().conflicts());
        assertEquals(List.of("Op Oven", "Op Furnace"), standing(kept, "name"));
        assertEquals("Tier 1", kept.record().print(Threat.TIER), "what nobody edited here is changed all the same");
        long before = entries();
        assertEquals(tally(0, 0, 1, 0), threats(KILN.replace("Op Kiln", "Op Furnace").replace("Tier 2", "Tier 1")));
        assertEquals(before, entries());
        assertEquals(tally(0, 0, 0, 1), threats(KILN.replace("Op Kiln", "Op Hearth").replace("Tier 2", "Tier 1")));
        assertEquals(List.of("Op Oven", "Op Hearth"), standing(threat("EMS-0001"), "name"));
        edit("EMS-0001", "name", "Op Stove");
        assertEquals(Set.of(), threat("EMS-0001").state().conflicts());
        assertEquals(tally(0, 0, 1, 0), threats(KILN.replace("Op Kiln", "Op Hearth").replace("Tier 2", "Tier 1")));
        assertEquals("Op Stove", threat("EMS-0001").record().get(Threat.NAME));
    }

    @Test
    void what_was_edited_here_alone_is_kept() {
        threats(KILN);
        edit("EMS-0001", "name", "Op Oven");
        long before = entries();
        assertEquals(tally(0, 0, 1, 0), threats(KILN));
        assertEquals(before, entries());
        assertEquals("Op Oven", threat("EMS-0001").record().get(Threat.NAME));
        assertEquals(tally(0, 1, 0, 0), threats(KILN.replace("Tier 2", "Tier 1")));
        assertEquals("Op Oven", threat("EMS-0001").record().get(Threat.NAME));
        assertEquals(Set.of(), threat("EMS-0001").state().conflicts());
    }

    @Test
    void an_extract_that_comes_to_say_what_was_written_here_agrees_and_leads_again() {
        threats(KILN);
        edit("EMS-0001", "name", "Op Oven");
        assertEquals(tally(0, 0, 1, 0), threats(KILN.replace("Op Kiln", "Op Oven")));
        assertEquals(tally(0, 1, 0, 0), threats(KILN.replace("Op Kiln", "Op Hearth")));
        assertEquals("Op Hearth", threat("EMS-0001").record().get(Threat.NAME));
        assertEquals(Set.of(), threat("EMS-0001").state().conflicts());
    }

    @Test
    void an_extract_that_comes_to_agree_ends_the_conflict_and_leads_again() {
        threats(KILN);
        edit("EMS-0001", "name", "Op Oven");
        assertEquals(tally(0, 0, 0, 1), threats(KILN.replace("Op Kiln", "Op Furnace")));
        assertEquals(tally(0, 1, 0, 0), threats(KILN.replace("Op Kiln", "Op Oven")), "nothing is in conflict any more");
        assertEquals(Set.of(), threat("EMS-0001").state().conflicts());
        assertEquals(tally(0, 1, 0, 0), threats(KILN.replace("Op Kiln", "Op Hearth")));
        assertEquals(List.of("Op Hearth"), standing(threat("EMS-0001"), "name"));
    }

    @Test
    void members_of_a_set_added_on_both_sides_are_all_there_and_in_no_conflict() {
        threats(KILN);
        edit("EMS-0001", "tags", "CASH;GUNS");
        assertEquals(tally(0, 1, 0, 0), threats(KILN.replace("CASH", "CASH;KNIVES")));
        assertEquals("CASH;GUNS;KNIVES", threat("EMS-0001").record().print(Threat.TAGS));
        assertEquals(Set.of(), threat("EMS-0001").state().conflicts());
        long before = entries();
        assertEquals(tally(0, 0, 1, 0), threats(KILN.replace("CASH", "CASH;KNIVES")));
        assertEquals(before, entries());
        assertEquals(tally(0, 1, 0, 0), threats(KILN));
        assertEquals("CASH;GUNS", threat("EMS-0001").record().print(Threat.TAGS));
    }

    @Test
    void a_row_that_has_gone_changes_nothing() {
        threats(KILN + "EMS-0002,Op Quarry,Organised crime group,EMSOU,Tier 3,Region,\n");
        long before = entries();
        assertEquals(tally(0, 0, 1, 0), threats(KILN));
        assertEquals(before, entries());
        assertEquals("Op Quarry", threat("EMS-0002").record().get(Threat.NAME));
    }

    @Test
    void a_column_that_has_gone_changes_nothing() {
        threats(KILN);
        long before = entries();
        var report = load("threats", "Threat ref,Name,Threat kind,Owning agency\nEMS-0001,Op Kiln,Organised crime group,EMSOU\n");
        assertEquals(tally(0, 0, 1, 0), report.tallies().get("threats"));
        assertEquals(before, entries());
        assertEquals("CASH", threat("EMS-0001").record().print(Threat.TAGS));
    }

    @Test
    void a_column_counts_as_there_however_its_name_is_spaced() {
        threats(KILN);
        var header = THREATS.replace(",Tier,", ", \u00a0Tier\u00a0,").replace("Threat kind", "Threat\u00a0 KIND");
        var report = load("threats", header + KILN.replace("Tier 2", "Tier 1").replace(
                "Organised crime group", "SOC priority individual"));
        assertEquals(tally(0, 1, 0, 0), report.tallies().get("threats"));
        assertEquals("Tier 1", threat("EMS-0001").record().print(Threat.TIER));
        assertTrue(threat("EMS-0001").record().is(Threat.KIND, ThreatKind.PRIORITY_INDIVIDUAL));
    }

    @Test
    void a_name_that_is_no_columns_name_says_nothing_about_that_column() {
        threats(KILN);
        var report = load("threats", THREATS.replace(",Tier,", ",Ti-er,").replace(",Tags", ",Tags_") + KILN);
        assertEquals(tally(0, 0, 1, 0), report.tallies().get("threats"));
        assertEquals("Tier 2", threat("EMS-0001").record().print(Threat.TIER), "an unknown column empties no field");
    }

    @Test
    void the_same_file_twice_writes_nothing_at_all() {
        TestVaults.loadExample(office);
        long before = entries();
        TestVaults.loadExample(office).tallies().values().forEach(tally ->
                assertEquals(0, tally.loaded() + tally.changed() + tally.conflicts()));
        assertEquals(before, entries());
    }

    @Test
    void an_event_that_is_assessed_at_last_waits_for_nobody() {
        var row = "EMS-D-000001,EMS-0001,Lead Disruption,2022-05-01,2022-05-03,Prevent,Unassessed,Runner diverted\n";
        load("threats", THREATS + KILN, "disruptions", EVENTS + row);
        assertTrue(event("EMS-D-000001").record().is(Disruption.MODERATION, EventModeration.AWAITING));
        assertEquals(1, office.disruptions().waiting().orThrow().waiting().size());
        var report = load("disruptions", EVENTS + row.replace("Unassessed", "Minor"));
        assertEquals(tally(0, 1, 0, 0), report.tallies().get("disruptions"));
        assertTrue(event("EMS-D-000001").record().is(Disruption.CATEGORY, Category.MINOR));
        assertTrue(event("EMS-D-000001").record().is(Disruption.MODERATION, EventModeration.OUTSIDE));
        assertEquals(0, office.disruptions().waiting().orThrow().waiting().size());
    }

    @Test
    void an_event_regraded_here_stays_so_beside_the_extracts_category() {
        var row = "EMS-D-000001,EMS-0001,Lead Disruption,2022-05-01,2022-05-03,Prevent,Unassessed,Runner diverted\n";
        load("threats", THREATS + KILN, "disruptions", EVENTS + row);
        office.disruptions()
                .moderate(new DisruptionDesk.Moderate(
                        event("EMS-D-000001").seen(), Moderating.REGRADE, Category.MODERATE, "Three months without calls"))
                .orThrow();
        var report = load("disruptions", EVENTS + row.replace("Unassessed", "Minor"));
        assertEquals(tally(0, 0, 0, 1), report.tallies().get("disruptions"));
        var kept = event("EMS-D-000001");
        assertEquals(Set.of("category"), kept.state().conflicts());
        assertTrue(kept.record().is(Disruption.CATEGORY, Category.MODERATE));
        assertTrue(kept.record().is(Disruption.MODERATION, EventModeration.REGRADED));
    }

    @Test
    void an_event_put_right_under_another_threat_counts_by_the_kind_of_that_one() {
        var person = "EMS-0002,Op Quarry,SOC priority individual,EMSOU,Tier 3,Region,\n";
        var row = "EMS-D-000001,EMS-0001,Lead Disruption,2022-05-01,2022-05-03,Prevent,Minor,Runner diverted\n";
        load("threats", THREATS + KILN + person, "disruptions", EVENTS + row);
        assertTrue(event("EMS-D-000001").record().is(Disruption.THREAT_KIND, ThreatKind.OCG));
        load("disruptions", EVENTS + row.replace("EMS-0001", "EMS-0002"));
        assertTrue(event("EMS-D-000001").record().is(Disruption.THREAT_KIND, ThreatKind.PRIORITY_INDIVIDUAL));
    }

    @Test
    void a_plan_approved_outside_and_then_changed_here_shows_as_approved_then_changed() {
        load("threats", THREATS + KILN, "plans", PLANS + "EMS-0001,Approved,Take it apart,2022-03-01\n", "actions",
                ACTIONS + "ACT-1,EMS-0001,Pursue,Data review,NPT 01,2022-05-31,In progress,\n");
        assertEquals("Approved outside", standing("EMS-0001"));
        office.plans()
                .edit(new PlanDesk.EditAction(action("ACT-1").seen(), written(Action.FIELDS, "due", "2022-09-30"), "Later"))
                .orThrow();
        assertEquals("Approved, then changed", standing("EMS-0001"));
        load("plans", PLANS + "EMS-0001,Approved,Take it apart,2022-03-01\n");
        assertEquals("Approved, then changed", standing("EMS-0001"));
    }

    @Test
    void an_approval_that_the_extract_states_against_a_state_written_here_is_bound_to_the_content_as_loaded() {
        load("threats", THREATS + KILN, "plans", PLANS + "EMS-0001,Draft,Take it apart,\n", "actions",
                ACTIONS + "ACT-1,EMS-0001,Pursue,Data review,NPT 01,2022-05-31,In progress,\n");
        var plan = Plan.idFor(threat("EMS-0001").record().id());
        var kept = office.threats().kept(Plan.FIELDS, plan).orThrow();
        office.threats().ledger.write(office.session(), Permission.EDIT_PLANS, "", List.of(Change.of(
                Operation.SUBMIT, kept.record(), kept.record().with(Plan.STATE, PlanState.SUBMITTED), kept.state())));
        load("plans", PLANS + "EMS-0001,Approved,Take it apart,2022-03-01\n");
        var now = office.threats().kept(Plan.FIELDS, plan).orThrow();
        assertTrue(now.state().conflicts().contains("state"));
        var actions = office.plans().board(threat("EMS-0001").record().id()).orThrow().bareActions();
        assertEquals(Commitments.of(now.record(), actions).hash(), now.record().get(Plan.APPROVED_HASH));
        assertTrue(now.record().get(Plan.APPROVED_OUTSIDE));
    }

    @Test
    void a_change_that_the_extract_comes_to_state_as_well_is_approved_outside_again() {
        var row = "ACT-1,EMS-0001,Pursue,Data review,NPT 01,2022-05-31,In progress,\n";
        load("threats", THREATS + KILN, "plans", PLANS + "EMS-0001,Approved,Take it apart,2022-03-01\n", "actions",
                ACTIONS + row);
        office.plans()
                .edit(new PlanDesk.EditAction(action("ACT-1").seen(), written(Action.FIELDS, "due", "2022-09-30"), "Later"))
                .orThrow();
        assertEquals("Approved, then changed", standing("EMS-0001"));
        var report = load("actions", ACTIONS + row.replace("2022-05-31", "2022-09-30"));
        assertEquals(tally(0, 0, 1, 0), report.tallies().get("actions"));
        assertEquals("Approved outside", standing("EMS-0001"));
    }

    @Test
    void actions_loaded_after_their_plan_are_part_of_what_was_approved_outside() {
        load("threats", THREATS + KILN, "plans", PLANS + "EMS-0001,Approved,Take it apart,2022-03-01\n");
        var row = "ACT-1,EMS-0001,Pursue,Data review,NPT 01,2022-05-31,In progress,\n";
        load("actions", ACTIONS + row);
        assertEquals("Approved outside", standing("EMS-0001"));
        load("actions", ACTIONS + row.replace("2022-05-31", "2022-07-31"));
        assertEquals("Approved outside", standing("EMS-0001"));
        long before = entries();
        assertEquals(tally(0, 0, 1, 0),
                load("actions", ACTIONS + row.replace("2022-05-31", "2022-07-31")).tallies().get("actions"));
        assertEquals(before, entries());
    }

    @Test
    void an_action_that_the_extract_moves_to_another_threat_belongs_to_what_was_approved_there() {
        var other = "EMS-0002,Op Quarry,Organised crime group,EMSOU,Tier 3,Region,\n";
        var plans = PLANS + "EMS-0001,Approved,Take it apart,2022-03-01\nEMS-0002,Approved,Watch it,2022-03-01\n";
        var rows = "ACT-1,EMS-0001,Pursue,Data review,NPT 01,2022-05-31,In progress,\n"
                + "ACT-2,EMS-0001,Prevent,School sessions,NPT 01,2022-05-31,In progress,\n";
        load("threats", THREATS + KILN + other, "plans", plans, "actions", ACTIONS + rows);
        load("actions", ACTIONS + rows.replace("ACT-2,EMS-0001", "ACT-2,EMS-0002"));
        assertEquals("Approved outside", standing("EMS-0001"));
        assertEquals("Approved outside", standing("EMS-0002"));
    }

    @Test
    void a_row_of_what_was_written_here_first_stands_beside_it() {
        threats(KILN);
        var here = office.plans()
                .add(new PlanDesk.AddAction(threat("EMS-0001").record().id(), Editing.of(
                                Action.FIELDS, Map.of("p", "Pursue", "title", "Visit", "owner", "NPT 01"), Set.of())
                        .orThrow()))
                .orThrow();
        var plan = Plan.idFor(threat("EMS-0001").record().id());
        assertFalse(here.state().heads().isEmpty());
        var report = load("plans", PLANS + "EMS-0001,Approved,Take it apart,2022-03-01\n");
        assertEquals(tally(0, 0, 0, 1), report.tallies().get("plans"));
        var kept = office.threats().kept(Plan.FIELDS, new Id<>(plan.value())).orThrow();
        assertEquals(Set.of("state"), kept.state().conflicts());
        assertEquals("Take it apart", kept.record().get(Plan.OBJECTIVE));
    }

    @Test
    void anAgencyIsKeptAndCountedUnderItsOwnNameWhateverTheExtractCallsIt() {
        load("threats", THREATS + "DER-1,Op Awl,Organised crime group, derbyshire constabulary ,Tier 2,North,\n"
                + "AVS-1,Op Bit,Organised crime group,AVON AND SOMERSET,Tier 2,,\n",
                "disruptions",
                "Disruption ref,Threat ref,Disruption type,Lead agency,Supporting agencies,Event date,Record date,Primary 4P,"
                        + "Assessment Category,Lead unit\n"
                        + "D-1,der-1,LEAD DISRUPTION,derbyshire,East Midlands ROCU; hmrc,2022-01-01,2022-01-02,pursue,minor,RPIU\n"
                        + "D-2,DER-1,lead disruption ,DERBYSHIRE,emsou;HMRC,2022-01-01,2022-01-02,Pursue,Minor,RPIU \n"
                        + "D-3,AVS-1,Lead Disruption, HMRC,,2022-01-01,2022-01-02,Pursue,Minor,\n",
                "meetings", "Meeting ref,Date,Status,Invited,Attended\nM-1,2022-01-01,Held,emsou;NCA,EMSOU\n");
        assertEquals("Avon & Somerset", threat("AVS-1").record().get(Threat.AGENCY));
        assertEquals("Derbyshire", threat("DER-1").record().get(Threat.AGENCY));
        assertEquals(Set.of("EMSOU", "hmrc"), event("D-1").record().get(Disruption.SUPPORTING));
        assertEquals("HMRC", event("D-3").record().get(Disruption.LEAD_AGENCY));
        assertEquals(Set.of("EMSOU", "NCA"), office.threats().kept(Meeting.FIELDS, "M-1").orThrow().record().get(Meeting.INVITED));
        var question = Question.of("disruptions-year").by("agency", "unit").where(List.of(term("agency", "Derbyshire Constabulary")));
        var counted = office.figures().answer(question).orThrow().rows();
        assertEquals(List.of(List.of("Derbyshire", "RPIU")), counted.stream().map(Figures.Row::values).toList());
        assertEquals(2, counted.getFirst().count());
    }

    @Test
    void aThreatOfAnAgencyThatNobodyKnowsIsLoadedAndListedWithItsColumn() {
        var report = load("threats", THREATS + KILN + "RUR-1,Op Cog,Organised crime group,Ruritania,Tier 2,,\n"
                + "NCA-1,Op Dowel,Organised crime group,NCA,Tier 2,,\n" + "X-1,Op Edge,Organised crime group,,Tier 2,,\n");
        assertEquals(4, report.tallies().get("threats").loaded());
        assertEquals(List.of(), report.rejected());
        assertEquals(
                List.of("threats.csv, record 3, Owning agency: There is no agency called Ruritania; the threat is loaded all the same, and"
                        + " needs the agency that owns it."),
                report.warnings().stream().map(LoadDesk.Note::sentence).filter(said -> said.contains("Ruritania")).toList());
        assertEquals("Ruritania", threat("RUR-1").record().get(Threat.AGENCY));
    }

    @Test
    void plansAndMeetingsNameAThreatAsItNamesItself() {
        load("threats", THREATS + KILN, "plans", PLANS + "ems-0001,Draft,Cut harm,\n",
                "meetings", "Meeting ref,Date,Status,Threat refs\nM-1,2022-01-01,Held, ems-0001;\n");
        assertEquals("EMS-0001", office.threats().kept(Plan.FIELDS, "EMS-0001").orThrow().record().get(Plan.REF));
        assertEquals(Set.of("EMS-0001"), office.threats().kept(Meeting.FIELDS, "M-1").orThrow().record().get(Meeting.THREATS));
    }

    @Test
    void theSameAgencyByAnotherNameIsNoChange() {
        assertEquals(tally(1, 0, 0, 0), threats(KILN));
        assertEquals(tally(0, 0, 1, 0), threats(KILN.replace("EMSOU", "East Midlands Special Operations Unit")));
    }

    private static Term term(String key, String value) {
        return Term.of(List.of(key + "=" + value)).orThrow().getFirst();
    }
}
