using System.Globalization;
using Landfall.Config.Plan;

namespace Landfall.Config.Pipelines;

/// <summary>
/// What a pipeline runs, whoever runs it: lines of a POSIX shell that starts in the repository's root and stops at the first
/// that fails. Names, folders and versions in them have been checked to be words.
/// </summary>
/// <param name="Pipeline">The pipeline.</param>
internal sealed record PipelineCommands(PipelinePlan Pipeline)
{
    /// <summary>The .NET SDK, in the words of a build server.</summary>
    public const string Dotnet = "10.0";

    /// <summary>Node, whose npm installs what a deployment runs.</summary>
    public const string Node = "24";

    private string Folder => Pipeline.Source.Folder;

    /// <summary>Installs Landfall in the version that the repository pins, and refuses another package of that version.</summary>
    public IReadOnlyList<string> Install =>
        Pipeline is { Version: { } version, PackageHash: { } hash }
            ? ["dotnet tool restore", $"test \"$(cat \"${{NUGET_PACKAGES:-$HOME/.nuget/packages}}/landfall/{version}/landfall.{version}.nupkg.sha512\")\" = '{hash}'"]
            : ["dotnet tool restore"];

    /// <summary>
    /// The last command of a phase of CodeBuild. What is run finally is run "even if a command in the commands block fails" (AWS
    /// CodeBuild User Guide, "Build specification reference"), and knows by this how the phase went.
    /// </summary>
    /// <param name="phase">The phase.</param>
    public static string Passed(string phase) => $"export PASSED={phase}";

    /// <summary>Explains at the end of the log why a phase has failed, with the rights of the build itself.</summary>
    /// <param name="phase">The phase.</param>
    public static string Explain(string phase) =>
        $"test \"$PASSED\" = {phase} || {{ dotnet tool restore > /dev/null && env -u AWS_PROFILE dotnet landfall build explain --build \"$CODEBUILD_BUILD_ID\"; }} || true";

    /// <summary>
    /// The same in an empty folder. What has the token of the repository's service runs nothing that a pull request could have
    /// written: neither its files nor its configuration of NuGet are there.
    /// </summary>
    public IReadOnlyList<string> InstallAlone =>
    [
        "cd \"$(mktemp -d)\"",
        "mkdir .config",
        $"echo '{{\"version\":1,\"isRoot\":true,\"tools\":{{\"landfall\":{{\"version\":\"{Pipeline.Version}\",\"commands\":[\"landfall\"]}}}}}}' > .config/dotnet-tools.json",
        .. Install,
    ];

    /// <summary>Lets a model review a pull request, without where that is.</summary>
    /// <param name="repository">The folder of the repository.</param>
    /// <param name="from">What the change goes to.</param>
    public string Review(string repository, string from) => string.Create(
        CultureInfo.InvariantCulture,
        $"dotnet landfall pipeline review {repository} --base {from} --model {Pipeline.Review!.Model} --region {Pipeline.Stages[0].Region} --max-tokens {Pipeline.Review.MaxTokens}{(Pipeline.Review.FailOn is { } severity ? $" --fail-on {severity}" : "")}");

    /// <summary>Checks the file, and writes the templates of every environment.</summary>
    public IReadOnlyList<string> Build =>
        [$"dotnet landfall validate {Folder}", .. Pipeline.Stages.Select(stage => $"dotnet landfall synth {Folder} --env {stage.Environment}")];

    /// <summary>The architectures whose images are built, each on machines of its own.</summary>
    public IReadOnlyList<CpuArchitecture> Architectures => [.. Pipeline.Stages.SelectMany(stage => stage.Builds).Distinct().Order()];

    /// <summary>An architecture in the words of a file's name.</summary>
    public static string NameOf(CpuArchitecture architecture) => architecture == CpuArchitecture.Arm64 ? "arm64" : "x86";

    /// <summary>The folder that the images of an architecture are in: it is no part of what an image or a site is built from.</summary>
    public static string ImagesFolder(CpuArchitecture architecture) => $".landfall/images/{NameOf(architecture)}";

