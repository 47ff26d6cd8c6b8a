package fourfold.ui.people;

import fourfold.core.access.Role;
import fourfold.core.kernel.Problem;
import fourfold.core.people.Person;
import fourfold.core.sync.Kept;
import fourfold.desk.PeopleDesk;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Input;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Letting somebody new in: who they are, as what, and the passphrase to begin with.
public final class AddPersonViewModel extends ViewModel {

    final Input<String> user = Input.text("user", "Collar number").required().atMost(32);
    final Input<String> name = Input.text("name", "Name").required().atMost(100);
    final Input<Set<Role>> roles = Input.<Set<Role>>of("role", "Roles").required();
    final Input<Person> manager = Input.<Person>of("manager", "Line manager")
            .help("A supervisor's worklist shows the people they line-manage.");
    final Input<String> passphrase = Input.text("passphrase", "First passphrase")
            .required()
            .help("At least 15 characters, or five words. The person changes it after the first log-in.");
    final Input<String> again = Input.text("again", "The passphrase again").required();
    final ObservableList<Person> managers;
    final Command save;
    private final Desktop desktop;
    private final Runnable finished;

    /// @param taken somebody whom the records already name, to be given a log-in; null for somebody new
    AddPersonViewModel(Desktop desktop, List<Kept<Person>> people, @Nullable Person taken, Runnable finished) {
        super(desktop.tools());
        this.desktop = desktop;
        this.finished = finished;
        managers = FXCollections.observableArrayList(people.stream().map(Kept::record).toList());
        for (var field : List.of(user, name, passphrase, again)) input(field);
        input(roles).starting(EnumSet.noneOf(Role.class));
        input(manager);
        if (taken != null) {
            user.starting(taken.get(Person.COLLAR));
            name.starting(taken.get(Person.NAME));
        }
        save = command("people.add-save", "Add the person", this::add).on("Ctrl+Enter");
    }

    private void add() {
        var flaws = new ArrayList<Problem.Flaw>();
        if (user.filled().isBlank()) flaws.add(new Problem.Flaw("user", "Give the collar number."));
        if (name.filled().isBlank()) flaws.add(new Problem.Flaw("name", "Give the person's name."));
        if (roles.filled().isEmpty()) flaws.add(new Problem.Flaw("role", "Choose at least one role."));
        if (!passphrase.filled().equals(again.filled()))
            flaws.add(new Problem.Flaw("again", "The two passphrases are not the same."));
        if (!flaws.isEmpty()) {
            refused(new Problem.Invalid(flaws));
            return;
        }
        var boss = manager.get();
        ask(
                new PeopleDesk.Add(
                        user.filled().strip(),
                        name.filled().strip(),
                        Set.copyOf(roles.filled()),
                        boss == null ? "" : boss.get(Person.COLLAR),
                        passphrase.filled().toCharArray()),
                desktop.office().people()::add,
                this::added);
    }

    private void added(Kept<Person> person) {
        passphrase.set("");
        again.set("");
        tools().status().say(person.record().label() + " can log in now.");
        finished.run();
    }
}
