package fourfold.ui.people;

import fourfold.core.access.Role;
import fourfold.core.people.Person;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Input;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import java.util.Set;

/// Giving a person other roles.
public final class RolesViewModel extends ViewModel {

    final Input<Set<Role>> roles = Input.<Set<Role>>of("role", "Roles").required();
    final Command save;

    RolesViewModel(Desktop desktop, Person person, Runnable finished) {
        super(desktop.tools());
        input(roles).starting(Set.copyOf(person.get(Person.ROLES)));
        var user = person.get(Person.COLLAR);
        save = command("people.roles-save", "Save the roles", () -> ask(
                        Set.copyOf(roles.filled()),
                        wanted -> desktop.office().people().changeRoles(user, wanted),
                        kept -> {
                            tools().status().say(kept.record().label() + " is now "
                                    + PeopleViewModel.roles(kept.record()) + ". It counts from their next unlocking.");
                            finished.run();
                        }))
                .on("Ctrl+Enter");
    }
}
