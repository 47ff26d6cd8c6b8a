package fourfold.ui.packet;

import fourfold.core.access.Permission;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Outcome;
import fourfold.core.settings.ReceivedPackage;
import fourfold.core.settings.SentPackage;
import fourfold.desk.Notice;
import fourfold.desk.Office;
import fourfold.desk.OutboxDesk;
import fourfold.desk.PackageVerdict;
import fourfold.desk.PacketDesk;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Dates;
import fourfold.ui.kit.Filter;
import fourfold.ui.kit.Prompts;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import fourfold.ui.place.Place;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The packages that were written here and how they were answered, those that came in, and what has not been sent since.
public final class PackagesViewModel extends ViewModel {

    /// A package that was written here, and where it stands.
    record Sent(SentPackage record, OutboxDesk.Line line) {}

    /// What there is to know.
    ///
    /// @param senders what the unit is called here that sent each package that came in
    /// @param due what agencies have still to be told otherwise
    /// @param others units other than our own to whom something can be sent
    record Read(
            List<Sent> sent,
            List<ReceivedPackage> received,
            Map<Id<ReceivedPackage>, String> senders,
            List<PacketDesk.Unsent> unsent,
            List<Notice> due,
            List<String> others) {}

    /// What an agency has not been sent, with the newest of it.
    record Waiting(PacketDesk.Unsent unsent, List<OutboxDesk.Fresh> newest) {}

    /// Where sheets are shown beside the lists.
    ///
    /// @param verdict on a file that was looked at
    /// @param corrections all of them, also those that were sent
    /// @param waiting what an agency has not been sent
    record Beside(Consumer<Looked> verdict, Consumer<List<Notice>> corrections, Consumer<Waiting> waiting) {}

    /// A package's file that was looked at.
    record Looked(Path file, PackageVerdict verdict) {}

    private final Desktop desktop;
    final Query<Read> packages;
    final Filter filter = new Filter();
    final ObservableList<Sent> sent = FXCollections.observableArrayList();
    final ObservableList<ReceivedPackage> received = FXCollections.observableArrayList();
    final ObjectProperty<@Nullable Sent> chosen = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable ReceivedPackage> taken = new SimpleObjectProperty<>();
    private final Beside beside;
    final Command corrections;
    final Command undo;
    final Command make;
    final Command bringIn;
    final Command receipt;
    final Command check;
    final Command copyHash;
    final Command trust;
    final Command refresh;

    /// @param copy takes a text to the clipboard
    PackagesViewModel(Desktop desktop, Beside beside, Consumer<String> copy) {
        super(desktop.tools());
        this.beside = beside;
        this.desktop = desktop;
        packages = query(
                "Reading the packages",
                new SimpleObjectProperty<>(Boolean.TRUE),
                always -> read(desktop.office()),
                desktop.changesOf("package", "received", "threat", "plan", "action", "disruption", "meeting", "review"));
        packages.whenRead(read -> show());
        filter.text().subscribe(typed -> show());
        make = command("package.make", "Make a package", () -> desktop.go().go(new Place.PackageOut()))
                .unless(new SimpleObjectProperty<>(
                        desktop.office().session().may(Permission.EXPORT) ? "" : Permission.EXPORT.refusal()))
                .when(packages.value().map(read -> !read.others().isEmpty()).orElse(false),
                        "Nobody can be sent a package before the certificate of their unit is trusted under Settings.")
                .icon("fth-package")
                .on("Ctrl+N");
        bringIn = command("package.import", "Import a package", () -> desktop.go().go(new Place.PackageIn()))
                .unless(ImportViewModel.allowed(desktop))
                .icon("fth-download")
                .on("Ctrl+I");
        receipt = command("package.receipt", "Take in a receipt", () -> tools().prompts()
                        .openFile("The receipt that came for a package", List.of(), this::confirm))
                .unless(ImportViewModel.allowed(desktop))
                .icon("fth-check-circle")
                .on("Ctrl+R");
        check = command("package.check", "Check a package file", () -> tools().prompts()
                        .openFile("The package to check", List.of(), file -> check(file, beside.verdict())))
                .icon("fth-shield");
        corrections = command("package.corrections", "Corrections", this::showCorrections).icon("fth-edit-3");
        undo = command("package.undo", "Undo the import", this::askUndo)
                .unless(ImportViewModel.allowed(desktop))
                .when(taken.map(one -> !one.isUndone()).orElse(false), "Choose a package that was taken in first.")
                .icon("fth-corner-up-left");
        copyHash = command("package.hash", "Copy the SHA-256", () -> {
                    var one = chosen.get();
                    if (one == null) return;
                    copy.accept(one.record().get(SentPackage.HASH));
                    tools().status().say("The SHA-256 of package " + one.line().number() + " is on the clipboard.");
                })
                .when(chosen.map(one -> true).orElse(false), "Choose a package first.")
                .icon("fth-copy");
        trust = Command.of("package.trust", "Go to trusted units", () -> desktop.go().go(new Place.Settings()));
        refresh = command("package.refresh", "Read again", this::refresh).on("F5");
    }

