package fourfold.ui.threat;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Outcome;
import fourfold.core.plan.Plan;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatKind;
import fourfold.desk.PlanDesk;
import fourfold.desk.ThreatDesk;
import fourfold.ui.kit.SideSheet;
import fourfold.ui.parts.ChangeViewModel;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Proposing;
import fourfold.ui.parts.RecordInputs;
import fourfold.ui.place.Place;
import java.util.List;
import java.util.function.BiFunction;

/// Opens the sheets in which a threat is made, changed, typed anew, given an LRO and closed.
final class ThreatSheets {

    /// The fields of the form for a new threat: what a record cannot be without, and what is known on the first day.
    static final List<Field<Threat, ?>> FIRST = List.of(
            Threat.NAME,
            Threat.KIND,
            Threat.PRIMARY_AREA,
            Threat.AGENCY,
            Threat.AREA,
            Threat.MASTER_LIST,
            Threat.MASTER_LIST_REASON,
            Threat.NATIONAL_REF,
            Threat.LRO,
            Threat.LRO_REASON,
            Threat.SIO,
            Threat.SIO_IS_LRO_REASON,
            Threat.IDENTIFIED,
            Threat.INTENT,
            Threat.CAPABILITY,
            Threat.MARKING);

    /// The fields of the form for a change. The kind, the LRO and the closing have sheets of their own.
    static final List<Field<Threat, ?>> ALL = List.of(
            Threat.NAME,
            Threat.NATIONAL_REF,
            Threat.AGENCY,
            Threat.AREA,
            Threat.PRIMARY_AREA,
            Threat.OTHER_AREAS,
            Threat.TAGS,
            Threat.TYPE,
            Threat.SOC,
            Threat.PHASE,
            Threat.MASTER_LIST,
            Threat.MASTER_LIST_REASON,
            Threat.TIER,
            Threat.TIER_SOURCE,
            Threat.TIER_DATE,
            Threat.MODERATION,
            Threat.SCORE,
            Threat.SCORE_REF,
            Threat.SCORE_MODERATED_BY,
            Threat.LAST_ASSESSED,
            Threat.NEXT_ASSESSMENT,
            Threat.INTENT,
            Threat.CAPABILITY,
            Threat.SCOPE,
            Threat.SIZE,
            Threat.DEPUTY,
            Threat.SIO,
            Threat.SIO_IS_LRO_REASON,
            Threat.SRO,
            Threat.LEAD_AGENCY,
            Threat.SUPPORTING,
            Threat.PRIORITY,
            Threat.IDENTIFIED,
            Threat.MAPPED,
            Threat.MARKING,
            Threat.HANDLING);

    private static final List<Field<Threat, ?>> CLOSING = List.of(
            Threat.PHASE,
            Threat.CLOSURE_REASON,
            Threat.CLOSURE_EVIDENCE,
            Threat.LAST_ASSESSED,
            Threat.INTELLIGENCE_HANDED_OVER,
            Threat.ORDERS_TO_MONITOR,
            Threat.RETENTION,
            Threat.CLOSED);

    private ThreatSheets() {}

    /// What is made with the sheet's view-model.
    private interface Content<K extends Entity<K>> extends BiFunction<Desktop, ChangeViewModel<K>, SideSheet> {}

    static void create(Desktop desktop) {
        desktop.sheets().open("threat/new", () -> {
            var purpose = new ChangeViewModel.Purpose<Threat>(
                    "threat/new",
                    "Create threat",
                    ThreatDesk.CLOSED_FIELDS,
                    wish -> desktop.office().threats().create(new ThreatDesk.Create(wish.values(), wish.reason())),
                    Outcome::done,
                    made -> {
                        desktop.tools().status().say("Created " + made.record().get(Threat.REF) + ".");
                        desktop.go().go(new Place.ThreatFile(made.record().id().value(), Place.Tab.OVERVIEW));
                    });
            var inputs = inputs(desktop, FIRST);
            inputs.choice(Threat.KIND).required();
            inputs.text(Threat.NAME).required();
            inputs.choice(Threat.PRIMARY_AREA).required();
            return ThreatForms.create(desktop, new ChangeViewModel<>(desktop, purpose, inputs, null));
        });
    }

