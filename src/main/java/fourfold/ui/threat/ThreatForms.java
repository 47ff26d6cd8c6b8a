package fourfold.ui.threat;

import fourfold.core.kernel.Choice;
import fourfold.core.kernel.Field;
import fourfold.core.plan.Plan;
import fourfold.core.reference.Reference;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatKind;
import fourfold.ui.kit.Dates;
import fourfold.ui.kit.Form;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.SideSheet;
import fourfold.ui.parts.ChangeSheet;
import fourfold.ui.parts.ChangeViewModel;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.RecordInputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;

/// What stands in the sheets about a threat.
final class ThreatForms {

    private ThreatForms() {}

    static SideSheet create(Desktop desktop, ChangeViewModel<Threat> model) {
        var in = model.inputs();
        var words = new Suggestions(desktop);
        return ChangeSheet.of(
                "New threat",
                model,
                Form.of(
                        in.row(Threat.NAME),
                        kinds(in, desktop.office().reference()),
                        in.row(Threat.PRIMARY_AREA),
                        Form.beside(in.row(Threat.AGENCY, words.agencies), in.row(Threat.AREA, words.areas)),
                        Form.group("Master list"),
                        Form.beside(in.row(Threat.MASTER_LIST), in.row(Threat.NATIONAL_REF)),
                        in.row(Threat.MASTER_LIST_REASON),
                        Form.group("People"),
                        in.row(Threat.LRO, words.parties),
                        in.row(Threat.LRO_REASON),
                        in.row(Threat.SIO, words.parties),
                        in.row(Threat.SIO_IS_LRO_REASON),
                        Form.group("What is known"),
                        in.row(Threat.INTENT),
                        in.row(Threat.CAPABILITY),
                        Form.beside(in.row(Threat.IDENTIFIED), in.row(Threat.MARKING))));
    }

    /// @param at the name of the field to begin at, or empty
    static SideSheet edit(Desktop desktop, ChangeViewModel<Threat> model, String at) {
        var in = model.inputs();
        var words = new Suggestions(desktop);
        var sheet = ChangeSheet.of(
                "Edit threat",
                model,
                Form.of(
                        Form.group("Identity"),
                        in.row(Threat.NAME),
                        Form.beside(in.row(Threat.NATIONAL_REF), in.row(Threat.PHASE, words.phases)),
                        Form.beside(in.row(Threat.AGENCY, words.agencies), in.row(Threat.AREA, words.areas)),
                        in.row(Threat.PRIMARY_AREA),
                        in.row(Threat.OTHER_AREAS),
                        in.row(Threat.TAGS, words.tags),
                        Form.beside(in.row(Threat.TYPE), in.row(Threat.SOC)),
                        Form.group("Master list"),
                        in.row(Threat.MASTER_LIST),
                        in.row(Threat.MASTER_LIST_REASON),
                        Form.group("National result, as given"),
                        Form.beside(in.row(Threat.TIER), in.row(Threat.TIER_DATE)),
                        in.row(Threat.TIER_SOURCE),
                        Form.beside(in.row(Threat.SCORE), in.row(Threat.SCORE_REF)),
                        Form.beside(in.row(Threat.MODERATION), in.row(Threat.SCORE_MODERATED_BY, words.parties)),
                        Form.beside(in.row(Threat.LAST_ASSESSED), in.row(Threat.NEXT_ASSESSMENT)),
                        Form.group("What is known"),
                        in.row(Threat.INTENT),
                        in.row(Threat.CAPABILITY),
                        Form.beside(in.row(Threat.SCOPE), in.row(Threat.SIZE)),
                        Form.group("People"),
                        in.row(Threat.DEPUTY, words.parties),
                        in.row(Threat.SIO, words.parties),
                        in.row(Threat.SIO_IS_LRO_REASON),
                        in.row(Threat.SRO, words.parties),
                        Form.group("Agencies and priority"),
                        in.row(Threat.LEAD_AGENCY, words.agencies),
                        in.row(Threat.SUPPORTING, words.agencies),
                        in.row(Threat.PRIORITY),
                        Form.group("Dates, marking and handling"),
                        Form.beside(in.row(Threat.IDENTIFIED), in.row(Threat.MAPPED)),
                        in.row(Threat.MARKING),
                        in.row(Threat.HANDLING),
                        Form.group("Why"),
                        Form.area(model.reason, 2)));
        if (!at.isEmpty()) model.attend(at);
        return sheet;
    }

    static SideSheet retype(Desktop desktop, ChangeViewModel<Threat> model, String now) {
        var in = model.inputs();
        var reference = desktop.office().reference();
        in.day(Threat.KIND_SINCE).starting(null);
        return ChangeSheet.of(
                "Type anew",
                model,
                Form.of(
                        Nodes.prose("This threat is typed as " + now + ". " + reference.help().getOrDefault("threat.kindReason", ""), "muted"),
                        ocgTest(reference),
                        kinds(in, reference),
                        in.row(Threat.KIND_SINCE),
                        Form.area(model.reason)));
    }

