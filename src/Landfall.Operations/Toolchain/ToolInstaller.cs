using System.Security.Cryptography;
using System.Text;
using Landfall.Config;
using Landfall.Operations.Processes;

namespace Landfall.Operations.Toolchain;

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
                : throw new LandfallException(ErrorCodes.ToolsIncomplete, $"LANDFALL_TOOLS names '{given}', but node and the CDK CLI are not installed there. Unset it to let Landfall install them.");
        }

        var folder = Path.Combine(LandfallHome.Below("tools"), ManifestHash());
        if (!FolderRecord.IsIntact(folder))
        {
            using var alone = await FolderLock.TakeAsync(LandfallHome.Below("tools"), progress, TimeProvider.System, cancellation).ConfigureAwait(false);
            if (!FolderRecord.IsIntact(folder))
                await InstallAsync(folder, progress, cancellation).ConfigureAwait(false);
        }

        return Tools.In(folder);
    }

    /// <summary>Installs aside and moves into place as a whole: an interrupted installation never counts, and of two at once one wins.</summary>
    private static async Task InstallAsync(string folder, Action<string> progress, CancellationToken cancellation)
    {
        progress("Installing Node and the CDK CLI (once, about a minute) …");
        var aside = InTheWay.OfFolder($"{folder}.new");
        try
        {
            foreach (var name in Manifests)
                await File.WriteAllTextAsync(Path.Combine(aside, name), Manifest(name), cancellation).ConfigureAwait(false);
            var npm = new ProcessSpec("npm", ["install", "--prefix", aside, "--no-audit", "--no-fund", "--loglevel=error"]);
            var result = await ProcessRunner.RunAsync(npm, null, cancellation).ConfigureAwait(false);
            if (result.ExitCode != 0 || !Tools.In(aside).Exist)
                throw new LandfallException(ErrorCodes.ToolsNotInstalled, $"npm could not install the CDK CLI into '{folder}':\n{result.Error.Trim()}\nCheck the network and npm's registry setting, then try again.");
            FolderRecord.Write(aside, contents: false);
            Directory.Delete(InTheWay.OfFolder(folder), recursive: true);
            Directory.Move(aside, folder);
        }
        finally
        {
            if (Directory.Exists(aside))
                Directory.Delete(aside, recursive: true);
        }
    }

    private static string ManifestHash()
    {
        var text = string.Concat(Manifests.Select(Manifest));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
    }

    private static string Manifest(string name)
    {
        using var stream = typeof(ToolInstaller).Assembly.GetManifestResourceStream($"Landfall.Operations.Toolchain.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
