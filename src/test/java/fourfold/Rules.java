package fourfold;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// The rules of the house, for the packages under a root: the program's own, or that of the deliberate offenders.
final class Rules {

    private static final List<String> RINGS = List.of(
            "core", "vault", "journal", "store", "packet", "report", "extract", "desk", "ui", "cli", "app");

    /// What each ring sees of the others; `app` sees all.
    private static final Map<String, List<String>> SEES = Map.of(
            "core", List.of(),
            "vault", List.of("core"),
            "journal", List.of("core", "vault"),
            "store", List.of("core"),
            "packet", List.of("core", "vault"),
            "report", List.of("core"),
            "extract", List.of("core"),
            "desk", List.of("core", "vault", "journal", "store", "packet", "report", "extract"),
            "ui", List.of("core", "desk"),
            "cli", List.of("core", "desk"));

    private static final String[] JAVAFX = {"javafx..", "com.sun.javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp.."};
    private static final String[] SQL = {"java.sql..", "javax.sql..", "org.jooq..", "org.h2..", "org.flywaydb.."};

    private final String root;
    private final Map<String, ArchRule> all = new LinkedHashMap<>();

    private Rules(String root) {
        this.root = root;
        rings();
        libraries();
        features();
        threads();
        habits();
    }

    /// Every rule by a short name.
    static Map<String, ArchRule> under(String root) {
        return new Rules(root).all;
    }

    private void rings() {
        SEES.forEach((ring, seen) -> {
            var hidden = new ArrayList<>(RINGS);
            hidden.removeAll(seen);
            hidden.remove(ring);
            rule("ring " + ring, noClasses().that().resideInAPackage(in(ring)).should().dependOnClassesThat()
                    .resideInAnyPackage(hidden.stream().map(this::in).toArray(String[]::new))
                    .because("the rings are one line of dependency, and " + ring + " sees "
                            + (seen.isEmpty() ? "no other" : "only " + String.join(", ", seen))));
        });
        rule("cycles", slices().matching(root + ".core.(*)..").should().beFreeOfCycles()
                .because("a subject that cannot be read without another is not a subject of its own"));
    }

    private void libraries() {
        rule("core alone", noClasses().that().resideInAPackage(in("core")).should()
                .dependOnClassesThat(not(resideInAnyPackage(in("core"), "java.lang..", "java.util..", "java.time..",
                        "java.nio.charset..", "java.math..", "org.jspecify..").or(DescribedPredicate.describe("digests",
                        (JavaClass c) -> c.getName().startsWith("java.security.MessageDigest")
                                || c.getName().equals("java.nio.ByteBuffer")
                                || c.getName().equals("java.nio.ByteOrder")
                                || c.getName().equals("java.security.NoSuchAlgorithmException")
                                || c.isPrimitive() || c.isArray()))))
                .because("a rule that knows no clock, disk, store or screen can be read and tested as it stands"));
        rule("no concurrency in core", noClasses().that().resideInAPackage(in("core")).should()
                .dependOnClassesThat().resideInAPackage("java.util.concurrent..")
                .because("records and rules are immutable and know no thread"));
        rule("windows only in ui", noClasses().that().resideInAnyPackage(in("core"), in("vault"), in("journal"), in("store"),
                        in("packet"), in("report"), in("extract"), in("desk"), in("cli")).should()
                .dependOnClassesThat().resideInAnyPackage(JAVAFX)
                .because("everything below the window must run without one"));
        rule("tables only in store", noClasses().that().resideInAPackage(root + "..").and(not(resideInAPackage(in("store"))))
                .should().dependOnClassesThat().resideInAnyPackage(SQL)
                .because("the store is a projection behind its own words, and no other code speaks SQL"));
        rule("no serialisation", noClasses().that().resideInAPackage(root + "..").should()
                .dependOnClassesThat().haveNameMatching("java\\.io\\.(ObjectInputStream|ObjectOutputStream|Externalizable)")
                .because("what is read back is parsed and checked, never made into objects by itself"));
    }

    private void features() {
        rule("ui features", classes().that().resideInAPackage(in("ui")).should(seeOnlyTheirOwnFeature())
                .because("a screen that reaches into another cannot be changed alone"));
        rule("view-models", noClasses().that().resideInAPackage(in("ui")).and().haveSimpleNameEndingWith("ViewModel").should()
                .dependOnClassesThat(resideInAnyPackage(JAVAFX).and(not(
                        resideInAnyPackage("javafx.beans..", "javafx.collections..", "javafx.util.."))))
                .because("what a screen does is tested without a screen"));
        rule("store's words", methods().that().areDeclaredInClassesThat().resideInAPackage(in("store"))
                .and().areDeclaredInClassesThat(not(resideInAPackage(in("store.gen"))))
                .and().arePublic().and().areDeclaredInClassesThat().arePublic().should(speakNoJooq())
                .because("a desk that sees a jOOQ type is tied to the tables"));
    }

