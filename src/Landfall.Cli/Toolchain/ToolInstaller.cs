using System.Security.Cryptography;
using System.Text;
using Landfall.Cli.Processes;
using Landfall.Config;

namespace Landfall.Cli.Toolchain;

/// <summary>Finds the pinned tools, and installs them with npm on first use.</summary>
internal static class ToolInstaller
{
    private static readonly string[] Manifests = ["package.json", "package-lock.json"];

    /// <summary>Finds or installs the tools.</summary>
    /// <param name="progress">Gets a line for a person when something takes long.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The tools.</returns>
    /// <exception cref="LandfallException">npm is not there or failed.</exception>
    public static async Task<Tools> EnsureAsync(Action<string> progress, CancellationToken cancellation)
    {
        var given = Environment.GetEnvironmentVariable("LANDFALL_TOOLS");
        if (given is not null)
        {
            var tools = Tools.In(given);
            return tools.Exist
                ? tools
                : throw new LandfallException("LF5002", $"LANDFALL_TOOLS names '{given}', but node and the CDK CLI are not installed there. Unset it to let Landfall install them.");
        }

        var folder = LandfallHome.Below("tools", ManifestHash());
        var installed = Tools.In(folder);
        if (installed.Exist)
            return installed;

        progress("Installing Node and the CDK CLI (once, about a minute) …");
        foreach (var name in Manifests)
            await File.WriteAllTextAsync(Path.Combine(folder, name), Manifest(name), cancellation).ConfigureAwait(false);
        var npm = new ProcessSpec("npm", ["install", "--prefix", folder, "--no-audit", "--no-fund", "--loglevel=error"]);
        var result = await ProcessRunner.RunAsync(npm, null, cancellation).ConfigureAwait(false);
        if (result.ExitCode != 0 || !installed.Exist)
            throw new LandfallException("LF5003", $"npm could not install the CDK CLI into '{folder}':\n{result.Error.Trim()}\nCheck the network and npm's registry setting, then try again.");
        return installed;
    }

    private static string ManifestHash()
    {
        var text = string.Concat(Manifests.Select(Manifest));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
    }

    private static string Manifest(string name)
    {
        using var stream = typeof(ToolInstaller).Assembly.GetManifestResourceStream($"Landfall.Cli.Toolchain.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
