using Landfall.Config.Pipelines;
using Landfall.Operations.Init;
using Landfall.Operations.Init.Stacks;

namespace Landfall.Operations.Handover;

/// <summary>How a build server installs, checks and tests what is written in a language.</summary>
/// <param name="Runtime">The runtime in CodeBuild's words, with its version (User Guide, "Available runtimes").</param>
/// <param name="Version">The runtime's version.</param>
/// <param name="Install">Commands that install what the build needs.</param>
/// <param name="Lint">Commands that fail on what is badly written; none where the project has no such check.</param>
/// <param name="Test">Commands that fail where a test does; none where there are no tests.</param>
internal sealed record BuildSteps(string Runtime, string Version, IReadOnlyList<string> Install, IReadOnlyList<string> Lint, IReadOnlyList<string> Test)
{
    /// <summary>Go, in CodeBuild's words.</summary>
    public const string GoRuntime = "golang";

    private const string JUnit = "JUNITXML";
    private const string Corretto = "corretto";

    /// <summary>Where the tests leave their reports.</summary>
    public string Reports { get; init; } = "reports/*.xml";

    /// <summary>The form of the reports, as CodeBuild calls it.</summary>
    public string Format { get; init; } = JUnit;

    /// <summary>What stands before the version in CodeBuild's words: Java's are <c>corretto21</c>.</summary>
    public string RuntimePrefix => Runtime == "java" ? Corretto : "";

    /// <summary>How the tests can be split over several builds; null where their runner takes no files.</summary>
    public TestSplit? Split { get; init; }

    /// <summary>What updates the dependencies, in Dependabot's words.</summary>
    public required string Ecosystem { get; init; }

    /// <summary>Finds the steps of a project.</summary>
    /// <param name="kind">What it is written in.</param>
    /// <param name="folder">Its folder.</param>
    /// <returns>The steps; null where only its Dockerfile is known.</returns>
    public static BuildSteps? Of(ProjectKind kind, string folder) => kind switch
    {
        ProjectKind.Node => Node(new NodePackage(folder)),
        ProjectKind.Python => Python(new PythonProject(folder), folder),
        ProjectKind.Go => new(GoRuntime, new GoModule(folder, "").Version, ["go mod download"], ["go vet ./..."],
            ["go run gotest.tools/gotestsum@v1.12.0 --junitfile reports/junit.xml ./..."])
        {
            Ecosystem = "gomod",

            // Go tests packages, whose names take the place of './...'.
            Split = new("go run gotest.tools/gotestsum@v1.12.0 --junitfile reports/junit.xml --", "go list ./..."),
        },
        ProjectKind.Dotnet => new("dotnet", new DotnetProject(folder, "").Version, ["dotnet restore"], ["dotnet format --no-restore --verify-no-changes"],
            ["dotnet test --no-restore --logger trx --results-directory reports"])
        { Ecosystem = "nuget", Reports = "reports/*.trx", Format = "VISUALSTUDIOTRX" },
        ProjectKind.Java => Java(new JavaBuild(folder), folder),
        ProjectKind.Ruby => Ruby(new RubyProject(folder), folder),
        _ => null,
    };

    private static BuildSteps Node(NodePackage package) =>
        new("nodejs", PipelineCommands.Node, [package.Install(everything: true)], One(package.Lint), One(package.Test))
        {
            Ecosystem = "npm",
            Split = package is { TestFiles: { } files, Test: { } test } ? new(test, TestSplit.Find("node_modules", files)) : null,
        };

    private static BuildSteps Python(PythonProject project, string folder)
    {
        var tools = File.Exists(Path.Combine(folder, "requirements-dev.txt")) ? "-r requirements-dev.txt" : "pytest ruff";
        var own = File.Exists(Path.Combine(folder, "requirements.txt")) ? "-r requirements.txt" : File.Exists(Path.Combine(folder, "pyproject.toml")) ? "." : "";
        return new("python", project.Version,
            ["python3 -m venv .venv", $".venv/bin/pip install {own}{(own.Length > 0 ? " " : "")}{tools}"],
            [".venv/bin/ruff check --exclude .venv ."],
            [".venv/bin/python -m pytest --junitxml=reports/junit.xml"])
        {
            Ecosystem = "pip",

            // What pytest looks for by itself.
            Split = new(".venv/bin/python -m pytest --junitxml=reports/junit.xml", TestSplit.Find(".venv", @".*/(test_[^/]*|[^/]*_test)\.py")),
        };
    }

    private static BuildSteps Java(JavaBuild build, string folder)
    {
        var maven = File.Exists(Path.Combine(folder, "pom.xml"));
        var wrapper = File.Exists(Path.Combine(folder, maven ? "mvnw" : "gradlew"));
        var command = maven ? wrapper ? "sh ./mvnw" : "mvn" : wrapper ? "sh ./gradlew" : "gradle";
        return new("java", $"{Corretto}{build.Version}", [], [], [maven ? $"{command} --batch-mode verify" : $"{command} --no-daemon check"])
        {
            Ecosystem = maven ? "maven" : "gradle",
            Reports = maven ? "target/surefire-reports/*.xml" : "build/test-results/test/*.xml",
        };
    }

    private static BuildSteps Ruby(RubyProject project, string folder)
    {
        var gems = File.Exists(Path.Combine(folder, "Gemfile")) ? File.ReadAllText(Path.Combine(folder, "Gemfile")) : "";
        var tests = !gems.Contains("rspec", StringComparison.Ordinal) ? "bundle exec rake test"
            : gems.Contains("rspec_junit_formatter", StringComparison.Ordinal) ? "bundle exec rspec --format progress --format RspecJunitFormatter --out reports/junit.xml"
            : "bundle exec rspec";
        return new("ruby", project.Version, ["bundle install"], gems.Contains("rubocop", StringComparison.Ordinal) ? ["bundle exec rubocop"] : [], [tests])
        {
            Ecosystem = "bundler",
            Split = tests.Contains(" rspec", StringComparison.Ordinal) ? new(tests, TestSplit.Find("vendor", @".*_spec\.rb")) : null,
        };
    }

    private static string[] One(string? command) => command is null ? [] : [command];
}
