using Landfall.Config.Pipelines;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;

namespace Landfall.Operations.Handover;

/// <summary>
/// The buildspecs of a service's own repository: install, lint, test, image, scan; and the release. Nothing runs in a phase that CodeBuild
/// would also come to after a failure (AWS CodeBuild User Guide, "Build phase transitions": POST_BUILD follows a failed BUILD).
/// </summary>
internal static class BuildFile
{
    private const string Dotnet = "dotnet";

    /// <summary>Writes it.</summary>
    /// <param name="plan">The environment that is released to.</param>
    /// <param name="service">The service.</param>
    /// <param name="steps">How the code is checked, or null where only its Dockerfile is known.</param>
    /// <param name="matrix">How its tests are spread, by builds of their own; null where they are run here.</param>
    /// <param name="signing">What the image is signed with, or null.</param>
    /// <returns>The file's text.</returns>
    public static string Write(AppPlan plan, ContainerServicePlan service, BuildSteps? steps, TestMatrix? matrix, SigningProfile? signing)
    {
        var names = plan.AwsNames;
        var tests = steps is { Test.Count: > 0 } && matrix is null;
        var text = new List<string>
        {
            $"# Builds and checks {service.Title} of {plan.App}; release.yml releases it to {plan.Environment}. A step that fails ends the build: nothing after it runs.",
            "version: 0.2",
            "env:",
            "  shell: bash",
            "  exported-variables: [TAG]",
            "  variables:",
            "    CI: \"true\"",
            $"    REPOSITORY: {names.Repository(service.Name)}",
            $"    PLATFORM: linux/{(service.Task.Architecture == CpuArchitecture.Arm64 ? "arm64" : "amd64")}",
            "phases:",
            "  install:",
        };
        text.AddRange(Runtimes(steps, steps?.Version));
        if (signing is not null && steps?.Runtime != BuildSteps.GoRuntime)
            text.Add($"      {BuildSteps.GoRuntime}: \"{SigningProfile.Go}\" # makes what signs");
        text.Add("    commands:");
        text.AddRange(Commands(steps is { Install.Count: > 0 } ? steps.Install : ["docker --version"]));
        text.AddRange(Explained("install"));
        if (steps is { Lint.Count: > 0 } || tests)
        {
            text.AddRange(["  pre_build:", "    commands:"]);
            if (steps!.Lint.Count > 0)
                text.AddRange(["      # Lint", .. Commands(steps.Lint)]);
            if (tests)
                text.AddRange(["      # Tests, with a report that CodeBuild shows", .. Commands(["mkdir -p reports", .. steps.Test])]);
            text.AddRange(Explained("pre_build"));
        }

        text.AddRange(["  build:", "    commands:", .. Image(plan, service), .. signing?.Steps ?? [], .. Explained("build")]);
        if (tests)
            text.AddRange(Reports(steps!));
        text.AddRange(["artifacts:", "  files: [\"bom/*.json\"] # the bill of materials of the image"]);
        return string.Join('\n', text) + "\n";
    }

    /// <summary>Writes the buildspec of the tests with one version of the language.</summary>
    /// <param name="service">The service.</param>
    /// <param name="steps">How the code is checked.</param>
    /// <param name="runtime">The version.</param>
    /// <param name="shards">How many builds the tests are split over.</param>
    /// <returns>The file's text.</returns>
    public static string WriteTests(ContainerServicePlan service, BuildSteps steps, string runtime, int shards)
    {
        List<string> text =
        [
            $"# Tests {service.Title} with {steps.Runtime} {runtime}{(shards > 1 ? $", split over {shards} builds, whose reports CodeBuild merges" : "")}.",
            "version: 0.2",
        ];
        if (shards > 1)
            text.AddRange(["batch:", "  fast-fail: false # all that fails is told at once", "  build-fanout:", $"    parallelism: {shards}", "    ignore-failure: false"]);
        text.AddRange(["env:", "  shell: bash", "  variables:", "    CI: \"true\"", "phases:", "  install:", .. Runtimes(steps, runtime), "    commands:"]);
        text.AddRange(Commands(steps.Install.Count > 0 ? steps.Install : [$"echo {runtime}"]));
        text.AddRange([.. Explained("install"), "  build:", "    commands:", "      - mkdir -p reports"]);
        text.AddRange(shards > 1 ? Split(steps.Split!) : Commands(steps.Test));
        text.AddRange([.. Explained("build"), .. Reports(steps)]);
        return string.Join('\n', text) + "\n";
    }

    /// <summary>
    /// CodeBuild lists the tests with the one command, and puts the share of the build after the other (AWS CodeBuild User Guide, "Use the
    /// codebuild-tests-run CLI command"): shares of equal size, by the names of the files.
    /// </summary>
    private static string[] Split(TestSplit split) =>
    [
        "      - |",
        "        codebuild-tests-run \\",
        $"          --test-command \"{split.Command}\" \\",
        $"          --files-search \"{split.Search}\" \\",
        "          --sharding-strategy equal-distribution",
    ];

