package fourfold.app;

import fourfold.ui.kit.Prompts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Questions to whoever is let in. An act that ends after the vault was locked asks nobody, and what was asked before is not
/// answered any more: whoever sits there then may be somebody else.
///
/// @param open whether the vault is still open to them
record UntilLocked(Prompts prompts, BooleanSupplier open) implements Prompts {

    private void ifOpen(Runnable step) {
        if (open.getAsBoolean()) step.run();
    }

    private <T> Consumer<T> ifOpen(Consumer<T> given) {
        return value -> ifOpen(() -> given.accept(value));
    }

    @Override
    public void tell(String title, String text) {
        ifOpen(() -> prompts.tell(title, text));
    }

    @Override
    public void ask(Question question, Runnable yes) {
        ifOpen(() -> prompts.ask(question, () -> ifOpen(yes)));
    }

    @Override
    public void text(Question question, String label, Consumer<String> given) {
        ifOpen(() -> prompts.text(question, label, ifOpen(given)));
    }

    @Override
    public void details(String title, String text, String details) {
        ifOpen(() -> prompts.details(title, text, details));
    }

    @Override
    public void openFile(String title, List<String> endings, Consumer<Path> chosen) {
        ifOpen(() -> prompts.openFile(title, endings, ifOpen(chosen)));
    }

    @Override
    public void saveFile(String title, String suggestedName, Consumer<Path> chosen) {
        ifOpen(() -> prompts.saveFile(title, suggestedName, ifOpen(chosen)));
    }

    @Override
    public void folder(String title, Consumer<Path> chosen) {
        ifOpen(() -> prompts.folder(title, ifOpen(chosen)));
    }
}