    private void threads() {
        rule("threads", noClasses().that().resideInAPackage(in("ui")).and().haveNameNotMatching(".*\\.ui\\.kit\\.Work\\w*(\\$.*)?")
                .should().dependOnClassesThat().haveNameMatching(
                        "java\\.lang\\.Thread(\\$.*)?|java\\.util\\.concurrent\\.Executors|javafx\\.application\\.Platform|javafx\\.concurrent\\..*")
                .because("Work is the only way off the interface's thread and back, and it has no silent path"));
        rule("no interrupts", classes().that().resideInAPackage(root + "..").should(interruptNobodyElse())
                .because("an interrupt closes the database's file under its feet"));
    }

    private void habits() {
        rule("no mutable statics", fields().that().areDeclaredInClassesThat(areOurs()).and().areStatic().should().beFinal()
                .because("state belongs to an object that somebody made and will close"));
        rule("no getInstance", noMethods().that().areDeclaredInClassesThat(areOurs()).should().haveName("getInstance")
                .because("what a class needs is given to it where everything is wired"));
        // BagInfo is the packages' own word: the file bag-info.txt of RFC 8493
        rule("names", noClasses().that(areOurs()).and().doNotHaveSimpleName("BagInfo").should().haveNameMatching(
                        ".*(Manager|Helper|Helpers|Util|Utils|Impl|Base|Service|Processor|Data|Info)(\\$.*)?")
                .because("a name says what a thing is in the officers' own words"));
        rule("main", noClasses().that().haveSimpleName("Main").should().beAssignableTo("javafx.application.Application")
                .because("a command must start without the toolkit, and the launcher must not look for it"));
    }

    private void rule(String name, ArchRule rule) {
        all.put(name, rule);
    }

    private String in(String ring) {
        return root + "." + ring + "..";
    }

    private DescribedPredicate<JavaClass> areOurs() {
        return resideInAPackage(root + "..").and(not(resideInAPackage(in("store.gen"))))
                .and(DescribedPredicate.describe("are written by hand", c -> !c.getModifiers().contains(JavaModifier.SYNTHETIC)));
    }

    /// Places, kit and parts, each seeing those before it, are for everybody; the shell alone knows every feature.
    private ArchCondition<JavaClass> seeOnlyTheirOwnFeature() {
        return new ArchCondition<>("see only kit, parts, place and their own feature") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                var own = feature(item);
                if (own.equals("shell") || own.isEmpty()) return;
                item.getDirectDependenciesFromSelf().stream()
                        .filter(d -> d.getTargetClass().getPackageName().startsWith(root + ".ui"))
                        .filter(d -> !visible(own, feature(d.getTargetClass())))
                        .forEach(d -> events.add(SimpleConditionEvent.violated(d, d.getDescription())));
            }
        };
    }

    private static boolean visible(String own, String other) {
        return switch (own) {
            case "place" -> other.equals("place");
            case "kit" -> other.equals("kit") || other.equals("place");
            case "parts" -> List.of("parts", "place", "kit").contains(other);
            default -> List.of(own, "parts", "place", "kit").contains(other);
        };
    }

    private String feature(JavaClass type) {
        var inside = type.getPackageName().substring((root + ".ui").length());
        return inside.isEmpty() ? "" : inside.substring(1).split("\\.")[0];
    }

    /// Passing on an interrupt to the thread that caught it is no interrupting.
    private static ArchCondition<JavaClass> interruptNobodyElse() {
        return new ArchCondition<>("interrupt no other thread and cancel no running work") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (var call : item.getMethodCallsFromSelf()) {
                    var owner = call.getTargetOwner();
                    boolean stops = owner.isAssignableTo(ExecutorService.class) && call.getName().equals("shutdownNow")
                            || owner.isAssignableTo(Future.class) && call.getName().equals("cancel")
                            || owner.isAssignableTo(Thread.class) && call.getName().equals("interrupt")
                                    && call.getOrigin().getMethodCallsFromSelf().stream()
                                            .noneMatch(other -> other.getName().equals("currentThread"));
                    if (stops) events.add(SimpleConditionEvent.violated(call, call.getDescription()));
                }
            }
        };
    }

    private static ArchCondition<JavaMethod> speakNoJooq() {
        return new ArchCondition<>("have no jOOQ type in their signature") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Stream.concat(Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
                        .filter(type -> type.getPackageName().startsWith("org.jooq"))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " speaks of " + type.getName())));
            }
        };
    }
}
