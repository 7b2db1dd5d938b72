using Landfall.Config.Plan;
using Landfall.Operations.Init;
using Landfall.Operations.Synthesis;

namespace Landfall.Operations.Handover;

/// <summary>What a repository needs beside its code.</summary>
internal static class RepositoryFiles
{
    /// <summary>Writes the files.</summary>
    /// <param name="plan">The environment that is released to.</param>
    /// <param name="service">The service.</param>
    /// <param name="kind">What the code is written in.</param>
    /// <param name="code">The folder with the code.</param>
    /// <param name="parameters">What is asked for.</param>
    /// <returns>Their contents by name.</returns>
    public static IReadOnlyDictionary<string, string> Of(AppPlan plan, ContainerServicePlan service, ProjectKind kind, string code, HandoverParameters parameters)
    {
        var steps = BuildSteps.Of(kind, code);
        var matrix = TestMatrix.Of(parameters, steps);
        var signing = SigningProfile.Of(parameters.Sign, plan);
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [".config/dotnet-tools.json"] = $$"""{ "version": 1, "isRoot": true, "tools": { "landfall": { "version": "{{LandfallVersion.Current}}", "commands": ["landfall"] } } }""" + "\n",
            [".dockerignore"] = ".config\n.git\n.github\n.venv\nbom\nimage\nnode_modules\nreports\n",
            [".gitignore"] = ".venv/\nbom/\nimage/\nnode_modules/\nreports/\n",
            ["README.md"] = Readme(plan, service, steps, matrix, signing),
            ["buildspec.yml"] = BuildFile.Write(plan, service, steps, matrix, signing),
            ["delivery.template.json"] = DeliveryTemplate.Write(plan, service, matrix, signing),
            ["release.yml"] = BuildFile.WriteRelease(plan, service),
        };
        if (parameters.Updates == DependencyUpdates.Renovate)
            files["renovate.json"] = Renovate;
        else
            files[".github/dependabot.yml"] = Dependabot(steps);
        foreach (var runtime in matrix?.Runtimes ?? [])
            files[TestMatrix.FileOf(runtime)] = BuildFile.WriteTests(service, steps!, runtime, matrix!.Shards);
        if (kind != ProjectKind.Docker)
            files["Dockerfile"] = Scaffold.Dockerfile(new InitRequest(code, plan.App, service.Name, TypeOf(service), kind, plan.Region, PortOf(service), "/health"));
        return files;
    }

    // It finds out by itself what a repository depends on (Renovate Docs, "Config presets", config:recommended; "Schedule presets", schedule:weekly).
    private const string Renovate = """{ "$schema": "https://docs.renovatebot.com/renovate-schema.json", "extends": ["config:recommended", "schedule:weekly"] }""" + "\n";

    private static string TypeOf(ContainerServicePlan service) => service switch { WebServicePlan => "web", InternalServicePlan => "internal", _ => "worker" };

    private static int PortOf(ContainerServicePlan service) => service switch { WebServicePlan web => web.Port, InternalServicePlan inner => inner.Port, _ => 8080 };

    private static string Dependabot(BuildSteps? steps) => "version: 2\nupdates:\n" + string.Concat(
        new[] { steps?.Ecosystem, "docker" }.OfType<string>().Select(one => $"  - {{ package-ecosystem: {one}, directory: /, schedule: {{ interval: weekly }} }}\n"));

    private static string Readme(AppPlan plan, ContainerServicePlan service, BuildSteps? steps, TestMatrix? matrix, SigningProfile? signing) => $"""
        # {service.Title}

        A service of {plan.App}. What it is (its size, its address, what it uses) stands in the system's `landfall.yaml`; this repository
        has its code, and releases it to {plan.Environment}.

        | to | run |
        |---|---|
        | install | {Cell(steps?.Install)} |
        | lint | {Cell(steps?.Lint)} |
        | test | {Cell(steps?.Test)} |
        | build the image | `docker build .` |
        | release an image by hand | `dotnet landfall release {service.Name} --app {plan.App} --env {plan.Environment} --image TAG` |

        ## From a push to {plan.Environment}

        `delivery.template.json` is a pipeline: the source, {Tests(matrix)}`buildspec.yml` (install, lint, {(matrix is null ? "tests, " : "")}the image under the commit's id, ECR's scan,
        the bill of materials{(signing is null ? "" : ", the signature")}), an approval, and `release.yml`. A step that fails ends it; an image with CRITICAL or HIGH vulnerabilities
        is not released. Once the system has been deployed with `released: true` as the image of {service.Title}, in its account and region:

        ```sh
        aws cloudformation deploy --template-file delivery.template.json --stack-name {plan.App}-{plan.Environment}-{service.Name}-delivery \
          --capabilities CAPABILITY_IAM --region {plan.Region} \
          --parameter-overrides Connection=ARN Repository=OWNER/NAME Branch=main Approval=true
        ```

        `Connection` is the ARN of a connection to GitHub, GitLab or Bitbucket (AWS CodePipeline, Settings, Connections).

        What the containers get from the system (databases, queues, secrets) comes as environment variables; the program listens on `PORT`.

        """;

    private static string Tests(TestMatrix? matrix) => matrix is null ? ""
        : $"{string.Join(" and ", matrix.Runtimes.Select(runtime => $"`{TestMatrix.FileOf(runtime)}`"))} (the tests{(matrix.Shards > 1 ? $", split over {matrix.Shards} builds" : "")}), ";

    private static string Cell(IReadOnlyList<string>? commands) => commands is { Count: > 0 } ? string.Join(", ", commands.Select(one => $"`{one}`")) : "–";
}
