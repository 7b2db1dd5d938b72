using System.Text.Encodings.Web;
using System.Text.Json;
using Landfall.Config.Pipelines;

namespace Landfall.Constructs.Pipelines;

/// <summary>What a CodeBuild project runs, as CodeBuild reads it (AWS CodeBuild User Guide, "Build specification reference").</summary>
internal static class Buildspec
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a buildspec.</summary>
    /// <param name="install">What is run first.</param>
    /// <param name="build">What is run then.</param>
    /// <param name="exported">Variables that later actions may read.</param>
    /// <param name="files">Files that later actions get.</param>
    /// <param name="folder">The folder that they are in, or null for the source's.</param>
    /// <returns>JSON, which is YAML too.</returns>
    public static string Write(IReadOnlyList<string> install, IReadOnlyList<string> build, IReadOnlyList<string> exported, IReadOnlyList<string> files, string? folder = null)
    {
        var env = new Dictionary<string, object> { ["shell"] = "bash", ["variables"] = new Dictionary<string, object> { ["CI"] = "true" } };
        if (exported.Count > 0)
        {
            env["exported-variables"] = exported;
        }

        var spec = new Dictionary<string, object>
        {
            ["version"] = "0.2",
            ["env"] = env,
            ["phases"] = new Dictionary<string, object>
            {
                ["install"] = new Dictionary<string, object>
                {
                    ["runtime-versions"] = new Dictionary<string, object> { ["dotnet"] = PipelineCommands.Dotnet, ["nodejs"] = PipelineCommands.Node },
                    ["commands"] = install,
                },
                ["build"] = new Dictionary<string, object>
                {
                    ["commands"] = (string[])[.. build, PipelineCommands.Passed("build")],
                    ["finally"] = (string[])[PipelineCommands.Explain("build")],
                },
            },
        };
        if (files.Count > 0)
        {
            var artifacts = new Dictionary<string, object> { ["files"] = files };
            if (folder is not null)
            {
                artifacts["base-directory"] = folder;
            }

            spec["artifacts"] = artifacts;
        }

        return JsonSerializer.Serialize(spec, Options);
    }
}