    private static Outcome<Read> read(Office office) {
        return office.packets().written().then(written -> office.outbox().look().then(outbox -> office.imports()
                .received()
                .then(received -> office.corrections().due().then(due -> office.packets().addressees().map(others -> new Read(
                        standing(office, written, outbox.packages()), received, senders(office, received), outbox.waiting(), due, others))))));
    }

    private static Map<Id<ReceivedPackage>, String> senders(Office office, List<ReceivedPackage> received) {
        var senders = new HashMap<Id<ReceivedPackage>, String>();
        for (var one : received)
            senders.put(one.id(), office.packets().called(one.get(ReceivedPackage.SENDER), one.get(ReceivedPackage.UNIT)));
        return senders;
    }

    /// Who sent a package, as that unit is called here.
    String sender(ReceivedPackage one) {
        var all = packages.value().get();
        return all == null
                ? one.get(ReceivedPackage.SENDER)
                : all.senders().getOrDefault(one.id(), one.get(ReceivedPackage.SENDER));
    }

    /// Both lists hold the same packages in the same order, unless one was written in between.
    private static List<Sent> standing(Office office, List<SentPackage> written, List<OutboxDesk.Line> lines) {
        return written.stream()
                .flatMap(one -> lines.stream()
                        .filter(line -> line.number() == one.get(SentPackage.NUMBER)
                                && line.to().equals(office.packets().called(
                                        one.get(SentPackage.ADDRESSEE), one.get(SentPackage.UNIT))))
                        .limit(1)
                        .map(line -> new Sent(one, line)))
                .toList();
    }

    private void show() {
        var all = packages.value().get();
        if (all == null) return;
        var words = filter.text().get().strip().toLowerCase(Locale.UK);
        var sentShown = all.sent().stream().filter(one -> words(one).contains(words)).toList();
        var receivedShown = all.received().stream().filter(one -> words(one).contains(words)).toList();
        filter.count(sentShown.size() + receivedShown.size(), all.sent().size() + all.received().size());
        sent.setAll(sentShown);
        received.setAll(receivedShown);
    }

    private static String words(Sent sent) {
        var one = sent.record();
        return String.join(
                        " ",
                        one.get(SentPackage.NUMBER).toString(),
                        sent.line().to(),
                        sent.line().state().label(),
                        one.get(SentPackage.PURPOSE),
                        one.get(SentPackage.VERIFIED_BY),
                        one.get(SentPackage.FILE),
                        one.get(SentPackage.HASH))
                .toLowerCase(Locale.UK);
    }

    private String words(ReceivedPackage one) {
        return String.join(
                        " ",
                        one.get(ReceivedPackage.NUMBER).toString(),
                        sender(one),
                        one.get(ReceivedPackage.PURPOSE),
                        one.get(ReceivedPackage.IMPORTED_BY),
                        one.get(ReceivedPackage.HASH))
                .toLowerCase(Locale.UK);
    }

    private void showCorrections() {
        ask(Boolean.TRUE, always -> desktop.office().corrections().list(), beside.corrections());
    }

    /// Shows what an agency has not been sent.
    void show(PacketDesk.Unsent unsent) {
        ask(unsent, wanted -> desktop.office().outbox().waiting(wanted.to()).map(newest -> new Waiting(wanted, newest)),
                beside.waiting());
    }

    private void askUndo() {
        var one = taken.get();
        if (one == null) return;
        var name = "package " + one.get(ReceivedPackage.NUMBER) + " from " + one.get(ReceivedPackage.SENDER);
        tools().prompts().text(
                new Prompts.Question(
                        "Undo the import of " + name,
                        "All records will be as if it had never come, and a new receipt says so to the sender. It can be imported again.",
                        "Undo the import"),
                "Why",
                reason -> ask(one.id(), id -> desktop.office().imports().undo(id, reason), undone -> tools().status().say(
                        "The import of " + name + " is undone; send the new receipt."
                                + String.join(" ", undone.warnings()))));
    }

    private void confirm(Path file) {
        ask(file, desktop.office().outbox()::confirm, line -> tools().status().say(StateWords.answer(line)));
    }

    private void check(Path file, Consumer<Looked> looked) {
        ask(file, wanted -> Outcome.done(new Looked(wanted, desktop.office().packets().verify(wanted))), looked);
    }

    /// What stands in the empty list of packages that were sent.
    String whenNoneSent() {
        var all = packages.value().get();
        if (all == null || !all.sent().isEmpty())
            return "No package that was sent answers to what you typed. Empty the search box to see all of them.";
        return all.others().isEmpty()
                ? "No package has been written here. First trust the certificate of the unit that it is for, under Settings."
                : "No package has been written here. Press Ctrl+N to make the first one.";
    }

    /// What stands in the empty list of packages that came in.
    String whenNoneReceived() {
        var all = packages.value().get();
        if (all == null || !all.received().isEmpty())
            return "No package that came in answers to what you typed. Empty the search box to see all of them.";
        return all.others().isEmpty()
                ? "No package has been taken in. First trust the certificate of the unit that sends it, under Settings."
                : "No package has been taken in. Press Ctrl+I when another unit has sent one.";
    }

    ZoneId zone() {
        return desktop.office().session().clock().getZone();
    }

    /// As in "Tue 3 May 2022, 14:02"; empty where there is no time.
    String when(Optional<Instant> at) {
        return at.map(one -> Dates.moment(one, zone())).orElse("");
    }
}