    /// <summary>
    /// Builds the images of all environments once. What an earlier run built from the same files is in the first environment's
    /// registry, which every run comes to first.
    /// </summary>
    public string Images(CpuArchitecture architecture) => Images(architecture, Pipeline.Stages.Where(stage => stage.Builds.Contains(architecture)).Select(stage => stage.Environment));

    /// <summary>Builds the images of a pull request's environment.</summary>
    /// <param name="architecture">The architecture.</param>
    /// <param name="environment">The environment.</param>
    public string Images(CpuArchitecture architecture, string environment) => Images(architecture, [environment]);

    private string Images(CpuArchitecture architecture, IEnumerable<string> environments) =>
        $"dotnet landfall build images {Folder} --architecture {NameOf(architecture)} --from {Pipeline.Stages[0].Environment} --output {ImagesFolder(architecture)}"
        + string.Concat(environments.Select(environment => $" --env {environment}"));

    /// <summary>Deploys a pull request's environment, in which there is nothing to lose.</summary>
    /// <param name="preview">The environments of pull requests.</param>
    /// <param name="environment">This one.</param>
    public string DeployPreview(PipelineStagePlan preview, string environment) =>
        $"dotnet landfall deploy {Folder} --env {environment}{Given(preview, ImagesFolder)} --yes --accept all --rollback-on-failure";

    /// <summary>The address of an environment; nothing where none is public.</summary>
    /// <param name="environment">The environment.</param>
    public string Address(string environment) =>
        $"dotnet landfall outputs {Folder} --env {environment} --json | node -p 'const all = Object.assign({{}}, ...Object.values(JSON.parse(require(\"fs\").readFileSync(0)))); all.CdnUrl || all.Url || \"\"'";

    /// <summary>Takes a pull request's environment down.</summary>
    /// <param name="environment">The environment.</param>
    public string Destroy(string environment) => $"dotnet landfall destroy {Folder} --env {environment} --yes";

    /// <summary>Brings the pipeline itself up to date, as far as that does no harm.</summary>
    public string Update => $"dotnet landfall pipeline deploy {Folder}{(Pipeline.Name.Length == 0 ? "" : $" --pipeline {Pipeline.Name}")} --yes";

    /// <summary>The file that the change of an environment is in.</summary>
    public static string ChangeFile(PipelineStagePlan stage) => $"change-{stage.Environment}.json";

    /// <summary>The file with the same change for people.</summary>
    public static string ChangeText(PipelineStagePlan stage) => $"change-{stage.Environment}.txt";

    /// <summary>Writes what deploying an environment would change, and shows it.</summary>
    /// <param name="stage">The environment.</param>
    /// <param name="images">Says where the images of an architecture are.</param>
    public IReadOnlyList<string> Change(PipelineStagePlan stage, Func<CpuArchitecture, string> images) =>
    [
        $"dotnet landfall diff {Folder} --env {stage.Environment}{Given(stage, images)} --output {ChangeFile(stage)} > {ChangeText(stage)}",
        $"cat {ChangeText(stage)}",
    ];

    /// <summary>
    /// A condition that holds when the change does harm. What is written indented has one property on a line, and a text that
    /// says the same has its quotes escaped.
    /// </summary>
    public static string DoesHarm(PipelineStagePlan stage) => $"grep -q '\"harmful\": true' {ChangeFile(stage)}";

    /// <summary>The option that has an environment's images pushed by their digests, and not built.</summary>
    /// <param name="stage">The environment.</param>
    /// <param name="images">Says where the images of an architecture are.</param>
    public static string Given(PipelineStagePlan stage, Func<CpuArchitecture, string> images) => string.Concat(stage.Builds.Select(architecture => $" --images {images(architecture)}"));

    /// <summary>Deploys exactly the change that was shown, or refuses.</summary>
    /// <param name="stage">The environment.</param>
    /// <param name="images">Says where the images of an architecture are.</param>
    public string Deploy(PipelineStagePlan stage, Func<CpuArchitecture, string> images) =>
        $"dotnet landfall deploy {Folder} --env {stage.Environment}{Given(stage, images)} --change {ChangeFile(stage)} --rollback-on-failure";
}
