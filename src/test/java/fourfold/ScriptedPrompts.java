package fourfold;

import fourfold.ui.kit.Prompts;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Dialogs answered by a script, and what they said. An answer that is missing leaves things as they are.
public final class ScriptedPrompts implements Prompts {

    private final Deque<Object> answers = new ArrayDeque<>();
    private final List<String> said = new ArrayList<>();

    /// Answers the next question with yes.
    public ScriptedPrompts yes() {
        answers.add(Boolean.TRUE);
        return this;
    }

    /// Answers the next question for a text.
    public ScriptedPrompts text(String text) {
        answers.add(text);
        return this;
    }

    /// Answers the next question for a file or folder.
    public ScriptedPrompts path(Path path) {
        answers.add(path);
        return this;
    }

    /// Titles and texts, in order.
    public List<String> said() {
        return List.copyOf(said);
    }

    @Override
    public void tell(String title, String text) {
        said.add(title + ": " + text);
    }

    @Override
    public void ask(Question question, Runnable yes) {
        said.add(question.title() + ": " + question.text());
        if (next(Boolean.class) != null) {
            yes.run();
        }
    }

    @Override
    public void text(Question question, String label, Consumer<String> given) {
        said.add(question.title() + ": " + question.text());
        give(next(String.class), given);
    }

    @Override
    public void details(String title, String text, String details) {
        said.add(title + ": " + text);
    }

    @Override
    public void openFile(String title, List<String> endings, Consumer<Path> chosen) {
        said.add(title);
        give(next(Path.class), chosen);
    }

    @Override
    public void saveFile(String title, String suggestedName, Consumer<Path> chosen) {
        said.add(title + ": " + suggestedName);
        give(next(Path.class), chosen);
    }

    @Override
    public void folder(String title, Consumer<Path> chosen) {
        said.add(title);
        give(next(Path.class), chosen);
    }

    private <T> @Nullable T next(Class<T> kind) {
        return kind.isInstance(answers.peek()) ? kind.cast(answers.poll()) : null;
    }

    private static <T> void give(@Nullable T answer, Consumer<T> to) {
        if (answer != null) {
            to.accept(answer);
        }
    }
}
