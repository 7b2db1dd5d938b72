using System.Text.Json.Nodes;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Hosting;

namespace Landfall.Constructs.Tests.Samples;

/// <summary>Synthesises plans in this process, all in one jsii kernel, which serves one caller at a time.</summary>
internal static class Synthesis
{
    private static readonly Lock Kernel = new();

    /// <summary>Synthesises a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="nag">True to run cdk-nag.</param>
    /// <param name="folder">The project's folder, or null when no file of it is read.</param>
    /// <param name="create">Creates the app, or null for Landfall's own.</param>
    /// <param name="read">Looks at the assembly's folder, or null.</param>
    /// <returns>The templates by stack name.</returns>
    public static SortedDictionary<string, JsonNode> Run(
        AppPlan plan,
        bool nag = false,
        string? folder = null,
        Func<AppPlan, SynthOptions, LandfallApp>? create = null,
        Action<string>? read = null)
    {
        var output = Directory.CreateTempSubdirectory("landfall-synth-");
        try
        {
            BuildSites(plan, folder);
            lock (Kernel)
            {
                var options = new SynthOptions(output.FullName, folder, nag);
                var app = create is null ? new LandfallApp(plan, options) : create(plan, options);
                app.Build();
                app.Synth();
            }

            read?.Invoke(output.FullName);
            return new SortedDictionary<string, JsonNode>(
                output.GetFiles("*.template.json").ToDictionary(
                    file => file.Name[..^".template.json".Length],
                    file => JsonNode.Parse(File.ReadAllText(file.FullName))!),
                StringComparer.Ordinal);
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }

    // A sample's site is built by the command line before it is synthesised; here a page stands for the result.
    private static void BuildSites(AppPlan plan, string? folder)
    {
        foreach (var site in plan.Services.OfType<SiteServicePlan>().Where(site => folder is not null && site.BuildCommand is not null))
        {
            var page = Path.Combine(folder!, site.Source, site.Output, "index.html");
            if (!File.Exists(page))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(page)!);
                File.WriteAllText(page, "<!doctype html><title>Site</title>");
            }
        }
    }

    /// <summary>Does something that uses the kernel while nobody else does.</summary>
    /// <typeparam name="T">The result's type.</typeparam>
    /// <param name="action">What to do.</param>
    /// <returns>Its result.</returns>
    public static T Alone<T>(Func<T> action)
    {
        lock (Kernel)
        {
            return action();
        }
    }
}