    private static IEnumerable<string> Runtimes(BuildSteps? steps, string? version)
    {
        yield return "    runtime-versions:";
        if (steps is not null)
            yield return $"      {steps.Runtime}: \"{version}\"";
        if (steps?.Runtime != Dotnet)
            yield return $"      {Dotnet}: \"{PipelineCommands.Dotnet}\" # explains what fails";
    }

    private static string[] Reports(BuildSteps steps) => ["reports:", "  tests:", $"    files: [\"{steps.Reports}\"]", $"    file-format: {steps.Format}"];

    /// <summary>Writes the buildspec of the release, which an approval may stand before.</summary>
    /// <param name="plan">The environment that is released to.</param>
    /// <param name="service">The service.</param>
    /// <returns>The file's text.</returns>
    public static string WriteRelease(AppPlan plan, ContainerServicePlan service) => $"""
        # Releases the image TAG, which buildspec.yml has built, to {plan.Environment} of {plan.App}.
        version: 0.2
        env:
          shell: bash
          variables:
            CI: "true"
        phases:
          install:
            runtime-versions:
              dotnet: "{PipelineCommands.Dotnet}"
            commands:
              - dotnet tool restore
          build:
            commands:
              # New tasks take the place of the old ones; where they fail, the image before runs on
              - dotnet landfall release {service.Name} --app {plan.App} --env {plan.Environment} --image "$TAG"
        {string.Join('\n', Explained("build"))}

        """;

    /// <summary>What ends a phase: where it has failed, why.</summary>
    private static IReadOnlyList<string> Explained(string phase) =>
        [$"      - {PipelineCommands.Passed(phase)}", "    finally:", $"      - {PipelineCommands.Explain(phase)}"];

    private static string[] Image(AppPlan plan, ContainerServicePlan service) =>
    [
        "      # The image: its tag is the commit. Layers come from the image that runs.",
        "      - export TAG=\"${CODEBUILD_RESOLVED_SOURCE_VERSION:-$(git rev-parse HEAD)}\"",
        "      - REGISTRY=\"$(aws sts get-caller-identity --query Account --output text).dkr.ecr.$AWS_REGION." + Config.Regions.RegionTable.Of(plan.Region).DnsSuffix + "\"",
        $"      - RUNS=\"$(aws ssm get-parameter --name {plan.AwsNames.ImageParameter(service.Name)} --query Parameter.Value --output text)\"",
        $"      - if test \"$RUNS\" != {AwsNames.NoImage}; then CACHE=\"--cache-from type=registry,ref=$RUNS\"; fi",
        "      - aws ecr get-login-password | docker login --username AWS --password-stdin \"$REGISTRY\"",
        "      - docker buildx create --use --name build",
        "      - |",
        "        if ! aws ecr describe-images --repository-name \"$REPOSITORY\" --image-ids imageTag=\"$TAG\" > /dev/null 2>&1; then",
        "          docker buildx build --platform \"$PLATFORM\" --provenance=false $CACHE --cache-to type=inline --tag \"$REGISTRY/$REPOSITORY:$TAG\" --push .",
        "        fi",
        "      # The bill of materials: the packages in the image",
        "      - docker buildx build --platform \"$PLATFORM\" --sbom=true --output type=local,dest=image .",
        "      - mkdir -p bom && cp image/sbom*.json bom/",
        "      # The scan, five minutes at most: CRITICAL and HIGH stop the release",
        "      - |",
        "        for attempt in $(seq 60); do",
        "          status=\"$(aws ecr describe-image-scan-findings --no-paginate --repository-name \"$REPOSITORY\" --image-id imageTag=\"$TAG\" --query imageScanStatus.status --output text 2> /dev/null || echo PENDING)\"",
        "          case \"$status\" in",
        "            COMPLETE|ACTIVE) break ;;",
        "            PENDING|IN_PROGRESS) sleep 5 ;;",
        "            *) echo \"The image cannot be scanned: $status\"; exit 1 ;;",
        "          esac",
        "        done",
        "      - |",
        "        case \"$status\" in COMPLETE|ACTIVE) ;; *) echo \"The scan has not ended within five minutes. Run the build again.\"; exit 1 ;; esac",
        "      - |",
        "        found=\"$(aws ecr describe-image-scan-findings --no-paginate --repository-name \"$REPOSITORY\" --image-id imageTag=\"$TAG\" --query 'imageScanFindings.findingSeverityCounts.[CRITICAL,HIGH]' --output text)\"",
        "        case \"$found\" in *[1-9]*) echo \"The image has vulnerabilities (CRITICAL, HIGH): $found\"; exit 1 ;; esac",
    ];

    private static IEnumerable<string> Commands(IEnumerable<string> commands) => commands.Select(command => $"      - {command}");
}
