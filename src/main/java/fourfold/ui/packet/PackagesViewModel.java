package fourfold.ui.packet;

import fourfold.core.access.Permission;
import fourfold.core.kernel.Outcome;
import fourfold.core.settings.SentPackage;
import fourfold.desk.Office;
import fourfold.desk.PackageVerdict;
import fourfold.desk.PacketDesk;
import fourfold.desk.TrustDesk;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Dates;
import fourfold.ui.kit.Filter;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import fourfold.ui.place.Place;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The packages that were written here, and what has not been sent since.
public final class PackagesViewModel extends ViewModel {

    /// What there is to know.
    ///
    /// @param others units other than our own to whom something can be sent
    record Sent(List<SentPackage> packages, List<PacketDesk.Unsent> unsent, List<String> others) {}

    /// A package's file that was looked at.
    record Looked(Path file, PackageVerdict verdict) {}

    private final Desktop desktop;
    final Query<Sent> sent;
    final Filter filter = new Filter();
    final ObservableList<SentPackage> shown = FXCollections.observableArrayList();
    final ObjectProperty<@Nullable SentPackage> chosen = new SimpleObjectProperty<>();
    final Command make;
    final Command check;
    final Command copyHash;
    final Command trust;
    final Command refresh;

    /// @param looked shows the verdict on a file
    /// @param copy takes a text to the clipboard
    PackagesViewModel(Desktop desktop, Consumer<Looked> looked, Consumer<String> copy) {
        super(desktop.tools());
        this.desktop = desktop;
        sent = query(
                "Reading the packages",
                new SimpleObjectProperty<>(Boolean.TRUE),
                always -> read(desktop.office()),
                desktop.changesOf("package", "threat", "plan", "action", "disruption", "meeting", "review"));
        sent.whenRead(read -> show());
        filter.text().subscribe(typed -> show());
        make = command("package.make", "Make a package", () -> desktop.go().go(new Place.PackageOut()))
                .unless(new SimpleObjectProperty<>(
                        desktop.office().session().may(Permission.EXPORT) ? "" : Permission.EXPORT.refusal()))
                .when(sent.value().map(read -> !read.others().isEmpty()).orElse(false),
                        "Nobody can be sent a package before the certificate of their unit is trusted under Settings.")
                .icon("fth-package")
                .on("Ctrl+N");
        check = command("package.check", "Check a package file", () -> tools().prompts()
                        .openFile("The package to check", List.of(), file -> check(file, looked)))
                .icon("fth-shield");
        copyHash = command("package.hash", "Copy the SHA-256", () -> {
                    var one = chosen.get();
                    if (one == null) return;
                    copy.accept(one.get(SentPackage.HASH));
                    tools().status().say("The SHA-256 of package " + one.get(SentPackage.NUMBER) + " is on the clipboard.");
                })
                .when(chosen.map(one -> true).orElse(false), "Choose a package first.")
                .icon("fth-copy");
        trust = Command.of("package.trust", "Go to trusted units", () -> desktop.go().go(new Place.Settings()));
        refresh = command("package.refresh", "Read again", this::refresh).on("F5");
    }

    private static Outcome<Sent> read(Office office) {
        return office.packets().written().then(packages -> office.packets().unsent().then(unsent -> office.trust()
                .all()
                .map(units -> new Sent(packages, unsent, others(units)))));
    }

    static List<String> others(List<TrustDesk.Trusted> units) {
        return units.stream().filter(unit -> !unit.own()).map(TrustDesk.Trusted::agency).sorted().toList();
    }

    private void show() {
        var all = sent.value().get();
        if (all == null) return;
        var words = filter.text().get().strip().toLowerCase(Locale.UK);
        var matching = all.packages().stream().filter(one -> words(one).contains(words)).toList();
        filter.count(matching.size(), all.packages().size());
        shown.setAll(matching);
    }

    private static String words(SentPackage one) {
        return String.join(
                        " ",
                        one.get(SentPackage.NUMBER).toString(),
                        one.get(SentPackage.ADDRESSEE),
                        one.get(SentPackage.PURPOSE),
                        one.get(SentPackage.VERIFIED_BY),
                        one.get(SentPackage.FILE),
                        one.get(SentPackage.HASH))
                .toLowerCase(Locale.UK);
    }

    private void check(Path file, Consumer<Looked> looked) {
        ask(file, wanted -> Outcome.done(new Looked(wanted, desktop.office().packets().verify(wanted))), looked);
    }

    /// What stands in the empty list.
    String whenEmpty() {
        var all = sent.value().get();
        if (all == null || !all.packages().isEmpty())
            return "No package answers to what you typed. Empty the search box to see all of them.";
        return all.others().isEmpty()
                ? "No package has been written here. First trust the certificate of the unit that it is for, under Settings."
                : "No package has been written here. Press Ctrl+N to make the first one.";
    }

    ZoneId zone() {
        return desktop.office().session().clock().getZone();
    }

    /// When it was written, as in "Tue 3 May 2022, 14:02".
    String when(SentPackage one) {
        return one.find(SentPackage.WRITTEN_AT).map(at -> Dates.moment(at, zone())).orElse("");
    }
}
