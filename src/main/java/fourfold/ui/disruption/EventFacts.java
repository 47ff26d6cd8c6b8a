package fourfold.ui.disruption;

import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Field;
import fourfold.core.plan.Action;
import fourfold.desk.EventFamily;
import fourfold.desk.EventFile;
import fourfold.desk.EventLine;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Facts;
import fourfold.ui.kit.Nodes;
import fourfold.ui.parts.PMark;
import fourfold.ui.parts.UnsettledMarks;
import fourfold.ui.place.Navigator;
import fourfold.ui.place.Place;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// An event to read: what happened first, then whether it counts, then everything else that was stated.
final class EventFacts {

    private EventFacts() {}

    static Node of(EventFile file, Navigator go) {
        var event = file.event();
        var box = new VBox(
                marks(file, go), Nodes.prose(event.get(Disruption.SUMMARY), "event-summary"), new VerdictLine(file.line().verdict()));
        box.getStyleClass().add("event-facts");
        box.getChildren().add(facts(file, go));
        return box;
    }

    private static Node marks(EventFile file, Navigator go) {
        var event = file.event();
        var marks = Nodes.flow(Nodes.label(event.get(Disruption.REF), "heading"));
        event.find(Disruption.FOUR_P)
                .ifPresent(p -> marks.getChildren().addAll(new PMark(p), Nodes.label(p.label())));
        event.find(Disruption.CATEGORY)
                .ifPresent(category -> marks.getChildren().add(EventWording.category(category)));
        event.find(Disruption.MODERATION)
                .ifPresent(state -> marks.getChildren().add(EventWording.moderation(state)));
        marks.getChildren().addAll(UnsettledMarks.of(go, "event", event.id().value(), List.of(file.kept().state())));
        return marks;
    }

    private static Node facts(EventFile file, Navigator go) {
        var event = file.event();
        var facts = new Facts();
        facts.add("Threat", threat(file.line(), go));
        facts.add("Happened", EventWording.day(event, Disruption.EVENT_DATE));
        facts.add("Recorded", recorded(event));
        facts.add("Lead agency", lead(event));
        stated(facts, "Supporting", EventWording.listed(event, Disruption.SUPPORTING));
        stated(facts, event, Disruption.LEAD_UNIT);
        stated(facts, "Also served", EventWording.listed(event, Disruption.OTHER_PS));
        facts.add("Why this category", event.get(Disruption.CATEGORY_REASON));
        stated(facts, "What changed", event.get(Disruption.CHANGE));
        stated(facts, "Effect", event.print(Disruption.EFFECT));
        stated(facts, "Effect lasts", event.print(Disruption.DURATION));
        stated(facts, "Tactics", EventWording.listed(event, Disruption.TACTICS));
        stated(facts, "Quantities", EventWording.quantities(event));
        facts.add("Evidence", event.get(Disruption.EVIDENCE));
        file.linked().ifPresent(family -> linked(facts, family, event, go));
        facts.add("Where from", file.provenance().words());
        file.action().ifPresent(action -> facts.add("Came of the action", action(action, go)));
        stated(facts, event, Disruption.MARKING);
        return facts;
    }

    private static void linked(Facts facts, EventFamily family, Disruption event, Navigator go) {
        if (!family.agreed()) facts.add("Links", "The links of this event do not agree on who led it.");
        if (!family.isLead(event.id())) facts.add("Support of", member(family.lead(), event, go));
        for (var support : family.supports())
            if (!support.event().equals(event.id()))
                facts.add(family.isLead(event.id()) ? "Supported by" : "Also supported by", member(support, event, go));
    }

    private static Node member(EventFamily.Member member, Disruption event, Navigator go) {
        if (member.ref().isEmpty()) return Nodes.prose(member.words(), "muted");
        return Nodes.flow(
                Buttons.link(Command.of(
                        "event.linked", member.words(), () -> go.go(new Place.DisruptionFile(member.event().value())))),
                Buttons.link(Command.of("event.compare", "Compare", () -> go.go(new Place.SameEvents(
                        Optional.of(event.id().value()), Optional.of(member.event().value()))))));
    }

    private static String recorded(Disruption event) {
        var day = EventWording.day(event, Disruption.RECORD_DATE);
        return event.lacks(Disruption.RECORDED_BY) ? day : day + " by " + event.get(Disruption.RECORDED_BY);
    }

    private static String lead(Disruption event) {
        var part = EventWording.part(event);
        return event.get(Disruption.LEAD_AGENCY) + (part.isEmpty() ? "" : " · " + part.toLowerCase(java.util.Locale.UK) + " event");
    }

    private static Node threat(EventLine line, Navigator go) {
        var id = line.event().find(Disruption.THREAT);
        if (id.isEmpty() || line.threatWords().isEmpty()) return Nodes.prose("not known here", "muted");
        return Buttons.link(Command.of(
                "event.threat",
                line.threatWords(),
                () -> go.go(new Place.ThreatFile(id.get().value(), Place.Tab.DISRUPTIONS))));
    }

    private static Node action(Action action, Navigator go) {
        var words = (action.get(Action.REF) + " " + action.get(Action.TITLE)).strip();
        return action.find(Action.THREAT)
                .<Node>map(threat -> Buttons.link(Command.of(
                        "event.action", words, () -> go.go(new Place.ThreatFile(threat.value(), Place.Tab.PLAN)))))
                .orElseGet(() -> Nodes.prose(words));
    }

    private static void stated(Facts facts, Disruption event, Field<Disruption, ?> field) {
        stated(facts, field.label(), event.print(field));
    }

    private static void stated(Facts facts, String label, String value) {
        if (!value.isBlank()) facts.add(label, value);
    }
}