    /// The four questions of the test for an organised crime group. They help to choose, and decide nothing.
    private static Node ocgTest(Reference reference) {
        var checks = new ArrayList<CheckBox>();
        for (var part : List.of("people", "intent", "capability", "continuing")) {
            var check = new CheckBox(reference.helpOn("ocg.test." + part));
            check.setWrapText(true);
            checks.add(check);
        }
        var box = Nodes.column(Nodes.prose(reference.helpOn("ocg.test")));
        box.getStyleClass().setAll("tight-column", "ocg-test");
        box.getChildren().addAll(checks);
        var sum = Bindings.createStringBinding(
                () -> {
                    long yes = checks.stream().filter(CheckBox::isSelected).count();
                    return yes == 4
                            ? "Four times yes: this suggests an organised crime group."
                            : yes + " of 4 say yes.";
                },
                checks.stream().map(CheckBox::selectedProperty).toArray(javafx.beans.Observable[]::new));
        var words = Nodes.prose("", "ocg-sum");
        words.textProperty().bind(sum);
        box.getChildren().addAll(words, Nodes.prose(reference.helpOn("ocg.test.countyLine"), "muted", "small"));
        return box;
    }

    private static Node kinds(RecordInputs<Threat> in, Reference reference) {
        List<Choice> kinds = new ArrayList<>(Arrays.asList(ThreatKind.values()));
        return Form.options(
                in.choice(Threat.KIND), kinds, Choice::label,
                kind -> reference.help(Threat.FIELDS, Threat.KIND, kind).orElse(""));
    }

    static SideSheet appoint(Desktop desktop, ChangeViewModel<Threat> model, Threat threat) {
        var in = model.inputs();
        in.text(Threat.LRO).starting("");
        var now = threat.lacks(Threat.LRO) ? "This threat has no LRO yet." : "The LRO is " + threat.get(Threat.LRO)
                + threat.find(Threat.LRO_SINCE).map(day -> " since " + Dates.day(day)).orElse("") + ".";
        return ChangeSheet.of(
                "Appoint LRO",
                model,
                Form.of(
                        Nodes.prose(now, "muted"),
                        in.row(Threat.LRO, new Suggestions(desktop).parties),
                        Form.area(model.reason),
                        in.row(Threat.SIO_IS_LRO_REASON)));
    }

    static SideSheet close(Desktop desktop, ChangeViewModel<Threat> model) {
        var in = model.inputs();
        in.text(Threat.PHASE).starting("");
        List<Field<Threat, ?>> needed = List.of(
                Threat.PHASE,
                Threat.CLOSURE_REASON,
                Threat.CLOSURE_EVIDENCE,
                Threat.LAST_ASSESSED,
                Threat.INTELLIGENCE_HANDED_OVER,
                Threat.ORDERS_TO_MONITOR,
                Threat.RETENTION);
        return ChangeSheet.of(
                "Close threat",
                model,
                Form.of(
                        Nodes.prose(desktop.office().reference().helpOn("closing"), "muted"),
                        checklist(in, needed),
                        Form.choice(in.text(Threat.PHASE), new Suggestions(desktop).closurePhases, phase -> phase),
                        in.row(Threat.CLOSURE_REASON),
                        in.row(Threat.CLOSURE_EVIDENCE),
                        Form.beside(in.row(Threat.LAST_ASSESSED), in.row(Threat.CLOSED)),
                        in.row(Threat.INTELLIGENCE_HANDED_OVER),
                        in.row(Threat.ORDERS_TO_MONITOR),
                        in.row(Threat.RETENTION)));
    }

    /// What closing asks for, each with a tick once it is there.
    private static Node checklist(RecordInputs<Threat> in, List<Field<Threat, ?>> needed) {
        var box = Nodes.flow();
        box.getStyleClass().add("checklist");
        for (var field : needed) {
            var mark = Nodes.label("", "checklist-line");
            var there = in.filled(field);
            mark.textProperty().bind(there.map(yes -> (yes ? "✓ " : "○ ") + field.label()));
            mark.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            there.subscribe(yes -> Nodes.state(mark, "done", yes));
            box.getChildren().add(mark);
        }
        return box;
    }

    static SideSheet planPeople(Desktop desktop, ChangeViewModel<Plan> model) {
        var in = model.inputs();
        var words = new Suggestions(desktop);
        return ChangeSheet.of(
                "People of the plan",
                model,
                Form.of(
                        in.row(Plan.INTELLIGENCE_OFFICER, words.parties),
                        in.row(Plan.FINANCIAL_INVESTIGATOR, words.parties),
                        in.row(Plan.SAFEGUARDING_OFFICER, words.parties)));
    }
}
