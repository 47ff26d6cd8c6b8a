package fourfold.ui.threat;

import fourfold.core.kernel.Field;
import fourfold.core.plan.Plan;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.desk.ThreatFile;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Dates;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Scrolled;
import fourfold.ui.parts.PersonLabel;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Who has which part in a threat, since when, why, and who said so.
final class PeoplePane {

    private PeoplePane() {}

    static Node of(ThreatFileViewModel model, ThreatFile file) {
        var threat = file.threat().record();
        var box = new VBox(
                person("LRO", threat.get(Threat.LRO), appointed(threat)),
                Buttons.row(List.of(model.appoint)),
                person("Deputy LRO", threat.get(Threat.DEPUTY), ""),
                person("SIO", threat.get(Threat.SIO), ThreatFileView.sioIsLro(threat)),
                person("SRO", threat.get(Threat.SRO), ""),
                Buttons.row(List.of(model.edit)),
                plan(model, file));
        box.getStyleClass().addAll("paper", "people");
        return Scrolled.down(box);
    }

    private static String appointed(Threat threat) {
        if (threat.lacks(Threat.LRO)) return "Appoint somebody: without an LRO nobody makes the plan.";
        var words = new StringBuilder();
        threat.find(Threat.LRO_SINCE).ifPresent(day -> words.append("Since ").append(Dates.day(day)));
        if (!threat.lacks(Threat.LRO_APPOINTED_BY)) {
            words.append(words.isEmpty() ? "Appointed by " : ", appointed by ").append(threat.get(Threat.LRO_APPOINTED_BY));
        }
        if (!words.isEmpty()) words.append(". ");
        return words.append(threat.lacks(Threat.LRO_REASON)
                        ? "Nobody wrote down why."
                        : "Why: " + threat.get(Threat.LRO_REASON)).toString();
    }

    private static Node plan(ThreatFileViewModel model, ThreatFile file) {
        var box = new VBox(Nodes.heading("Named on the plan"));
        box.getStyleClass().add("people-plan");
        if (file.plan().isEmpty()) {
            box.getChildren().add(Nodes.prose("There is no plan yet. Begin one in the Plan part.", "muted"));
            return box;
        }
        file.plan().map(Kept::record).ifPresent(plan -> {
            for (Field<Plan, String> field :
                    List.of(Plan.INTELLIGENCE_OFFICER, Plan.FINANCIAL_INVESTIGATOR, Plan.SAFEGUARDING_OFFICER)) {
                box.getChildren().add(person(field.label(), plan.get(field), ""));
            }
        });
        box.getChildren().add(Buttons.row(List.of(model.planPeople)));
        return box;
    }

    private static Node person(String part, String label, String more) {
        var box = new VBox(Nodes.label(part, "field-label"), new PersonLabel(label, ""));
        if (!more.isEmpty()) box.getChildren().add(Nodes.prose(more, "muted"));
        box.getStyleClass().addAll("tight-column", "person-line");
        return box;
    }
}
