package fourfold.ui.people;

import fourfold.core.kernel.Problem;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Input;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import java.util.List;

/// Changing one's own passphrase.
public final class PassphraseViewModel extends ViewModel {

    final Input<String> now = Input.text("now", "Your passphrase now").required();
    final Input<String> fresh = Input.text("passphrase", "New passphrase")
            .required()
            .help("At least 15 characters, or five words. There is no way in without it or the recovery code.");
    final Input<String> again = Input.text("again", "The new passphrase again").required();
    final Command save;
    private final Desktop desktop;
    private final Runnable finished;

    private record Wish(char[] now, char[] fresh) {}

    PassphraseViewModel(Desktop desktop, Runnable finished) {
        super(desktop.tools());
        this.desktop = desktop;
        this.finished = finished;
        for (var field : List.of(now, fresh, again)) input(field);
        save = command("people.passphrase-save", "Change my passphrase", this::change).on("Ctrl+Enter");
    }

    private void change() {
        if (!fresh.filled().equals(again.filled())) {
            refused(new Problem.Invalid("again", "The two new passphrases are not the same."));
            return;
        }
        ask(
                new Wish(now.filled().toCharArray(), fresh.filled().toCharArray()),
                wish -> desktop.office().people().changePassphrase(wish.now(), wish.fresh()),
                changed -> {
                    wipe();
                    tools().status().say("Your passphrase is changed. The old one opens nothing any more.");
                    finished.run();
                });
    }

    /// Empties the fields: a secret does not wait in a closed sheet.
    void wipe() {
        for (var field : List.of(now, fresh, again)) field.set("");
    }
}
