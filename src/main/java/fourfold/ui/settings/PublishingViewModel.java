package fourfold.ui.settings;

import fourfold.core.access.Permission;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.settings.PublicationKind;
import fourfold.desk.CertificateDesk;
import fourfold.desk.PublicationDesk;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Prompts;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import org.jspecify.annotations.Nullable;

/// Which certificates end soon, which configuration is in use, and what units publish.
public final class PublishingViewModel extends ViewModel {

    private static final int MOST_LINES = 12;

    private final Desktop desktop;
    final Query<State> state;
    final Command renewOwn;
    final Command renewUnit;
    final Command publish;
    final Command takeIn;

    /// What the section shows.
    record State(
            List<CertificateDesk.Warning> warnings,
            CertificateDesk.Unit unit,
            CertificateDesk.@Nullable Holder own,
            PublicationDesk.InUse inUse) {}

    PublishingViewModel(Desktop desktop) {
        super(desktop.tools());
        this.desktop = desktop;
        state = query(
                "Reading certificates and configuration",
                new SimpleObjectProperty<>(Boolean.TRUE),
                always -> read(),
                desktop.changesOf("publication", "person", "settings"));
        renewOwn = allowed(Permission.MANAGE_PEOPLE, "settings.renew-own", "Renew my certificate", this::renewOwn);
        renewUnit = allowed(Permission.MANAGE_PEOPLE, "settings.renew-unit", "Renew our unit's certificate", () ->
                ask(desktop.office(), office -> office.certificates().renewUnit(), renewed -> told(
                        "Our unit's certificate is renewed; publish the list of certificates now.")));
        publish = allowed(Permission.MANAGE_TRUST, "settings.publish", "Publish our list of certificates", () ->
                tools().prompts().folder("Where the list is written", this::publish));
        takeIn = allowed(Permission.MANAGE_TRUST, "settings.take-in", "Take in a list or configuration", () ->
                tools().prompts().openFile("What another unit has published", List.of("gpg"), this::look));
    }

    private Command allowed(Permission permission, String id, String text, Runnable run) {
        return command(id, text, run)
                .unless(new SimpleStringProperty(
                        desktop.office().session().may(permission) ? "" : permission.refusal()));
    }

    private Outcome<State> read() {
        var office = desktop.office();
        return office.certificates().all().map(all -> {
            var unit = all.getFirst();
            var own = unit.people().stream()
                    .filter(holder -> holder.user().equals(office.session().user()) && holder.ended().isEmpty())
                    .findFirst()
                    .orElse(null);
            return new State(office.certificates().warnings(), unit, own, office.publications().inUse());
        });
    }

    private void renewOwn() {
        ask(desktop.office(), office -> office.certificates().renew(office.session().user()), renewed -> told(
                "Your certificate is renewed; publish the list of certificates now."));
    }

    private void told(String sentence) {
        state.refresh();
        tools().status().say(sentence);
    }

    private void publish(Path folder) {
        ask(
                folder,
                to -> desktop.office().trust().all().then(units -> {
                    var others = units.stream().filter(unit -> !unit.own()).map(unit -> unit.agency()).distinct().toList();
                    return desktop.office().publications().publish(
                            new PublicationDesk.Wish(
                                    PublicationKind.CERTIFICATES, others, 0, desktop.office().session().today(), "", new TreeMap<>()),
                            to);
                }),
                written -> told("List " + written.number() + " for " + String.join(", ", written.to()) + " is written as "
                        + written.file().getFileName() + "."));
    }

    private void look(Path file) {
        ask(
                file,
                chosen -> desktop.office().publications().preview(chosen).orElseGet(() -> Outcome.refused(new Problem.NotNow(
                        "This file is no list of certificates and no configuration, or nobody trusted has signed it."))),
                preview -> tools().prompts().ask(
                        new Prompts.Question(title(preview), words(preview), "Take it in"),
                        () -> ask(
                                file,
                                chosen -> desktop.office().publications().accept(chosen).orElseGet(() -> Outcome.refused(
                                        new Problem.Gone("The file is not there any more."))),
                                taken -> told("The " + taken.kind().words() + " number " + taken.number() + " from "
                                        + taken.agency() + " is in."))));
    }

    private static String title(PublicationDesk.Preview preview) {
        return (preview.kind() == PublicationKind.CERTIFICATES ? "List of certificates " : "Configuration ") + preview.number()
                + " from " + preview.agency();
    }

    /// What it changes, a line each.
    static String words(PublicationDesk.Preview preview) {
        var head = "Signed by " + preview.signedBy() + ". ";
        if (preview.already().isPresent()) return head + "It was taken in already; nothing changes.";
        if (preview.lines().isEmpty()) return head + "Nothing in it is new.";
        var lines = preview.lines().stream().limit(MOST_LINES).map(PublishingViewModel::words).collect(Collectors.joining("\n"));
        int more = preview.lines().size() - MOST_LINES;
        return head + "It changes:\n" + lines + (more > 0 ? "\nand " + more + " more." : "");
    }

    private static String words(PublicationDesk.Line line) {
        if (line.before().isEmpty()) return line.what() + ": " + line.after();
        return line.what() + ": " + line.before() + " \u2192 " + (line.after().isEmpty() ? "none" : line.after());
    }
}
