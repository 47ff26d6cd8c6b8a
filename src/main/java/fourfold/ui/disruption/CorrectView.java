package fourfold.ui.disruption;

import fourfold.core.disruption.DisruptionType;
import fourfold.core.reference.Reference;
import fourfold.ui.kit.Form;
import fourfold.ui.kit.SideSheet;
import java.util.List;

/// The sheet in which an event is corrected.
final class CorrectView {

    private CorrectView() {}

    static SideSheet sheet(String key, String ref, CorrectViewModel model, Reference reference) {
        var event = model.event;
        var sheet = new SideSheet(
                        key,
                        "Correct " + ref,
                        Form.of(
                                Form.area(model.reason, 2),
                                Form.area(event.summary, 3),
                                Form.beside(
                                        Form.date(event.eventDate, model::today),
                                        Form.choice(event.type, List.of(DisruptionType.values()), DisruptionType::label)),
                                CaptureView.p(event, reference),
                                Form.suggestText(event.leadAgency, model.agencies),
                                Form.several(event.supporting, model.agencies, name -> name),
                                CaptureView.category(event, reference),
                                Form.area(event.categoryReason, 2),
                                Form.area(event.evidence, 2),
                                CaptureView.longer(event, model.units, model.tactics)),
                        model::hasUnsaved)
                .following(model)
                .buttons(model.save, List.of());
        CaptureView.keepDrafts(sheet, model::keepDraft);
        return sheet;
    }
}
