package fourfold.ui.settings;

import fourfold.core.access.Permission;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Watch;
import fourfold.desk.JournalDesk;
import fourfold.desk.TrustDesk;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Input;
import fourfold.ui.kit.Progress;
import fourfold.ui.kit.Prompts;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Whom the vault trusts, and how it is kept safe: backup, recovery code, the check of its journal.
public final class SafetyViewModel extends ViewModel {

    private static final DateTimeFormatter CHECKED = DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.UK);

    private final Desktop desktop;
    final Query<List<TrustDesk.Trusted>> units;
    final ObservableList<TrustDesk.Trusted> trusted = FXCollections.observableArrayList();
    final ObjectProperty<TrustDesk.@Nullable Trusted> chosen = new SimpleObjectProperty<>();
    final Input<String> agency = Input.<String>of("agency", "Agency").required();
    final Input<Boolean> office = Input.of("office", "It is one more office of an agency that is trusted here already, or of our own");
    final ObservableList<String> agencies;
    private final ReadOnlyStringWrapper code = new ReadOnlyStringWrapper(this, "code", "");
    private final ReadOnlyObjectWrapper<JournalDesk.@Nullable Checked> checked =
            new ReadOnlyObjectWrapper<>(this, "checked");
    private final ReadOnlyStringWrapper lastCheck = new ReadOnlyStringWrapper(this, "lastCheck", "");
    final Command trust;
    final Command endTrust;
    final Command copyFingerprint;
    final Command export;
    final Command backUp;
    final Command newCode;
    final Command codeKept;
    final Command sealCode;
    final Command openCode;
    final Command check;

    /// @param copy takes a text to the clipboard
    SafetyViewModel(Desktop desktop, Consumer<String> copy) {
        super(desktop.tools());
        this.desktop = desktop;
        agencies = FXCollections.observableArrayList(desktop.office().reference().agencies().all().stream()
                .map(one -> one.name())
                .toList());
        input(agency);
        input(office).starting(false);
        units = query(
                "Reading the certificates",
                new SimpleObjectProperty<>(Boolean.TRUE),
                always -> desktop.office().trust().all());
        units.whenRead(all -> trusted.setAll(all));
        trust = allowed(Permission.MANAGE_TRUST, "settings.trust", "Choose its certificate file", this::chooseKeyring);
        endTrust = allowed(Permission.MANAGE_TRUST, "settings.end-trust", "End the trust", this::endTrust)
                .unless(chosen.map(one -> one.own() ? "This is our own unit." : "").orElse("Choose a unit first."));
        copyFingerprint = command("settings.fingerprint", "Copy the fingerprint", () -> {
                    var one = chosen.get();
                    if (one == null) return;
                    copy.accept(one.fingerprint());
                    tools().status().say("The fingerprint of " + one.agency() + " is on the clipboard.");
                })
                .when(chosen.map(one -> true).orElse(false), "Choose a unit first.");
        export = command("settings.export", "Save our certificates", () -> tools().prompts()
                .saveFile("Where our certificates are written", desktop.office().session().agency() + ".asc", this::export));
        backUp = allowed(Permission.BACK_UP, "settings.backup", "Back up now", () -> tools().prompts()
                .saveFile("Where the backup is written", backupName(), this::backUp));
        newCode = allowed(Permission.MANAGE_PEOPLE, "settings.recovery", "Draw a new recovery code", this::draw);
        sealCode = allowed(Permission.MANAGE_PEOPLE, "settings.seal-code", "Seal a code to the chosen unit", this::sealCode);
        openCode = allowed(Permission.MANAGE_PEOPLE, "settings.open-code", "Open a code sealed to us", () -> tools().prompts()
                .openFile("The sealed recovery code", List.of("escrow"), this::openCode));
        codeKept = Command.of("settings.code-kept", "I have kept the code", () -> code.set(""));
        lastCheck.set(lastCheckWords());
        check = command("settings.check", "Check the whole journal", this::check);
    }

    private Command allowed(Permission permission, String id, String text, Runnable run) {
        return command(id, text, run)
                .unless(new SimpleStringProperty(
                        desktop.office().session().may(permission) ? "" : permission.refusal()));
    }

    private String backupName() {
        return "OFFICIAL-SENSITIVE " + desktop.office().session().agency() + " "
                + desktop.office().session().today() + ".ffbackup";
    }

    private record Keyring(String agency, Path file, boolean office) {}

    private void chooseKeyring() {
        var whose = agency.get();
        if (whose == null) {
            refused(new Problem.Invalid("agency", "Choose the unit whose certificate it is."));
            return;
        }
        tools().prompts().openFile("The certificate file of " + whose, List.of("asc", "pgp", "gpg"), file -> ask(
                new Keyring(whose, file, Boolean.TRUE.equals(office.get())),
                wanted -> desktop.office().trust().trust(wanted.agency(), wanted.file(), wanted.office()),
                this::nowTrusted));
    }

    private void nowTrusted(TrustDesk.Trusted unit) {
        agency.set(null);
        office.set(false);
        units.refresh();
        tools().prompts().tell(
                "Compare six words",
                "The certificate of " + unit.agency() + " is trusted now. Ring the unit and have them read their six words to"
                        + " you: " + unit.words() + ". If they differ, end the trust at once.");
    }

    private void endTrust() {
        var unit = chosen.get();
        if (unit == null) return;
        tools().prompts().ask(
                new Prompts.Question(
                        "End the trust",
                        "Nothing can be sent to " + unit.agency() + " any more, and nothing from there is believed.",
                        "End the trust"),
                () -> ask(unit, desktop.office().trust()::endTrust, ended -> {
                    units.refresh();
                    tools().status().say("The certificate of " + unit.agency() + " is trusted no more.");
                }));
    }

    /// A fingerprint in groups of four, as people read it aloud.
    static String spaced(String fingerprint) {
        return fingerprint.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private void export(Path file) {
        ask(file, desktop.office().trust()::export, saved -> tools().status()
                .say("Our certificates are saved as " + saved.getFileName() + "."));
    }

    private void backUp(Path file) {
        ask(file, desktop.office().trust()::backUp, made -> tools().status()
                .say(String.format(
                        Locale.UK,
                        "The backup is written and verified: %,d files, %,.1f MB.",
                        made.files(),
                        made.bytes() / 1e6)));
    }

    private void draw() {
        tools().prompts().ask(
                new Prompts.Question(
                        "Draw a new recovery code",
                        "The code on paper opens nothing any more. The new one is shown once; write it down or print it.",
                        "Draw a new code"),
                () -> ask(desktop.office(), office -> office.trust().newRecoveryCode(), code::set));
    }

    private void sealCode() {
        var unit = chosen.get();
        if (unit == null || unit.own()) {
            refused(new Problem.NotNow("Choose another unit in the list of trusted units first."));
            return;
        }
        tools().prompts().saveFile(
                "Where the sealed code is written",
                desktop.office().session().agency() + ".escrow",
                file -> ask(
                        new Keyring(unit.agency(), file, false),
                        wanted -> desktop.office().trust().sealRecoveryTo(wanted.agency(), wanted.file()),
                        sealed -> tools().status()
                                .say("A recovery code that only " + sealed.agency() + " can open is written.")));
    }

    private void openCode(Path file) {
        ask(file, desktop.office().trust()::openSealedCode, opened -> tools().prompts()
                .tell("Recovery code of another vault", opened + " lets somebody into the vault that sealed it. Tell it only to "
                        + "somebody whom you know; it is shown only now."));
    }

    /// The new recovery code while it is shown, else empty.
    ReadOnlyStringProperty code() {
        return code.getReadOnlyProperty();
    }

    private void check() {
        checked.set(null);
        this.<Desktop, JournalDesk.Checked>askLong(
                reasons -> desktop,
                (wanted, progress) -> wanted.office().journal().verify(watch(progress)),
                sound -> {
                    checked.set(sound);
                    lastCheck.set(lastCheckWords());
                });
    }

    private String lastCheckWords() {
        var zone = desktop.office().session().clock().getZone();
        return desktop.office().journal().check().last()
                .map(last -> last.alarm().isEmpty()
                        ? String.format(
                                Locale.UK,
                                "Every frame and the chain were last checked on %s, beside the work: %,d positions, all whole.",
                                CHECKED.format(last.at().atZone(zone)),
                                last.positions())
                        : last.alarm())
                .orElse("The journal has not been checked as a whole in this vault yet.");
    }

    /// When every frame was last checked and what came of it, in a sentence.
    ReadOnlyStringProperty lastCheck() {
        return lastCheck.getReadOnlyProperty();
    }

    private static Watch watch(Progress progress) {
        return (done, total) -> {
            progress.at("Checking the journal", total == 0 ? -1 : (double) done / total);
            return !progress.stopped();
        };
    }

    /// What the last check found sound; null before.
    ReadOnlyObjectProperty<JournalDesk.@Nullable Checked> checked() {
        return checked.getReadOnlyProperty();
    }

    /// The same in a sentence.
    static String words(JournalDesk.Checked sound) {
        return String.format(
                Locale.UK,
                "The journal is whole: %,d positions, %,d changes in %,d acts, each signed by the person it names.",
                sound.positions(),
                sound.entries(),
                sound.acts());
    }
}
