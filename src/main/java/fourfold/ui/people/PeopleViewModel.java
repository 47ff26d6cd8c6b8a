package fourfold.ui.people;

import fourfold.core.access.Permission;
import fourfold.core.access.Role;
import fourfold.core.kernel.Outcome;
import fourfold.core.people.Person;
import fourfold.core.sync.Kept;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Filter;
import fourfold.ui.kit.Prompts;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.Saving;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.TableSaving;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Everybody the vault knows, and what an administrator can do about them.
public final class PeopleViewModel extends ViewModel {

    /// Opens the sheets of this screen.
    interface Opening {
        void add();

        void give(Kept<Person> entry);

        void roles(Kept<Person> person);

        void details(Kept<Person> person);

        void passphrase();
    }

    private final Desktop desktop;
    private final Map<String, String> names = new HashMap<>();
    final Query<List<Kept<Person>>> people;
    final Filter filter = new Filter();
    final ObservableList<Kept<Person>> shown = FXCollections.observableArrayList();
    final ObjectProperty<@Nullable Kept<Person>> chosen = new SimpleObjectProperty<>();
    final Command add;
    final Command roles;
    final Command details;
    final Command give;
    final Command remove;
    final Command passphrase;
    final Command refresh;
    final Saving saving;

    PeopleViewModel(Desktop desktop, Opening opening) {
        super(desktop.tools());
        this.desktop = desktop;
        saving = TableSaving.at(desktop, filter::terms);
        people = query(
                "Reading the people",
                new SimpleObjectProperty<>(Boolean.TRUE),
                always -> Outcome.done(desktop.office().people().all()),
                desktop.changesOf("person"));
        people.whenRead(all -> show());
        filter.text().subscribe(typed -> show());
        var notAllowed = whyNotAdministrator(desktop);
        add = command("people.add", "Add a person", opening::add)
                .unless(notAllowed)
                .icon("fth-user-plus")
                .on("Ctrl+N");
        details = onChosen("people.details", "Change details", opening::details).on("F2").icon("fth-edit-2");
        roles = onChosen("people.roles", "Change roles", opening::roles).unless(needsLogin());
        give = onChosen("people.give", "Give a log-in", opening::give).unless(needsNoLogin());
        remove = onChosen("people.remove", "Remove the log-in", this::remove).unless(needsLogin());
        passphrase = command("people.passphrase", "Change my passphrase", opening::passphrase).icon("fth-key");
        refresh = command("people.refresh", "Read again", this::refresh).on("F5");
    }

    private static ObservableValue<String> whyNotAdministrator(Desktop desktop) {
        return new SimpleObjectProperty<>(
                desktop.office().session().may(Permission.MANAGE_PEOPLE) ? "" : Permission.MANAGE_PEOPLE.refusal());
    }

    private Command onChosen(String id, String text, java.util.function.Consumer<Kept<Person>> step) {
        return command(id, text, () -> {
                    var person = chosen.get();
                    if (person != null) step.accept(person);
                })
                .unless(whyNotAdministrator(desktop))
                .when(chosen.map(person -> true).orElse(false), "Choose a person first.");
    }

    private ObservableValue<String> needsLogin() {
        return chosen.map(person -> person.record().get(Person.LOGIN)
                        ? ""
                        : "This is a directory entry without a log-in.")
                .orElse("");
    }

    private ObservableValue<String> needsNoLogin() {
        return chosen.map(person -> person.record().get(Person.LOGIN) ? "This person can log in already." : "")
                .orElse("");
    }

    private void show() {
        var all = people.value().get();
        if (all == null) return;
        names.clear();
        all.forEach(kept -> names.put(kept.record().get(Person.COLLAR), kept.record().label()));
        var words = filter.text().get().strip().toLowerCase(Locale.UK);
        var matching = all.stream().filter(kept -> words(kept.record()).contains(words)).toList();
        filter.count(matching.size(), all.size());
        shown.setAll(matching);
    }

    private String words(Person person) {
        return String.join(" ", person.label(), roles(person), manager(person), person.get(Person.UNIT))
                .toLowerCase(Locale.UK);
    }

    /// The roles in words, as in "LRO, Supervisor".
    static String roles(Person person) {
        return person.get(Person.ROLES).stream().map(Role::label).collect(Collectors.joining(", "));
    }

    /// The line manager as records name them, or empty.
    String manager(Person person) {
        var collar = person.get(Person.MANAGER);
        return names.getOrDefault(collar, collar);
    }

    /// How many people this person line-manages.
    long managed(Person person) {
        var all = people.value().get();
        return all == null
                ? 0
                : all.stream()
                        .filter(kept -> kept.record().get(Person.MANAGER).equals(person.get(Person.COLLAR)))
                        .count();
    }

    boolean isOneself(Person person) {
        return person.get(Person.COLLAR).equals(desktop.office().session().user());
    }

    private void remove(Kept<Person> person) {
        var label = person.record().label();
        tools().prompts().ask(
                new Prompts.Question(
                        "Remove the log-in",
                        label + " is let in no more. What they did stays in their name. A new log-in later needs new keys.",
                        "Remove the log-in"),
                () -> ask(person.record().get(Person.COLLAR), desktop.office().people()::remove, gone ->
                        tools().status().say(label + " is let in no more.")));
    }
}
