package fourfold.ui.vault;

import fourfold.core.access.Role;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.reference.Agency;
import fourfold.desk.Office;
import fourfold.desk.VaultDesk;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Input;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.place.Place;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Making a vault: where, whose, its first person, and then the recovery code, of which a part is typed back before
/// anything else.
public final class NewVaultViewModel extends ViewModel {

    private static final int TYPED_BACK = 4;

    private final Door door;
    final List<Agency> agencies;
    final Input<String> folder = Input.text("folder", "Folder")
            .required()
            .help("An empty folder on this computer. A network drive cannot hold a vault.");
    final Input<Agency> agency = Input.<Agency>of("agency", "Agency").required();
    final Input<String> user = Input.text("user", "Collar number").required().atMost(32);
    final Input<String> name = Input.text("name", "Name").required().atMost(200);
    final Input<Set<Role>> roles = Input.<Set<Role>>of("roles", "Your roles besides administrator");
    final Input<String> passphrase = Input.text("passphrase", "Passphrase")
            .required()
            .help("At least 15 characters, or five words. There is no way in without it or the recovery code.");
    final Input<String> again = Input.text("again", "The passphrase again").required();
    final Input<String> typedBack = Input.text("typedBack", "The last four characters of the code").required();
    final Command choose;
    final Command make;
    final Command back;
    final Command goOn;
    private final ReadOnlyObjectWrapper<VaultDesk.@Nullable Begun> begun = new ReadOnlyObjectWrapper<>();

    NewVaultViewModel(Door door) {
        super(door.tools());
        this.door = door;
        agencies = door.desk().agencies();
        roles.set(EnumSet.noneOf(Role.class));
        for (var field : List.of(folder, user, name, passphrase, again, typedBack)) input(field);
        input(agency);
        input(roles);
        choose = Command.of("vault.folder", "Choose a folder", () ->
                door.tools().prompts().folder("An empty folder for the vault", path -> folder.set(path.toString())));
        make = command("vault.begin", "Make the vault", this::begin);
        back = Command.of("vault.back", "Open a vault that is there", () -> door.go().go(new Place.Unlock()));
        goOn = command("vault.code-kept", "I have kept the code", this::codeKept);
    }

    private void begin() {
        if (!passphrase.filled().equals(again.filled())) {
            refused(new Problem.Invalid("again", "The two passphrases are not the same."));
            return;
        }
        var whose = agency.get();
        if (whose == null) {
            refused(new Problem.Invalid("agency", "Say whose vault it is."));
            return;
        }
        door.close();
        ask(wish(whose), door.desk()::begin, begun::set);
    }

    private VaultDesk.Begin wish(Agency whose) {
        var all = EnumSet.of(Role.ADMINISTRATOR);
        all.addAll(roles.filled());
        return new VaultDesk.Begin(
                Path.of(folder.filled()),
                whose.name(),
                user.filled(),
                name.filled(),
                all,
                passphrase.filled().toCharArray());
    }

    /// The vault that was made, while its recovery code is shown; null before.
    ReadOnlyObjectProperty<VaultDesk.@Nullable Begun> begun() {
        return begun.getReadOnlyProperty();
    }

    private void codeKept() {
        var made = begun.get();
        if (made == null) return;
        var typed = typedBack.filled().strip();
        if (typed.length() != TYPED_BACK || !made.recoveryCode().strip().toUpperCase(java.util.Locale.ROOT)
                .endsWith(typed.toUpperCase(java.util.Locale.ROOT))) {
            refused(new Problem.Invalid("typedBack", "These are not the last four characters of the code above."));
            return;
        }
        ask(made.office(), Outcome::done, this::entered);
    }

    private void entered(Office office) {
        passphrase.set("");
        again.set("");
        door.enter(Path.of(folder.filled()), office);
    }
}