    /// @param at the name of the field to begin at, or empty
    static void edit(Desktop desktop, Kept<Threat> kept, String at) {
        open(desktop, kept, "edit", "Save changes", "Saved", ALL, ThreatDesk::edit, (desk, model) -> ThreatForms.edit(desk, model, at));
    }

    static void retype(Desktop desktop, Kept<Threat> kept) {
        open(
                desktop,
                kept,
                "kind",
                "Type anew",
                "Typed anew",
                List.of(Threat.KIND, Threat.KIND_SINCE),
                ThreatDesk::retype,
                (desk, model) -> ThreatForms.retype(desk, model, kept.record().find(Threat.KIND).map(ThreatKind::label).orElse("no kind")));
    }

    static void appoint(Desktop desktop, Kept<Threat> kept) {
        open(
                desktop,
                kept,
                "lro",
                "Appoint",
                "LRO appointed",
                List.of(Threat.LRO, Threat.SIO_IS_LRO_REASON),
                ThreatDesk::appoint,
                (desk, model) -> ThreatForms.appoint(desk, model, kept.record()));
    }

    static void close(Desktop desktop, Kept<Threat> kept) {
        open(desktop, kept, "close", "Close threat", "Closed", CLOSING, ThreatDesk::close, ThreatForms::close);
    }

    private static void open(
            Desktop desktop,
            Kept<Threat> kept,
            String what,
            String save,
            String said,
            List<Field<Threat, ?>> fields,
            BiFunction<ThreatDesk, ThreatDesk.Edit, Outcome<Kept<Threat>>> deed,
            Content<Threat> content) {
        var ref = kept.record().get(Threat.REF);
        var place = "threat/" + kept.record().id() + "/" + what;
        desktop.sheets().open(place, () -> {
            var purpose = new ChangeViewModel.Purpose<Threat>(
                    place,
                    save,
                    ThreatDesk.CLOSED_FIELDS,
                    wish -> deed.apply(
                            desktop.office().threats(),
                            new ThreatDesk.Edit(wish.seen(), wish.values(), wish.reason())),
                    before -> desktop.office().threats().open(before.record().id()),
                    now -> Proposing.say(desktop, now, said + " " + ref + "."));
            return content.apply(
                    desktop, new ChangeViewModel<>(desktop, purpose, inputs(desktop, fields), kept));
        });
    }

    /// Who of the plan's people is named on the plan itself.
    static void planPeople(Desktop desktop, Kept<Plan> kept) {
        var place = "plan/" + kept.record().id() + "/people";
        desktop.sheets().open(place, () -> {
            var purpose = new ChangeViewModel.Purpose<Plan>(
                    place,
                    "Save changes",
                    PlanDesk.CLOSED_PLAN_FIELDS,
                    wish -> desktop.office().plans().edit(new PlanDesk.Edit(wish.seen(), wish.values(), wish.reason())),
                    before -> desktop.office().plans().plan(before.record().get(Plan.REF)),
                    now -> Proposing.say(desktop, now, "Saved the people of the plan."));
            var inputs = new RecordInputs<>(
                    Plan.FIELDS,
                    desktop.office().reference(),
                    desktop.office().session()::today,
                    List.of(Plan.INTELLIGENCE_OFFICER, Plan.FINANCIAL_INVESTIGATOR, Plan.SAFEGUARDING_OFFICER));
            return ThreatForms.planPeople(desktop, new ChangeViewModel<>(desktop, purpose, inputs, kept));
        });
    }

    private static RecordInputs<Threat> inputs(Desktop desktop, List<Field<Threat, ?>> fields) {
        return new RecordInputs<>(
                Threat.FIELDS, desktop.office().reference(), desktop.office().session()::today, fields);
    }
}
