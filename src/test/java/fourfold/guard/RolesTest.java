package fourfold.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Goal;
import fourfold.Trials;
import fourfold.core.access.Role;
import fourfold.core.disruption.Category;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.DisruptionRules.Moderating;
import fourfold.core.disruption.EventModeration;
import fourfold.core.figures.Question;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.P;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Seen;
import fourfold.core.kernel.Watch;
import fourfold.core.meeting.Meeting;
import fourfold.core.people.Person;
import fourfold.core.plan.Action;
import fourfold.core.plan.ActionRules;
import fourfold.core.plan.ActionStatus;
import fourfold.core.plan.Plan;
import fourfold.core.plan.PlanState;
import fourfold.core.settings.PublicationKind;
import fourfold.core.settings.Settings;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.desk.CertificateDesk;
import fourfold.desk.ConflictDesk;
import fourfold.desk.CorrectionDesk;
import fourfold.desk.DatasetDesk;
import fourfold.desk.DisruptionDesk;
import fourfold.desk.DraftDesk;
import fourfold.desk.EventFilter;
import fourfold.desk.FiguresDesk;
import fourfold.desk.FreezeDesk;
import fourfold.desk.HistoryDesk;
import fourfold.desk.HomeDesk;
import fourfold.desk.ImportDesk;
import fourfold.desk.InspectionDesk;
import fourfold.desk.JournalDesk;
import fourfold.desk.LinkDesk;
import fourfold.desk.LoadDesk;
import fourfold.desk.Office;
import fourfold.desk.MeetingDesk;
import fourfold.desk.OutboxDesk;
import fourfold.desk.PacketDesk;
import fourfold.desk.PeopleDesk;
import fourfold.desk.PlanDesk;
import fourfold.desk.PrintDesk;
import fourfold.desk.PublicationDesk;
import fourfold.desk.ProposalDesk;
import fourfold.desk.RegionDesk;
import fourfold.desk.RegisterDesk;
import fourfold.desk.ReviewDesk;
import fourfold.desk.SearchDesk;
import fourfold.desk.SettingsDesk;
import fourfold.desk.TableDesk;
import fourfold.desk.TestVaults;
import fourfold.desk.ThreatDesk;
import fourfold.desk.TrustDesk;
import fourfold.desk.Waiting;
import java.util.Optional;
import java.time.Instant;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Who may do what: every intention of every desk by every role, in every state; and the persons whom a role does not help.
@Tag("goal")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesTest {

    private static final Map<Role, String> PEOPLE = new TreeMap<>(Map.of(
            Role.LRO, Scene.LRO,
            Role.SUPERVISOR, Scene.SUPERVISOR,
            Role.ANALYST, Scene.ANALYST,
            Role.ADMINISTRATOR, Scene.ADMIN));

    private static final Set<Role> READERS = EnumSet.of(Role.LRO, Role.SUPERVISOR, Role.ANALYST);
    private static final Set<Role> LROS = EnumSet.of(Role.LRO);
    private static final Set<Role> SUPERVISORS = EnumSet.of(Role.SUPERVISOR);
    private static final Set<Role> ADMINISTRATORS = EnumSet.of(Role.ADMINISTRATOR);
    private static final Set<Role> ANYBODY = EnumSet.allOf(Role.class);

    private static final List<Class<?>> DESKS = List.of(
            ThreatDesk.class, PlanDesk.class, ReviewDesk.class, DisruptionDesk.class, HistoryDesk.class,
            PeopleDesk.class, RegisterDesk.class, LoadDesk.class, DraftDesk.class, SettingsDesk.class, HomeDesk.class,
            SearchDesk.class, ConflictDesk.class, ProposalDesk.class,
            JournalDesk.class, LinkDesk.class, InspectionDesk.class, RegionDesk.class, FiguresDesk.class, FreezeDesk.class, MeetingDesk.class, PacketDesk.class, ImportDesk.class, OutboxDesk.class,
            CorrectionDesk.class,
            TrustDesk.class, CertificateDesk.class, PublicationDesk.class, DatasetDesk.class, PrintDesk.class, TableDesk.class);

    private Path folder = Path.of("");

    private Scene scene;

    @BeforeAll
    void begin(@TempDir Path temp) {
        folder = temp;
        scene = Scene.of(folder);
    }

    @BeforeEach
    void anAdministrator() {
        scene.as(Scene.ADMIN);
    }

    @AfterAll
    void end() {
        scene.close();
    }

    /// What the intentions of one person work on, so that each has its own.
    private record Subjects(
            Kept<Threat> threat, Kept<Threat> planless, Kept<Threat> another, Id<Threat> toApprove, Id<Threat> toReturn,
            Id<Threat> toSubmit, Kept<Disruption> event, Kept<Disruption> other, Kept<Action> action, Path file) {}

    private record Intention(String name, Set<Role> may, BiFunction<Office, Subjects, Object> attempt) {}

    /// The table of who may do what, written out: an intention that is not in it fails the test.
    private List<Intention> table(Scene scene) {
        var all = new ArrayList<Intention>();
        all.add(new Intention("PrintDesk.print", READERS, (office, on) -> office.papers().print(
                new PrintDesk.Wish(PrintDesk.Paper.THREAT, on.threat().record().get(Threat.REF), Map.of()),
                on.file().resolveSibling("threat.pdf"))));
        all.add(new Intention("TableDesk.savePicture", READERS, (office, on) -> office.tables().savePicture(
                new TableDesk.Picture("Bars", 1, 1, new int[1]), on.file().resolveSibling("picture.png"))));
        all.add(new Intention("TableDesk.copyPicture", READERS, (office, on) -> office.tables().copyPicture(
                new TableDesk.Picture("Bars", 1, 1, new int[1]))));
        all.add(new Intention("TableDesk.save", READERS, (office, on) -> office.tables().save(
                new TableDesk.Shown("Threats", "", List.of("Ref"), List.of(new TableDesk.Row(
                        List.of(on.threat().record().id().value()), List.of(new TableDesk.Cell("EMS-1", null))))),
                on.file().resolveSibling("threats.xlsx"))));
        all.add(new Intention("DatasetDesk.write", READERS, (office, on) -> office.dataset().write(
                new DatasetDesk.Wish("Analysis", Marking.OFFICIAL_SENSITIVE, Map.of()),
                on.file().resolveSibling("dataset-" + office.session().user()))));
        all.add(new Intention("ThreatDesk.create", LROS, (office, on) -> office.threats().create(new ThreatDesk.Create(
                Scene.values(Threat.FIELDS, "name", "New", "kind", "Organised crime group", "primaryArea", "Illegal drugs",
                        "masterList", "On list"), ""))));
        all.add(new Intention("ThreatDesk.edit", LROS, (office, on) -> office.threats().edit(new ThreatDesk.Edit(
                on.threat().seen(), Scene.values(Threat.FIELDS, "intent", "More than before"), ""))));
        all.add(new Intention("ThreatDesk.open", READERS, (office, on) -> office.threats().open(on.threat().record().id())));
        all.add(new Intention("ThreatDesk.open", READERS, (office, on) -> office.threats().open(on.threat().record().get(Threat.REF))));
        all.add(new Intention("ThreatDesk.retype", LROS, (office, on) -> office.threats().retype(new ThreatDesk.Edit(
                seenThreat(office, on.planless()), Scene.values(Threat.FIELDS, "kind", "SOC vulnerability"), "It is one"))));
        all.add(new Intention("ThreatDesk.appoint", LROS, (office, on) -> office.threats().appoint(new ThreatDesk.Edit(
                seenThreat(office, on.planless()), Scene.values(Threat.FIELDS, "lro", "LRO 005 (X11005)"), "Best placed"))));
        all.add(new Intention("ThreatDesk.close", LROS, (office, on) -> office.threats().close(new ThreatDesk.Edit(
                seenThreat(office, on.planless()), Scene.values(Threat.FIELDS, "phase", "Closed", "closureReason", "Gone",
                        "closureEvidence", "Nothing since", "lastAssessed", "2022-06-01", "intelligenceHandedOver", "Yes",
                        "ordersToMonitor", "none", "retention", "Group 1"), "Gone"))));
        all.add(new Intention("ThreatDesk.words", READERS, (office, on) -> office.threats().words()));
        all.add(new Intention("ThreatDesk.list", READERS, (office, on) -> office.threats().list()));
        all.add(new Intention("ThreatDesk.file", READERS, (office, on) -> office.threats().file(on.threat().record().id())));
        all.add(new Intention("SearchDesk.threats", READERS, (office, on) -> office.search().threats("Op", 10)));
        all.add(new Intention("SearchDesk.words", READERS, (office, on) -> office.search().words("Op", 10)));
        all.add(new Intention("PlanDesk.board", READERS, (office, on) -> office.plans().board(on.toSubmit())));
        all.add(new Intention("PlanDesk.boardAt", READERS, (office, on) -> office.plans().boardAt(on.toSubmit().value())));
        all.add(new Intention("PlanDesk.begin", LROS, (office, on) -> office.plans().begin(
                new PlanDesk.Begin(on.planless().record().id(), null))));
        all.add(new Intention("PlanDesk.drawUp", LROS, (office, on) -> office.plans().drawUp(new PlanDesk.DrawUp(
                on.another().record().id(), "", Scene.values(Plan.FIELDS, "objective", "End it", "pursueEmpty", "a",
                        "preventEmpty", "b", "protectEmpty", "c", "prepareEmpty", "d"), List.of()))));
        all.add(new Intention("PlanDesk.list", READERS, (office, on) -> office.plans().list()));
        all.add(new Intention("PlanDesk.parties", READERS, (office, on) -> office.plans().parties()));
        all.add(new Intention("PlanDesk.edit", LROS, (office, on) -> office.plans().edit(new PlanDesk.Edit(
                seenPlan(office, on.toSubmit()), Scene.values(Plan.FIELDS, "intelligenceGaps", "Who pays"), ""))));
        all.add(new Intention("PlanDesk.edit", LROS, (office, on) -> office.plans().edit(new PlanDesk.EditAction(
                on.action().seen(), Scene.values(Action.FIELDS, "tactic", "Visit"), ""))));
        all.add(new Intention("PlanDesk.add", LROS, (office, on) -> office.plans().add(new PlanDesk.AddAction(
                on.toSubmit(), Scene.values(Action.FIELDS, "p", "Pursue", "title", "Look again", "owner", "NPT 01")))));
        all.add(new Intention("PlanDesk.move", LROS, (office, on) -> office.plans().move(new PlanDesk.Move(
                action(office, on), ActionStatus.IN_PROGRESS, ""))));
        all.add(new Intention("PlanDesk.explain", LROS, (office, on) -> office.plans().explain(new PlanDesk.Explain(
                action(office, on), "Nothing came of it"))));
        all.add(new Intention("PlanDesk.action", READERS, (office, on) -> office.plans().action(on.action().record().get(Action.REF))));
        all.add(new Intention("PlanDesk.plan", READERS, (office, on) -> office.plans().plan(on.threat().record().get(Threat.REF))));
        all.add(new Intention("ReviewDesk.sheet", READERS, (office, on) -> office.reviews().sheet(on.toApprove())));
        all.add(new Intention("ReviewDesk.sheetAt", READERS, (office, on) -> office.reviews().sheetAt(Plan.idFor(on.toApprove()).value())));
        all.add(new Intention("ReviewDesk.queue", READERS, (office, on) -> office.reviews().queue()));
        all.add(new Intention("ReviewDesk.decisions", READERS, (office, on) -> office.reviews().decisions(Plan.idFor(on.toApprove()))));
        all.add(new Intention("ReviewDesk.submit", LROS, (office, on) -> office.reviews().submit(
                new ReviewDesk.Submit(seenPlan(office, on.toSubmit()), ""))));
        all.add(new Intention("ReviewDesk.approve", SUPERVISORS, (office, on) -> office.reviews().approve(new ReviewDesk.Approve(
                seenPlan(office, on.toApprove()), hash(office, on.toApprove()), "Good"))));
        all.add(new Intention("ReviewDesk.sendBack", SUPERVISORS, (office, on) -> office.reviews().sendBack(
                new ReviewDesk.SendBack(seenPlan(office, on.toReturn()), "Say who pays"))));
        all.add(new Intention("DisruptionDesk.record", LROS, (office, on) -> office.disruptions().record(
                Scene.record(on.threat().record().id(), "Stopped"))));
        all.add(new Intention("DisruptionDesk.correct", LROS, (office, on) -> office.disruptions().correct(
                new DisruptionDesk.Correct(on.other().seen(), Scene.values(Disruption.FIELDS, "arrests", "2"), ""))));
        all.add(new Intention("DisruptionDesk.moderate", SUPERVISORS, (office, on) -> office.disruptions().moderate(
                new DisruptionDesk.Moderate(on.event().seen(), Moderating.AGREE, null, "Seen"))));
        all.add(new Intention("DisruptionDesk.open", READERS, (office, on) -> office.disruptions().open(on.event().record().id())));
        all.add(new Intention("DisruptionDesk.open", READERS, (office, on) -> office.disruptions().open(on.event().record().get(Disruption.REF))));
        all.add(new Intention("DisruptionDesk.begin", LROS, (office, on) -> office.disruptions().begin(
                new DisruptionDesk.Beginning(on.threat().record().id(), null))));
        all.add(new Intention("DisruptionDesk.list", READERS, (office, on) -> office.disruptions().list(EventFilter.ALL, 10)));
        all.add(new Intention("DisruptionDesk.words", READERS, (office, on) -> office.disruptions().words()));
        all.add(new Intention("DisruptionDesk.file", READERS, (office, on) -> office.disruptions().file(on.event().record().id())));
        all.add(new Intention("DisruptionDesk.of", READERS, (office, on) -> office.disruptions().of(on.threat().record().id())));
        all.add(new Intention("DisruptionDesk.waiting", READERS, (office, on) -> office.disruptions().waiting()));
        all.add(new Intention("DisruptionDesk.verdict", ANYBODY, (office, on) -> office.disruptions().verdict(on.event().record())));
        all.add(new Intention("DisruptionDesk.verdictOf", READERS, (office, on) -> office.disruptions().verdictOf(on.event())));
        all.add(new Intention("LinkDesk.perhaps", READERS, (office, on) -> office.links().perhaps(Watch.nobody())));
        all.add(new Intention("LinkDesk.links", READERS, (office, on) -> office.links().links()));
        all.add(new Intention("LinkDesk.beside", READERS, (office, on) -> office.links().beside(
                on.event().record().id(), on.other().record().id())));
        all.add(new Intention("LinkDesk.beside", READERS, (office, on) -> office.links().beside(
                on.event().record().get(Disruption.REF), on.other().record().get(Disruption.REF))));
        all.add(new Intention("LinkDesk.link", SUPERVISORS, (office, on) -> permitted(office.links().link(decide(on)))));
        all.add(new Intention("LinkDesk.part", SUPERVISORS, (office, on) -> permitted(office.links().part(decide(on)))));
        all.add(new Intention("LinkDesk.undo", SUPERVISORS, (office, on) -> permitted(office.links().undo(decide(on)))));
        all.add(new Intention("InspectionDesk.inspect", READERS, (office, on) -> office.inspection().inspect(Optional.empty())));
        all.add(new Intention("RegionDesk.picture", READERS, (office, on) -> office.region().picture()));
        all.add(new Intention("RegionDesk.provenance", READERS, (office, on) -> office.region().provenance(on.threat().record())));
        all.add(new Intention("FiguresDesk.facts", READERS, (office, on) -> office.figures().facts()));
        all.add(new Intention("FiguresDesk.views", READERS, (office, on) -> office.figures().views()));
        all.add(new Intention("FiguresDesk.period", READERS, (office, on) -> office.figures().period("calendar-year", null)));
        // reads a text and nothing of the vault
        all.add(new Intention("FiguresDesk.moment", ANYBODY, (office, on) -> office.figures().moment("2022-06-21")));
        all.add(new Intention("FiguresDesk.prove", READERS, (office, on) -> office.figures().prove(
                Question.of("threats-hmicfrs").knownOn(Instant.EPOCH), Watch.nobody())));
        all.add(new Intention("FreezeDesk.freeze", READERS, (office, on) ->
                office.freezing().freeze("Return " + on.threat().record().get(Threat.REF), Question.of("threats-hmicfrs"))));
        all.add(new Intention("MeetingDesk.list", READERS, (office, on) -> office.meetings().list()));
        all.add(new Intention("MeetingDesk.file", READERS, (office, on) -> permitted(office.meetings().file(Id.named("meeting", "none")))));
        all.add(new Intention("MeetingDesk.open", READERS, (office, on) -> permitted(office.meetings().open("none"))));
        all.add(new Intention("MeetingDesk.begin", LROS, (office, on) -> office.meetings().begin()));
        all.add(new Intention("MeetingDesk.record", LROS, (office, on) -> office.meetings().record(Editing.of(
                Meeting.FIELDS, Map.of("kind", "GAIN regional meeting", "date", "2022-06-20", "status", "Held"), Set.of()).orThrow())));
        all.add(new Intention("MeetingDesk.correct", LROS, (office, on) -> permitted(office.meetings().correct(new MeetingDesk.Correct(
                new Seen<>(Id.named("meeting", "none"), 1), new Editing<>(List.of()), "")))));
        all.add(new Intention("FreezeDesk.all", READERS, (office, on) -> office.freezing().all()));
        all.add(new Intention("FreezeDesk.open", READERS, (office, on) -> permitted(office.freezing().open("none"))));
        all.add(new Intention("FreezeDesk.verify", READERS, (office, on) -> permitted(office.freezing().verify("none"))));
        all.add(new Intention("FiguresDesk.sideBySide", READERS, (office, on) ->
                office.figures().sideBySide(Question.of("threats-hmicfrs"), List.of())));
        all.add(new Intention("FiguresDesk.answer", READERS, (office, on) ->
                office.figures().answer(Question.of("threats-hmicfrs"))));
        all.add(new Intention("HistoryDesk.timeline", READERS, (office, on) -> office.history().timeline(Threat.FIELDS, on.threat().record().id())));
        all.add(new Intention("HistoryDesk.version", READERS, (office, on) -> office.history().version(
                Threat.FIELDS, on.threat().record().id(), on.threat().version())));
        all.add(new Intention("HistoryDesk.compare", READERS, (office, on) -> office.history().compare(
                Threat.FIELDS, on.threat().record().id(), 1, on.threat().version())));
        all.add(new Intention("ConflictDesk.list", READERS, (office, on) -> office.conflicts().list()));
        all.add(new Intention("ConflictDesk.open", READERS, (office, on) -> office.conflicts().open(
                "threat", on.threat().record().id().value())));
        all.add(new Intention("ConflictDesk.open", READERS, (office, on) -> office.conflicts().open(
                "threat", on.threat().record().get(Threat.REF))));
        all.add(new Intention("ConflictDesk.settle", EnumSet.of(Role.LRO, Role.SUPERVISOR), (office, on) ->
                permitted(office.conflicts().settle(new ConflictDesk.Settle(
                        "threat", on.threat().record().id().value(), seenThreat(office, on.threat()).version(), "area",
                        new ConflictDesk.Answer.Value("North"), "Seen there")))));
        // these only say in words what settling and answering refuse
        all.add(new Intention("ConflictDesk.whyNotSettle", ANYBODY, (office, on) -> office.conflicts().whyNotSettle(
                new ConflictDesk.InConflict(waiting(on), List.of()),
                new ConflictDesk.Contested("area", "Area", false, "", Optional.empty(), List.of()))));
        all.add(new Intention("ProposalDesk.whyNotAnswer", ANYBODY, (office, on) -> office.proposals().whyNotAnswer(
                new ProposalDesk.Proposal("none", waiting(on), "", "", "", Instant.EPOCH, "", true, List.of()))));
        all.add(new Intention("ProposalDesk.list", READERS, (office, on) -> office.proposals().list()));
        all.add(new Intention("ProposalDesk.sentence", ANYBODY, (office, on) -> office.proposals().sentence(on.threat())));
        all.add(new Intention("ProposalDesk.accept", SUPERVISORS, (office, on) ->
                permitted(office.proposals().accept(new ProposalDesk.Answer("none", "Agreed")))));
        all.add(new Intention("ProposalDesk.decline", SUPERVISORS, (office, on) ->
                permitted(office.proposals().decline(new ProposalDesk.Answer("none", "Not so")))));
        all.add(new Intention("PeopleDesk.all", ANYBODY, (office, on) -> office.people().all()));
        all.add(new Intention("PeopleDesk.managedBy", ANYBODY, (office, on) -> office.people().managedBy(Scene.SUPERVISOR)));
        all.add(new Intention("PeopleDesk.add", ADMINISTRATORS, (office, on) -> office.people().add(new PeopleDesk.Add(
                "Z70001", "Newcomer", LROS, "", TestVaults.PASSPHRASE.toCharArray()))));
        all.add(new Intention("PeopleDesk.changeRoles", ADMINISTRATORS, (office, on) -> office.people().changeRoles(
                Scene.OTHER_LRO, EnumSet.of(Role.LRO, Role.ANALYST))));
        all.add(new Intention("PeopleDesk.remove", ADMINISTRATORS, (office, on) -> office.people().remove("Z70001")));
        all.add(new Intention("PeopleDesk.revoke", ADMINISTRATORS, (office, on) ->
                permitted(office.people().revoke("Z70009", "Lost"))));
        all.add(new Intention("CertificateDesk.all", ANYBODY, (office, on) -> office.certificates().all()));
        all.add(new Intention("CertificateDesk.read", ANYBODY, (office, on) ->
                office.certificates().read(office.trust().certificates())));
        all.add(new Intention("CertificateDesk.warnings", ANYBODY, (office, on) -> office.certificates().warnings()));
        all.add(new Intention("CertificateDesk.renew", ADMINISTRATORS, (office, on) ->
                office.certificates().renew(Scene.OTHER_LRO)));
        all.add(new Intention("CertificateDesk.renewUnit", ADMINISTRATORS, (office, on) -> office.certificates().renewUnit()));
        all.add(new Intention("PublicationDesk.publish", ADMINISTRATORS, (office, on) ->
                permitted(office.publications().publish(
                        new PublicationDesk.Wish(
                                PublicationKind.CERTIFICATES, List.of("EMSOU"), 0, LocalDate.MIN, "", new TreeMap<>()),
                        out().resolve("lists")))));
        // of a file that is no publication nobody is told anything
        all.add(new Intention("PublicationDesk.preview", ANYBODY, (office, on) ->
                office.publications().preview(out().resolve("none.gpg"))));
        all.add(new Intention("PublicationDesk.accept", ANYBODY, (office, on) ->
                office.publications().accept(out().resolve("none.gpg"))));
        all.add(new Intention("PublicationDesk.all", ANYBODY, (office, on) -> office.publications().all()));
        all.add(new Intention("PublicationDesk.inUse", ANYBODY, (office, on) -> office.publications().inUse()));
        all.add(new Intention("SettingsDesk.inForce", ANYBODY, (office, on) -> office.settings().inForce()));
        all.add(new Intention("PeopleDesk.edit", ADMINISTRATORS, (office, on) -> office.people().edit(new PeopleDesk.Edit(
                person(office, Scene.OTHER_LRO), Scene.values(Person.FIELDS, "manager", Scene.SUPERVISOR), ""))));
        all.add(new Intention("PeopleDesk.changePassphrase", ANYBODY, (office, on) -> office.people().changePassphrase(
                "another horse battery staple".toCharArray(), "a third horse battery staple".toCharArray())
                instanceof Outcome.Refused<Boolean>(var wrong) && wrong.sentence().equals("The passphrase is wrong.")));
        all.add(new Intention("RegisterDesk.list", READERS, (office, on) -> office.register().list("threats", Map.of())));
        all.add(new Intention("RegisterDesk.object", ANYBODY, (office, on) -> office.register().object(on.threat())));
        all.add(new Intention("LoadDesk.load", EnumSet.of(Role.LRO, Role.ADMINISTRATOR), (office, on) -> office.load().load(
                new LoadDesk.Load(Map.of("threats", on.file()), false, Watch.nobody()))));
        all.add(new Intention("LoadDesk.recognise", ANYBODY, (office, on) -> office.load().recognise(List.of(on.file()))));
        all.add(new Intention("LoadDesk.save", EnumSet.of(Role.LRO, Role.ADMINISTRATOR), (office, on) -> office.load().save(List.of(), folder.resolve("notes.csv"))));
        all.add(new Intention("DraftDesk.keep", ANYBODY, (office, on) -> office.drafts().keep("threat/1", Map.of("name", "Op"))));
        all.add(new Intention("DraftDesk.at", ANYBODY, (office, on) -> office.drafts().at("threat/1").isPresent()));
        all.add(new Intention("DraftDesk.mine", ANYBODY, (office, on) -> office.drafts().mine()));
        all.add(new Intention("DraftDesk.discard", ANYBODY, (office, on) -> {
            office.drafts().discard("threat/1");
            return office.drafts().at("threat/1").isEmpty();
        }));
        all.add(new Intention("SettingsDesk.settings", ANYBODY, (office, on) -> office.settings().settings()));
        all.add(new Intention("SettingsDesk.change", ADMINISTRATORS, (office, on) -> office.settings().change(
                Scene.values(Settings.FIELDS), "")));
        all.add(new Intention("HomeDesk.worklist", READERS, (office, on) -> office.home().worklist()));
        all.add(new Intention("JournalDesk.verify", ANYBODY, (office, on) -> office.journal().verify(Watch.nobody())));
        all.add(new Intention("JournalDesk.digest", ANYBODY, (office, on) -> office.journal().digest()));
        all.add(new Intention("JournalDesk.list", ANYBODY, (office, on) -> office.journal().list(1, line -> {})));
        all.add(new Intention("PacketDesk.preview", EnumSet.of(Role.LRO, Role.SUPERVISOR), (office, on) ->
                office.packets().preview(wish(on))));
        all.add(new Intention("PacketDesk.handling", EnumSet.of(Role.LRO, Role.SUPERVISOR), (office, on) ->
                office.packets().handling(wish(on))));
        all.add(new Intention("PacketDesk.write", EnumSet.of(Role.LRO, Role.SUPERVISOR), (office, on) ->
                office.packets().write(wish(on), out(), Watch.nobody())));
        all.add(new Intention("PacketDesk.verify", ANYBODY, (office, on) -> office.packets().verify(on.file())));
        all.add(new Intention("PacketDesk.written", READERS, (office, on) -> office.packets().written()));
        all.add(new Intention("PacketDesk.called", ANYBODY, (office, on) -> office.packets().called("EMSOU", "")));
        all.add(new Intention("PacketDesk.unsent", READERS, (office, on) -> office.packets().unsent()));
        all.add(new Intention("ImportDesk.preview", EnumSet.of(Role.LRO, Role.SUPERVISOR), (office, on) ->
                beyondTheDoor(office.imports().preview(on.file().resolveSibling("none.gpg")))));
        all.add(new Intention("ImportDesk.look", EnumSet.of(Role.LRO, Role.SUPERVISOR), (office, on) ->
                office.imports().look(on.file().resolveSibling("none.gpg"))));
        all.add(new Intention("ImportDesk.accept", EnumSet.of(Role.LRO, Role.SUPERVISOR), (office, on) ->
                beyondTheDoor(office.imports().accept(on.file().resolveSibling("none.gpg")))));
        all.add(new Intention("ImportDesk.find", READERS, (office, on) -> beyondTheDoor(office.imports().find(Path.of("4711"), ""))));
        all.add(new Intention("ImportDesk.undo", EnumSet.of(Role.LRO, Role.SUPERVISOR), (office, on) ->
                beyondTheDoor(office.imports().undo(Id.named("received", "none"), "Why"))));
        all.add(new Intention("ImportDesk.received", READERS, (office, on) -> office.imports().received()));
        all.add(new Intention("OutboxDesk.waiting", READERS, (office, on) -> office.outbox().waiting("EMSOU")));
        all.add(new Intention("OutboxDesk.look", READERS, (office, on) -> office.outbox().look()));
        all.add(new Intention("OutboxDesk.confirm", EnumSet.of(Role.LRO, Role.SUPERVISOR), (office, on) ->
                beyondTheDoor(office.outbox().confirm(on.file().resolveSibling("none.gpg")))));
        all.add(new Intention("CorrectionDesk.list", READERS, (office, on) -> office.corrections().list()));
        all.add(new Intention("CorrectionDesk.due", READERS, (office, on) -> office.corrections().due()));
        all.add(new Intention("CorrectionDesk.counts", READERS, (office, on) -> office.corrections().counts()));
        all.add(new Intention("PacketDesk.addressees", ANYBODY, (office, on) -> office.packets().addressees()));
        all.add(new Intention("TrustDesk.certificates", ANYBODY, (office, on) -> office.trust().certificates()));
        all.add(new Intention("TrustDesk.export", ANYBODY, (office, on) -> office.trust().export(out().resolve("keys.asc"))));
        all.add(new Intention("TrustDesk.exportNew", ANYBODY, (office, on) -> office.trust().exportNew(out().resolve("keys" + System.nanoTime() + ".asc"))));
        all.add(new Intention("TrustDesk.all", ANYBODY, (office, on) -> office.trust().all()));
        all.add(new Intention("TrustDesk.trust", ADMINISTRATORS, (office, on) ->
                office.trust().trust("EMSOU", office.trust().certificates())));
        all.add(new Intention("TrustDesk.endTrust", ADMINISTRATORS, (office, on) ->
                permitted(office.trust().endTrust("Kent"))));
        all.add(new Intention("TrustDesk.backUp", ADMINISTRATORS, (office, on) -> office.trust().backUp(out().resolve("backup"))));
        all.add(new Intention("JournalDesk.check", ANYBODY, (office, on) -> office.journal().check().last()));
        all.add(new Intention("TrustDesk.sealRecoveryTo", ADMINISTRATORS, (office, on) ->
                permitted(office.trust().sealRecoveryTo("EMSOU", out().resolve("code.escrow")))));
        all.add(new Intention("TrustDesk.openSealedCode", ADMINISTRATORS, (office, on) ->
                permitted(office.trust().openSealedCode(out().resolve("none.escrow")))));
        all.add(new Intention("TrustDesk.newRecoveryCode", ADMINISTRATORS, (office, on) -> office.trust().newRecoveryCode()));
        return all;
    }

    /// What is refused for another reason than the role was permitted.
    private static Object permitted(Outcome<?> refused) {
        return Scene.isForbidden(refused) ? refused : Boolean.TRUE;
    }

    private static LinkDesk.Decide decide(Subjects on) {
        var event = on.event().record().id();
        return new LinkDesk.Decide(event, on.other().record().id(), event, 0, "One warrant");
    }

    private Path out() {
        var out = folder.resolve("out");
        assertTrue(out.toFile().isDirectory() || out.toFile().mkdirs());
        return out;
    }

    private static PacketDesk.Wish wish(Subjects on) {
        return new PacketDesk.Wish("EMSOU", "To see who may", Set.of(on.threat().record().id()), true, Map.of());
    }

    private static fourfold.core.kernel.Seen<Plan> seenPlan(Office office, Id<Threat> threat) {
        // what nobody could look at is tried with any version at all
        return office.plans().board(threat) instanceof Outcome.Done<fourfold.desk.PlanBoard>(var board) && board.plan() != null
                ? board.plan().seen()
                : new fourfold.core.kernel.Seen<>(Plan.idFor(threat), 1);
    }

    private static fourfold.core.kernel.Seen<Action> action(Office office, Subjects on) {
        return office.plans().action(on.action().record().get(Action.REF)) instanceof Outcome.Done<Kept<Action>>(var kept)
                ? kept.seen()
                : on.action().seen();
    }

    private static fourfold.core.kernel.Seen<Threat> seenThreat(Office office, Kept<Threat> threat) {
        return office.threats().open(threat.record().id()) instanceof Outcome.Done<Kept<Threat>>(var kept)
                ? kept.seen()
                : threat.seen();
    }

    private static String hash(Office office, Id<Threat> threat) {
        return office.plans().board(threat) instanceof Outcome.Done<fourfold.desk.PlanBoard>(var board)
                ? board.commitments().hash()
                : "";
    }

    private static fourfold.core.kernel.Seen<Person> person(Office office, String collar) {
        return office.people().all().stream()
                .filter(kept -> kept.record().is(Person.COLLAR, collar))
                .findFirst()
                .orElseThrow()
                .seen();
    }

    private Subjects subjects(Scene scene, String name) {
        var lro = "LRO 002 (X11008)";
        var threat = scene.threat(name, lro);
        scene.plan(threat);
        var toApprove = scene.threat(name + " approve", lro);
        scene.submitted(toApprove);
        var toReturn = scene.threat(name + " return", lro);
        scene.submitted(toReturn);
        var toSubmit = scene.threat(name + " submit", lro);
        scene.plan(toSubmit);
        return new Subjects(
                threat,
                scene.threat(name + " planless", lro),
                scene.threat(name + " another", lro),
                toApprove.record().id(),
                toReturn.record().id(),
                toSubmit.record().id(),
                scene.event(threat.record().id(), "Moderate me"),
                scene.event(threat.record().id(), "Correct me"),
                scene.action(threat.record().id(), P.PURSUE, "Move me"),
                scene.file("threats.csv", Scene.THREATS + "EMS-7" + name.length() + ",Loaded,Organised crime group,EMSOU,On list,,,,\n"));
    }

    @Test
    void every_intention_of_every_desk_is_open_to_the_roles_of_the_table_and_to_no_other() {
        scene.as(Scene.OTHER_LRO);
        var subjects = new HashMap<Role, Subjects>();
        PEOPLE.keySet().forEach(role -> subjects.put(role, subjects(scene, "For the " + role.label())));
        var wrong = new ArrayList<String>();
        int attempts = table(scene).size() * PEOPLE.size();
        try (var trials = Trials.all(Goal.G_14, "every intention of every desk by every role", attempts)) {
            attemptAll(subjects, wrong);
            trials.passed(attempts - wrong.size());
        }
        assertEquals(List.of(), wrong);
    }

    private void attemptAll(Map<Role, Subjects> subjects, List<String> wrong) {
        PEOPLE.forEach((role, user) -> {
            var office = scene.as(user);
            // first all that is forbidden, so that one look at the journal shows that nothing was written
            long before = entries(office);
            for (var intention : table(scene)) {
                if (intention.may().contains(role)) continue;
                var came = intention.attempt().apply(office, subjects.get(role));
                if (!(came instanceof Outcome<?> outcome && Scene.isForbidden(outcome)))
                    wrong.add(intention.name() + " by the " + role.label() + ": " + came);
            }
            assertEquals(before, entries(office), "what is forbidden writes nothing");
            for (var intention : table(scene)) {
                if (!intention.may().contains(role)) continue;
                var came = intention.attempt().apply(office, subjects.get(role));
                boolean done = !Boolean.FALSE.equals(came) && !(came instanceof Outcome<?> outcome && !outcome.isDone());
                if (!done) wrong.add(intention.name() + " by the " + role.label() + ": " + said(came));
            }
        });
    }

    /// A package that is not there is refused to whoever may import, for that reason and no other.
    private static Object beyondTheDoor(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(Problem.Gone missing) ? Boolean.TRUE : outcome;
    }

    private static Waiting waiting(Subjects on) {
        var threat = on.threat();
        return new Waiting("threat", threat.record().id().value(), "", "", threat.version(), Optional.empty(), List.of(), "EMSOU");
    }

    private static String said(Object came) {
        return came instanceof Outcome.Refused<?>(var problem) ? problem.toString() : "done";
    }

    private static long entries(Office office) {
        return office.journal().verify(Watch.nobody()).orThrow().entries();
    }

    @Test
    void no_intention_of_a_desk_is_missing_from_the_table() {
        var named = new TreeSet<String>();
        table(scene).forEach(intention -> named.add(intention.name()));
        var there = new TreeSet<String>();
        for (var desk : DESKS)
            for (var method : desk.getDeclaredMethods())
                if (Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                    there.add(desk.getSimpleName() + "." + method.getName());
        assertEquals(there, named);
        var offered = new TreeSet<String>();
        Arrays.stream(Office.class.getMethods())
                .map(method -> method.getReturnType().getSimpleName())
                .filter(name -> name.endsWith("Desk"))
                .forEach(offered::add);
        assertEquals(new TreeSet<>(DESKS.stream().map(Class::getSimpleName).toList()), offered);
    }

    @Test
    void a_person_without_any_role_is_not_let_in() {
        TestVaults.add(scene.office, "Z80001", "Leaver", READERS);
        assertFalse(scene.office.people().changeRoles("Z80001", Set.of()).isDone(), "no roles is no change of roles");
        scene.office.people().remove("Z80001").orThrow();
        scene.office.close();
        assertTrue(Scene.isForbidden(Scene.unlock(scene.office.lobby(), "Z80001", false)));
        scene.office = Scene.unlock(scene.office.lobby(), Scene.ADMIN, false).orThrow();
    }

    @Test
    void a_plan_in_any_state_is_decided_about_only_by_a_supervisor_and_only_while_it_waits() {
        var threats = new StringBuilder(Scene.THREATS);
        var plans = new StringBuilder(Scene.PLANS);
        var actions = new StringBuilder(Scene.ACTIONS);
        int number = 0;
        for (var state : PlanState.values())
            for (int wish = 0; wish < 3; wish++)
                for (var role : PEOPLE.keySet()) {
                    var ref = ref(state, wish, role);
                    threats.append(ref).append(",Name,Organised crime group,EMSOU,On list,LRO 009 (X11009),,,\n");
                    plans.append(ref).append(',').append(state.label()).append(",End it,,,,,\n");
                    for (var p : P.values())
                        actions.append("ACT-").append(++number).append(',').append(ref).append(',').append(p.label())
                                .append(",Visit,NPT 01,,Proposed,\n");
                }
        assertEquals(List.of(), scene.load(Map.of(
                "threats", threats.toString(), "plans", plans.toString(), "actions", actions.toString())).rejected());
        PEOPLE.forEach((role, user) -> {
            var office = scene.as(user);
            for (var state : PlanState.values()) {
                boolean waits = state == PlanState.SUBMITTED || state == PlanState.IN_REVIEW;
                Id<Threat> submit = Id.named("threat", ref(state, 0, role));
                Id<Threat> approve = Id.named("threat", ref(state, 1, role));
                Id<Threat> back = Id.named("threat", ref(state, 2, role));
                check(role, Role.LRO, state != PlanState.CLOSED && state != PlanState.APPROVED,
                        office.reviews().submit(new ReviewDesk.Submit(seenPlan(office, submit), "")), state + " submit");
                check(role, Role.SUPERVISOR, waits, office.reviews().approve(new ReviewDesk.Approve(
                        seenPlan(office, approve), hash(office, approve), "")), state + " approve");
                check(role, Role.SUPERVISOR, waits, office.reviews().sendBack(
                        new ReviewDesk.SendBack(seenPlan(office, back), "Why")), state + " send back");
            }
        });
    }

    private static String ref(PlanState state, int wish, Role role) {
        return "EMS-" + (1000 + state.ordinal() * 100 + wish * 10 + role.ordinal());
    }

    private static void check(Role held, Role needed, boolean possible, Outcome<?> came, String what) {
        var sentence = what + " by the " + held.label() + ": " + Scene.refusal(came);
        if (held != needed) assertTrue(Scene.isForbidden(came), sentence);
        else if (possible) assertTrue(came.isDone(), sentence);
        else assertInstanceOf(Problem.NotNow.class, Scene.refusal(came), sentence);
    }

    @Test
    void an_action_is_moved_on_only_by_an_lro_and_only_along_its_life() {
        var actions = new StringBuilder(Scene.ACTIONS);
        for (var from : ActionStatus.values())
            for (var to : ActionStatus.values())
                for (var role : PEOPLE.keySet())
                    actions.append(actionRef(from, to, role)).append(",EMS-1,Pursue,Visit,NPT 01,,").append(from.label())
                            .append(",Words\n");
        assertEquals(List.of(), scene.load(new LinkedHashMap<>(Map.of(
                "threats", Scene.THREATS + "EMS-1,Name,Organised crime group,EMSOU,On list,,,,\n",
                "actions", actions.toString()))).rejected());
        PEOPLE.forEach((role, user) -> {
            var office = scene.as(user);
            for (var from : ActionStatus.values())
                for (var to : ActionStatus.values()) {
                    var ref = actionRef(from, to, role);
                    var seen = office.plans().action(ref) instanceof Outcome.Done<Kept<Action>>(var kept)
                            ? kept.seen()
                            : new fourfold.core.kernel.Seen<Action>(Id.named("action", ref), 1);
                    check(role, Role.LRO, ActionRules.next(from).contains(to),
                            office.plans().move(new PlanDesk.Move(seen, to, "Words")), from + " to " + to);
                }
        });
    }

    private static String actionRef(ActionStatus from, ActionStatus to, Role role) {
        return "ACT-" + (1000 + from.ordinal() * 100 + to.ordinal() * 10 + role.ordinal());
    }

    @Test
    void an_event_in_any_state_is_moderated_only_by_a_supervisor_and_only_once() {
        scene.load(Map.of("threats", Scene.THREATS + "EMS-1,Name,Organised crime group,EMSOU,On list,,,,\n"));
        Id<Threat> threat = Id.named("threat", "EMS-1");
        scene.as(Scene.OTHER_LRO);
        var events = new HashMap<String, Kept<Disruption>>();
        for (var state : EventModeration.values())
            for (var decision : Moderating.values())
                for (var role : PEOPLE.keySet())
                    if (state != EventModeration.OUTSIDE)
                        events.put(state + "/" + decision + "/" + role, scene.event(threat, "Stopped"));
        var rows = new StringBuilder(Scene.DISRUPTIONS);
        for (var decision : Moderating.values())
            for (var role : PEOPLE.keySet())
                rows.append("EMS-D-").append(outside(decision, role))
                        .append(",EMS-1,Lead Disruption,EMSOU,2022-05-01,2022-05-02,Prevent,Minor,,Stopped\n");
        assertEquals(List.of(), scene.load(Map.of("disruptions", rows.toString())).rejected());
        var supervisor = scene.as(Scene.BOTH);
        events.replaceAll((key, event) -> {
            var state = EventModeration.valueOf(key.substring(0, key.indexOf('/')));
            return switch (state) {
                case AGREED -> moderate(supervisor, event, Moderating.AGREE).orThrow();
                case REGRADED -> moderate(supervisor, event, Moderating.REGRADE).orThrow();
                case RETURNED -> moderate(supervisor, event, Moderating.RETURN).orThrow();
                case AWAITING, OUTSIDE -> event;
            };
        });
        PEOPLE.forEach((role, user) -> {
            var office = scene.as(user);
            for (var state : EventModeration.values())
                for (var decision : Moderating.values()) {
                    var event = state == EventModeration.OUTSIDE
                            ? office.disruptions().open("EMS-D-" + outside(decision, role)) instanceof Outcome.Done<Kept<Disruption>>(var kept)
                                    ? kept
                                    : events.values().iterator().next()
                            : events.get(state + "/" + decision + "/" + role);
                    boolean open = state != EventModeration.AGREED && state != EventModeration.REGRADED;
                    check(role, Role.SUPERVISOR, open, moderate(office, event, decision), state + " " + decision);
                }
        });
    }

    private static int outside(Moderating decision, Role role) {
        return 100 + decision.ordinal() * 10 + role.ordinal();
    }

    private static Outcome<Kept<Disruption>> moderate(Office office, Kept<Disruption> event, Moderating decision) {
        return office.disruptions().moderate(new DisruptionDesk.Moderate(
                event.seen(), decision, decision == Moderating.REGRADE ? Category.MODERATE : null, "Seen"));
    }
}
