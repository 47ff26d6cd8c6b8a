package fourfold.ui.parts;

import fourfold.core.figures.Window;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Problem;
import fourfold.core.reference.Agency;
import fourfold.desk.PrintDesk;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Form;
import fourfold.ui.kit.Input;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.SideSheet;
import fourfold.ui.kit.ViewModel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;

/// The disruption return of an agency: whose, for which days, and where it is written. Every place that shows figures or
/// meetings offers it.
public final class Returning extends ViewModel {

    private static final String KEY = "disruption-return";

    private final Desktop desktop;
    private final Input<Agency> agency = input(Input.<Agency>of("ref", "Agency").required());
    private final Input<LocalDate> from = input(Input.of("from", "Recorded from"));
    private final Input<LocalDate> to = input(Input.<LocalDate>of("to", "to").help("Both days are counted."));
    private final Command write;

    private Returning(Desktop desktop) {
        super(desktop.tools());
        this.desktop = desktop;
        var session = desktop.office().session();
        desktop.office().reference().agencies().find(session.agency()).ifPresent(agency::starting);
        var usual = Window.Preset.ROLLING_12_MONTHS.at(session.today());
        from.starting(usual.from());
        to.starting(usual.to());
        write = command("return.write", "Write the return", this::write).on("Ctrl+Enter");
    }

    /// The command that opens the sheet.
    public static Command command(Desktop desktop) {
        return Command.of("return.open", "Disruption return", () -> desktop.sheets().open(KEY, () -> new Returning(desktop).sheet()))
                .on("Ctrl+Shift+R")
                .icon("fth-file-text");
    }

    private SideSheet sheet() {
        var office = desktop.office();
        var agencies = FXCollections.observableArrayList(office.reference().agencies().all());
        var form = Form.of(
                Nodes.prose("What the agency led and was assessed, what of it counts nationally, and apart from it what it supported:"
                        + " the figures of the screen, as a paper.", "muted"),
                Form.suggest(agency, agencies, Agency::name),
                Form.beside(
                        Form.date(from, () -> office.session().today()), Form.date(to, () -> office.session().today())));
        return new SideSheet(KEY, "Disruption return", form, () -> false).following(this).buttons(write, List.of());
    }

    private void write() {
        var whose = agency.get();
        if (whose == null) {
            refused(new Problem.Invalid(agency.name(), "Choose whose return it is."));
            return;
        }
        var name = Marking.OFFICIAL_SENSITIVE.label() + " " + whose.name() + " disruption-return.pdf";
        tools().prompts().saveFile("Where the return is written", name.replaceAll("[^A-Za-z0-9 ._-]", "-"), chosen -> {
            var days = from.get() == null && to.get() == null ? Window.ALL : new Window(from.get(), to.get());
            var wish = new PrintDesk.Wish(PrintDesk.Paper.DISRUPTION_RETURN, whose.name(), Map.of(), Optional.of(days));
            ask(wish, wanted -> desktop.office().papers().print(wanted, chosen), printed -> {
                tools().status().say(Printing.written(printed.file()));
                desktop.sheets().finish();
            });
        });
    }
}
