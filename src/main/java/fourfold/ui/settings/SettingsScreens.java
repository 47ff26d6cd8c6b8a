package fourfold.ui.settings;

import fourfold.desk.TrustDesk;
import fourfold.ui.kit.Badge;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Columns;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Facts;
import fourfold.ui.kit.Form;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Page;
import fourfold.ui.kit.ProblemBar;
import fourfold.ui.kit.QueryPane;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Screen;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;

/// The screen of the settings.
public final class SettingsScreens {

    private SettingsScreens() {}

    /// Appearance, limits, trust, backup, recovery code, journal, and what this program is.
    public static Screen settings(Desktop desktop, Appearance appearance) {
        var looks = new LooksViewModel(appearance);
        var limits = new LimitsViewModel(desktop);
        var safety = new SafetyViewModel(desktop, SettingsScreens::copy);
        var publishing = new PublishingViewModel(desktop);
        var column = Nodes.column(
                section("Appearance", looks(looks)),
                section("Limits", Nodes.column(ProblemBar.of(limits), QueryPane.around(limits.settings, limits(limits)))),
                section("Trusted units", trust(safety)),
                section("Certificates and configuration", PublishingPane.of(publishing)),
                section("Backup", backup(safety)),
                section("Recovery code", recovery(safety)),
                section("Journal", journal(safety)),
                section("About", about(desktop)));
        column.getStyleClass().add("settings");
        var page = Page.untitled().following(safety).scrolling(column);
        return Screen.of("Settings", page)
                .with(List.of(limits.save, safety.trust, safety.export, safety.backUp, safety.newCode, safety.sealCode, safety.openCode, safety.check,
                        publishing.renewOwn, publishing.renewUnit, publishing.publish, publishing.takeIn))
                .helped("passphrases")
                .closing(() -> {
                    limits.close();
                    safety.close();
                    publishing.close();
                });
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static Node section(String heading, Node content) {
        var box = new VBox(Nodes.heading(heading), content);
        box.getStyleClass().add("settings-section");
        return box;
    }

    private static Node looks(LooksViewModel model) {
        var form = Form.of(
                Form.segments(model.theme, List.of(LooksViewModel.Theme.values()), LooksViewModel.Theme::label),
                Form.choice(model.size, model.sizes, size -> size + " %"));
        form.getStyleClass().add("looks");
        return form;
    }

    private static Node limits(LimitsViewModel model) {
        var form = Form.of(
                Form.number(model.silent),
                Form.number(model.due),
                Form.number(model.threats),
                Form.number(model.idle),
                Buttons.row(List.of(model.save)));
        form.getStyleClass().add("limits");
        return form;
    }

    /// In two lines, as people read it aloud to each other.
    private static Node words(TrustDesk.Trusted unit) {
        var words = unit.words().split(" ");
        var label = Nodes.label(
                String.join(" ", List.of(words).subList(0, 3)) + "\n" + String.join(" ", List.of(words).subList(3, 6)));
        label.getStyleClass().add("fingerprint");
        return label;
    }

    private static Node trust(SafetyViewModel model) {
        var table = Columns.<TrustDesk.Trusted>of("Trusted units")
                .text("Agency", 10, TrustDesk.Trusted::agency)
                .node("", 7, unit -> unit.own() ? "Our own" : "", unit ->
                        unit.own() ? new Badge("Our own", Badge.Tone.ACCENT) : Nodes.label(""))
                .whereThereIsRoom(1)
                .number("People", 5, TrustDesk.Trusted::people)
                .whereThereIsRoom(2)
                .node("Six words", 18, TrustDesk.Trusted::words, SettingsScreens::words)
                .keyed(TrustDesk.Trusted::fingerprint)
                .rows(model.trusted);
        table.getStyleClass().add("short-table");
        table.getSelectionModel().selectedItemProperty().subscribe(unit -> model.chosen.set(unit));
        return Nodes.column(
                Nodes.prose("A package can be sent only to a unit that is trusted here. Hand out our certificates, and compare "
                        + "the six words by telephone before you send.", "muted"),
                QueryPane.around(model.units, table),
                Buttons.row(List.of(model.copyFingerprint, model.endTrust, model.export)),
                Form.of(
                        Form.group("Trust another unit"),
                        Form.suggest(model.agency, model.agencies, name -> name),
                        Form.check(model.office),
                        Buttons.row(List.of(model.trust))));
    }

    private static Node backup(SafetyViewModel model) {
        return Nodes.column(
                Nodes.prose("One encrypted file with everything in the vault. It is read again before it counts as written, and "
                        + "opens with the passphrases of today.", "muted"),
                Buttons.row(List.of(model.backUp)));
    }

    private static Node recovery(SafetyViewModel model) {
        var code = Nodes.prose("", "recovery-code");
        code.textProperty().bind(model.code());
        var shown = Nodes.column(
                Nodes.prose("This is the new code. Write it down and lock it away; it is shown only now."),
                code,
                Buttons.row(List.of(model.codeKept)));
        Nodes.showWhen(shown, model.code().isNotEmpty());
        return Nodes.column(
                Nodes.prose("Whoever has lost their passphrase comes in with the code on paper, or with one that a trusted unit keeps for "
                        + "us, sealed so that only its administrators can open it.", "muted"),
                Buttons.row(List.of(model.newCode, model.sealCode, model.openCode)),
                shown);
    }

    private static Node journal(SafetyViewModel model) {
        var result = Nodes.prose("");
        model.checked().subscribe(sound -> result.setText(sound == null ? "" : SafetyViewModel.words(sound)));
        Nodes.showWhen(result, result.textProperty().isNotEmpty());
        var last = Nodes.prose("");
        last.textProperty().bind(model.lastCheck());
        return Nodes.column(
                Nodes.prose("Every frame, the chain from the first to the newest, and the signature of every act.", "muted"),
                last,
                Buttons.row(List.of(model.check)),
                result);
    }

    private static Node about(Desktop desktop) {
        var version = Optional.ofNullable(SettingsScreens.class.getPackage().getImplementationVersion())
                .orElse("development build");
        var java = Runtime.version() + ", " + System.getProperty("java.vendor");
        var system = System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + System.getProperty("os.arch");
        var edition = desktop.office().publications().inUse().edition();
        var copy = Command.of("settings.about", "Copy this", () -> {
            copy("Fourfold " + version + "\nJava " + java + "\n" + system);
            desktop.tools().status().say("Version, Java and system are on the clipboard.");
        });
        return Nodes.column(
                new Facts()
                        .add("Fourfold", version)
                        .add("Configuration", edition.isEmpty() ? "the program's own" : edition)
                        .add("Java", java).add("System", system), Buttons.row(List.of(copy)));
    }
}
