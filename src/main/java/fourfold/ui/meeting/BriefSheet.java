package fourfold.ui.meeting;

import fourfold.core.kernel.Id;
import fourfold.core.kernel.Problem;
import fourfold.core.threat.Threat;
import fourfold.desk.MeetingFile;
import fourfold.desk.PrintDesk;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Form;
import fourfold.ui.kit.Input;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.SideSheet;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Printing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;

/// How the handling instructions of threats on an agenda are met for the brief, one by one.
final class BriefSheet extends ViewModel {

    private final Desktop desktop;
    private final MeetingFile file;
    private final Map<Id<Threat>, Input<String>> answers = new LinkedHashMap<>();
    private final Command write;

    private BriefSheet(Desktop desktop, MeetingFile file, List<MeetingFile.Item> asked) {
        super(desktop.tools());
        this.desktop = desktop;
        this.file = file;
        for (var item : asked)
            item.threat().ifPresent(threat -> answers.put(threat, input(Input.text(
                            "answer" + answers.size(), "How " + item.ref() + " is handled")
                    .required()
                    .atMost(4000)
                    .help("Its instructions: " + item.handling()))));
        write = command("meeting.brief.write", "Write the brief", this::write).on("Ctrl+Enter");
    }

    static void open(Desktop desktop, MeetingFile file, List<MeetingFile.Item> asked) {
        var key = "meeting.brief/" + file.meeting().id();
        desktop.sheets().open(key, () -> new BriefSheet(desktop, file, asked).sheet(key));
    }

    private SideSheet sheet(String key) {
        var rows = new ArrayList<Node>();
        rows.add(Nodes.prose(
                "These threats may be in the brief only when it is said how their handling instructions are met. What you say stands"
                        + " on it.",
                "muted"));
        answers.values().forEach(answer -> rows.add(Form.area(answer, 3)));
        return new SideSheet(key, "Meeting brief", Form.of(rows.toArray(new Node[0])), this::hasUnsaved)
                .following(this)
                .buttons(write, List.of());
    }

    private void write() {
        var missing = answers.values().stream().filter(answer -> answer.filled().isBlank()).findFirst();
        if (missing.isPresent()) {
            refused(new Problem.Invalid(missing.get().name(), "Say how these instructions are met."));
            return;
        }
        tools().prompts().saveFile("Where the brief is written", MeetingFileViewModel.fileName(file), chosen -> {
            var given = new HashMap<Id<Threat>, String>();
            answers.forEach((threat, answer) -> given.put(threat, answer.filled().strip()));
            ask(new PrintDesk.Wish(PrintDesk.Paper.MEETING_BRIEF, file.line().ref(), given),
                    wish -> desktop.office().papers().print(wish, chosen),
                    printed -> {
                        tools().status().say(Printing.written(printed.file()));
                        desktop.sheets().finish();
                    });
        });
    }
}
