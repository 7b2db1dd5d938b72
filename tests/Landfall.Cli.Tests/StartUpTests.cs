using System.Diagnostics;

namespace Landfall.Cli.Tests;

public sealed class StartUpTests
{
    // A command that needs no AWS must not wait for its assemblies, and none for those of assistants, Kubernetes or the operator's store: here they are not even there.
    [Theory]
    [InlineData("validate")]
    [InlineData("graph")]
    [InlineData("schema")]
    public async Task Command_ThatNeedsNoAws_RunsWithoutItsAssemblies(string command)
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Select(Path.GetFileName))
        {
            if (!file!.StartsWith("AWSSDK.", StringComparison.Ordinal) && !file.StartsWith("ModelContextProtocol", StringComparison.Ordinal) && !file.Contains("Sqlite", StringComparison.OrdinalIgnoreCase) && file is not ("Landfall.Aws.dll" or "Landfall.Mcp.dll" or "Landfall.Kubernetes.dll" or "KubernetesClient.dll"))
                File.Copy(Path.Combine(AppContext.BaseDirectory, file), Path.Combine(folder.Path, file));
        }

        string[] project = command == "schema" ? [] : [Path.Combine(GoldenFile.Repository, "samples", "shop")];
        string[] arguments =
        [
            "exec", "--runtimeconfig", Path.Combine(AppContext.BaseDirectory, "landfall.runtimeconfig.json"),
            Path.Combine(folder.Path, "landfall.dll"), command, .. project,
        ];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, await error);
        Assert.NotEqual("", command == "validate" ? await error : await output);
    }
}
