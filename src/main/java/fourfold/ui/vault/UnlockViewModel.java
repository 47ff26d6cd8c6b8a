package fourfold.ui.vault;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Watch;
import fourfold.desk.Lobby;
import fourfold.desk.Office;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Input;
import fourfold.ui.kit.Progress;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.place.Place;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Letting a person in: which vault, who, and the passphrase or the recovery code.
public final class UnlockViewModel extends ViewModel {

    private final Door door;
    private final ObjectProperty<@Nullable Path> folder;
    final Query<Lobby> lobby;
    final Input<String> user = Input.<String>of("user", "Collar number").required();
    final Input<String> passphrase = Input.text("passphrase", "Passphrase").required();
    final Input<String> code = Input.text("code", "Recovery code").required();
    final Input<String> fresh = Input.text("fresh", "New passphrase")
            .required()
            .help("At least 15 characters, or five words.");
    final Command unlock;
    final Command recover;
    final Command another;
    final Command make;

    UnlockViewModel(Door door) {
        super(door.tools());
        this.door = door;
        this.folder = new SimpleObjectProperty<>(door.folder());
        lobby = query(door.here(), "Looking at the vault", folder, this::approach);
        lobby.whenRead(there -> people(there.people()));
        passphrase.set(door.hint().passphrase());
        unlock = command("vault.unlock", "Unlock", this::unlock);
        recover = command("vault.recover", "Set the new passphrase", this::recover);
        another = Command.of("vault.another", "Open another vault", () ->
                door.tools().prompts().folder("The folder of the vault", this::turnTo));
        make = Command.of("vault.make", "Make a new vault", () -> door.go().go(new Place.NewVault()));
        input(user);
        input(passphrase);
        input(code);
        input(fresh);
    }

    private Outcome<Lobby> approach(@Nullable Path vault) {
        return vault == null
                ? Outcome.refused(new fourfold.core.kernel.Problem.NotNow("No vault has been opened on this computer."))
                : door.approach(vault);
    }

    private void people(List<String> people) {
        var hinted = door.hint().user();
        user.set(people.contains(hinted) ? hinted : people.getFirst());
        passphrase.attend();
    }

    private void turnTo(Path vault) {
        door.turnTo(vault);
        folder.set(vault);
        lobby.refresh();
    }

    Door.Hint hint() {
        return door.hint();
    }

    @Nullable Path folder() {
        return folder.get();
    }

    private record Wish(Lobby lobby, String user, char[] passphrase) {}

    private void unlock() {
        askLong(
                reasons -> new Wish(lobby.now(), user.filled(), passphrase.filled().toCharArray()),
                (wish, progress) -> wish.lobby()
                        .unlock(new Lobby.Unlock(wish.user(), wish.passphrase(), false, watch(progress))),
                this::entered);
    }

    private record Rescue(Lobby lobby, String user, char[] code, char[] fresh) {}

    private void recover() {
        askLong(
                reasons -> new Rescue(
                        lobby.now(), user.filled(), code.filled().toCharArray(), fresh.filled().toCharArray()),
                (wish, progress) -> wish.lobby()
                        .recover(new Lobby.Recover(wish.user(), wish.code(), wish.fresh(), watch(progress))),
                this::entered);
    }

    static Watch watch(Progress progress) {
        return (done, total) -> {
            progress.at("Bringing the lists up to date", total == 0 ? 1 : (double) done / total);
            return !progress.stopped();
        };
    }

    private void entered(Office office) {
        passphrase.set("");
        code.set("");
        fresh.set("");
        var vault = folder.get();
        if (vault != null) door.enter(vault, office);
    }
}
