package fourfold.ui.threat;

import fourfold.core.kernel.Field;
import fourfold.core.threat.Threat;
import fourfold.desk.ThreatFile;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Dates;
import fourfold.ui.kit.Facts;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Scrolled;
import fourfold.ui.kit.Sides;
import fourfold.ui.parts.PStrip;
import fourfold.ui.parts.Silence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The overview of a threat, which reads like one page of paper.
final class OverviewPane {

    private static final int STEPS = 8;

    private final ThreatFileViewModel model;
    private final ThreatFile file;
    private final Threat threat;

    private OverviewPane(ThreatFileViewModel model, ThreatFile file) {
        this.model = model;
        this.file = file;
        threat = file.threat().record();
    }

    static Node of(ThreatFileViewModel model, ThreatFile file) {
        return new OverviewPane(model, file).page();
    }

    private Node page() {
        var left = new VBox();
        left.getStyleClass().addAll("paper");
        if (!file.gaps().isEmpty()) left.getChildren().add(missing());
        left.getChildren().addAll(
                narrative(),
                section("Identity", facts(
                        Threat.NATIONAL_REF,
                        Threat.KIND_SINCE,
                        Threat.KIND_REASON,
                        Threat.PRIMARY_AREA,
                        Threat.OTHER_AREAS,
                        Threat.TAGS,
                        Threat.TYPE,
                        Threat.SOC)),
                section("Agencies", origin(facts(
                        Threat.AGENCY, Threat.AREA, Threat.LEAD_AGENCY, Threat.SUPPORTING, Threat.PRIORITY))));
        if (threat.isClosed()) left.getChildren().add(section("How it was closed", facts(
                Threat.CLOSED,
                Threat.CLOSURE_REASON,
                Threat.CLOSURE_EVIDENCE,
                Threat.INTELLIGENCE_HANDED_OVER,
                Threat.ORDERS_TO_MONITOR,
                Threat.RETENTION)));
        var right = new VBox(
                section("At a glance", glance()),
                ReadingPane.steps(file.nextSteps(), model.today(), STEPS),
                ReadingPane.events(file.events(), file.eventCount(), STEPS / 2),
                section("National result", nationalResult()),
                section("Dates", facts(
                        Threat.IDENTIFIED, Threat.MAPPED, Threat.PHASE_SINCE)),
                section("Master list", facts(Threat.MASTER_LIST, Threat.MASTER_LIST_REASON)),
                section("Marking", facts(Threat.MARKING, Threat.HANDLING)));
        right.getStyleClass().addAll("paper");
        return Scrolled.down(new Sides(left, right));
    }

    private Node missing() {
        var box = new VBox(Nodes.heading("Missing"));
        box.getStyleClass().addAll("tight-column", "gap-list");
        for (var gap : file.gaps()) {
            var link = Buttons.link(Command.of("threat.gap." + gap.field(), gap.sentence() + " Fill it in", () ->
                    model.mend(gap.field())));
            link.setWrapText(true);
            box.getChildren().add(link);
        }
        return box;
    }

    private Node narrative() {
        var box = section("What is known", new VBox());
        if (threat.lacks(Threat.INTENT) && threat.lacks(Threat.CAPABILITY)) {
            box.getChildren().add(Nodes.prose("Nobody has written yet what the threat intends and is able to do. Press F2 to write it.", "muted"));
        }
        for (var field : List.of(Threat.INTENT, Threat.CAPABILITY)) {
            if (!threat.lacks(field)) {
                box.getChildren().addAll(Nodes.label(field.label(), "muted"), Nodes.prose(threat.get(field)));
            }
        }
        box.getChildren().add(facts(Threat.SCOPE, Threat.SIZE));
        return box;
    }

    private Node glance() {
        var line = file.line();
        var box = new VBox(
                Nodes.prose(Silence.words(line.lastActivity().orElse(null), model.today()) + "."),
                Nodes.prose("Plan: " + file.planStanding() + "."),
                new PStrip(line.actions(), line.events()));
        var sio = ThreatFileView.sioIsLro(threat);
        if (!sio.isEmpty()) box.getChildren().add(Nodes.prose(sio));
        box.getStyleClass().add("tight-column");
        return box;
    }

    /// Where the threat and its plan came from, after what is stated of agencies.
    private Node origin(Node facts) {
        var box = new VBox(facts, Nodes.prose(file.provenance().words() + ".", "muted"));
        file.planProvenance()
                .ifPresent(plan -> box.getChildren().add(Nodes.prose("Its plan: " + lower(plan.words()) + ".", "muted")));
        box.getStyleClass().add("tight-column");
        return box;
    }

    private static String lower(String words) {
        return words.substring(0, 1).toLowerCase(java.util.Locale.UK) + words.substring(1);
    }

    private Node nationalResult() {
        var box = new VBox(
                Nodes.prose("As given, never calculated here.", "muted", "small"),
                facts(
                        Threat.TIER,
                        Threat.TIER_SOURCE,
                        Threat.TIER_DATE,
                        Threat.SCORE,
                        Threat.SCORE_REF,
                        Threat.MODERATION,
                        Threat.SCORE_MODERATED_BY,
                        Threat.LAST_ASSESSED,
                        Threat.NEXT_ASSESSMENT));
        box.getStyleClass().add("tight-column");
        return box;
    }

    /// The facts that are known. What is not known is named in one quiet line, so that the page holds what there is.
    @SafeVarargs
    private Node facts(Field<Threat, ?>... fields) {
        var known = new Facts();
        var unknown = new ArrayList<String>();
        for (var field : fields) {
            if (threat.lacks(field)) unknown.add(field.label().toLowerCase(java.util.Locale.UK).replace("morile", "MoRiLE"));
            else known.add(field.label(), shown(field));
        }
        var box = new VBox();
        box.getStyleClass().add("tight-column");
        if (unknown.size() < fields.length) box.getChildren().add(known);
        if (!unknown.isEmpty()) {
            box.getChildren().add(Nodes.prose("Not known: " + String.join(", ", unknown) + ".", "muted", "small"));
        }
        return box;
    }

    private <V> String shown(Field<Threat, V> field) {
        return threat.find(field)
                .map(value -> value instanceof LocalDate day
                        ? Dates.day(day)
                        : threat.print(field).replace(";", ", "))
                .orElse("");
    }

    private static VBox section(String heading, Node content) {
        var box = new VBox(Nodes.heading(heading), content);
        box.getStyleClass().add("paper-section");
        return box;
    }
}
