package io.wdatamock;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.wdatamock.time.RealTime;
import java.time.Clock;
import java.util.Date;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(
        packages = "io.wdatamock",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTests.WrittenByHand.class})
class ArchitectureTests {

    /** Spring AOT generates classes in all packages of a distribution. */
    static final class WrittenByHand implements ImportOption {

        private static final Pattern GENERATED = Pattern.compile(".*(__|\\$\\$).*");

        @Override
        public boolean includes(Location location) {
            return !location.matches(GENERATED);
        }
    }

    /** The packages with the server's endpoints. */
    private static final String EDGES = "io.wdatamock.(api|control|ops|page)..";

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles = slices().matching("io.wdatamock.(**)")
            .should()
            .beFreeOfCycles()
            .because("a package must be understandable without the packages that depend on it");

    @ArchTest
    static final ArchRule classesAreFreeOfCycles = slices().assignedFrom(new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                    return SliceIdentifier.of(type.getName().replaceFirst("\\$.*", ""));
                }

                @Override
                public String getDescription() {
                    return "top-level classes with their nested classes";
                }
            })
            .should()
            .beFreeOfCycles()
            .because("classes that depend on each other can only be understood together");

    @ArchTest
    static final ArchRule edgesAreUsedByDocumentsAndToolsOnly = noClasses()
            .that()
            .resideOutsideOfPackages("io.wdatamock.[api|control|ops|page|openapi|mcp]..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(EDGES)
            .because("the domain must not depend on the protocols through which it is used");

    @ArchTest
    static final ArchRule edgesDoNotUseEachOther = slices().matching(EDGES)
            .should()
            .notDependOnEachOther()
            .because("shared code belongs in a package that both depend on");

    @ArchTest
    static final ArchRule eventsKnowNoPublisher = noClasses()
            .that()
            .resideInAPackage("io.wdatamock.events..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.wdatamock..").and(not(resideInAPackage("io.wdatamock.events.."))))
            .because("publishers define what an event contains");

    @ArchTest
    static final ArchRule coreHasNoFrameworkDependency = noClasses()
            .that()
            .resideInAnyPackage("io.wdatamock.lifecycle..", "io.wdatamock.time..", "io.wdatamock.events..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta..")
            .because("the status of a run is a pure function of its recorded transitions and an instant");

    @ArchTest
    static final ArchRule realTimeIsReadInOnePlace = noClasses()
            .that(are(not(assignableTo(RealTime.class))))
            .should(access(System.class, "currentTimeMillis"))
            .orShould(access(System.class, "nanoTime"))
            .orShould(access(Clock.class, "system.*"))
            .orShould(access(Date.class, "<init>"))
            .orShould(accessTargetWhere(target(owner(DescribedPredicate.describe(
                            "a type of java.time",
                            owner -> owner.getPackageName().equals("java.time"))))
                    .and(target(name("now")))))
            .because("all other code uses the clock of its sandbox, which a test can control");

    @ArchTest
    static final ArchRule nothingSleeps = noClasses()
            .should(access(Thread.class, "sleep"))
            .orShould(access(TimeUnit.class, "sleep"))
            .because("the sandbox's clock controls time, and a sleeping thread delays other requests");

    @ArchTest
    static final ArchRule noThreadsAreCreated = noClasses()
            .that()
            .resideOutsideOfPackage("io.wdatamock.ops..")
            .should(access(Thread.class, "<init>|start|ofVirtual|ofPlatform|startVirtualThread"))
            .orShould(access(Executors.class, ".*"))
            .orShould(access(CompletableFuture.class, ".*Async"))
            .because("a thread must be stopped at shutdown, and would run without a request");

    @ArchTest
    static final ArchRule nothingIsScheduled = noMethods()
            .should()
            .beAnnotatedWith("org.springframework.scheduling.annotation.Scheduled")
            .because("statuses are computed when a client reads them");

    @ArchTest
    static final ArchRule randomnessIsSeeded = noClasses()
            .should(access(Random.class, "<init>"))
            .orShould(access(Math.class, "random"))
            .orShould(access(UUID.class, "randomUUID"))
            .orShould(access(ThreadLocalRandom.class, "current"))
            .because("the same requests must give the same IDs in every sandbox, which only SeededRandom guarantees");

    @ArchTest
    static final ArchRule fieldsAreNotInjected = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .because("constructor injection makes an object complete and immutable");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .should(new ArchCondition<>("be in a package whose package-info has @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                    String message = type.getName() + (marked ? " is" : " is not") + " in a null-marked package";
                    events.add(new SimpleConditionEvent(type, marked, message));
                }
            })
            .because("nullable types are annotated, and the build checks them");

    @ArchTest
    static final ArchRule packageNamesAreSpecific = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..", "..utils..", "..helper..", "..helpers..", "..manager..", "..common..", "..misc..")
            .because("an unspecific name does not limit the content of a package");

    /** Any call of or reference to a method or constructor. */
    private static ArchCondition<JavaClass> access(Class<?> type, String methodPattern) {
        DescribedPredicate<JavaAccess<?>> used = DescribedPredicate.describe(
                type.getSimpleName() + "." + methodPattern,
                access -> access.getTarget().getOwner().isEquivalentTo(type)
                        && access.getTarget().getName().matches(methodPattern));
        return accessTargetWhere(used);
    }
}
