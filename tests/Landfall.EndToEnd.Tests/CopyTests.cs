using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>Files into a container and out of it, whose part this machine plays: the commands really run, in a terminal.</summary>
public sealed class CopyTests(CopyTests.Deployed deployed) : IClassFixture<CopyTests.Deployed>, IDisposable
{
    private readonly ContainerPlugin _plugin = new();
    private readonly TemporaryFolder _inside = new();
    private readonly TemporaryFolder _outside = new();

    public void Dispose()
    {
        _plugin.Dispose();
        _inside.Dispose();
        _outside.Dispose();
    }

    [Fact]
    public async Task Cp_ThereAndBack_IsTheSameFileAndIsInTheTrail()
    {
        var (there, back) = (Inside("it's a dump.bin"), Outside("again.bin"));
        var source = Written(_outside, "dump.bin", 300_001);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(source, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var up = JsonNode.Parse((await CopyAsync(source, $"api:{there}", "--json")).Succeeded().Output)!;
        var down = (await CopyAsync($"api:{there}", back)).Succeeded();

        Assert.Equal((300_001, Sha256(source), true), ((long)up["bytes"]!, (string)up["sha256"]!, (bool)up["hashCompared"]!));
        Assert.Equal(File.ReadAllBytes(source), File.ReadAllBytes(there));
        Assert.Equal(File.ReadAllBytes(source), File.ReadAllBytes(back));
        Assert.StartsWith($"Copied api:{there} to {back}: 300001 bytes, the same SHA-256 at both ends (api of task ", down.Output, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(there));
        Assert.Equal(["it's a dump.bin"], Names(_inside));
        Assert.Equal(["again.bin", "dump.bin"], Names(_outside));
        var trail = (await deployed.Cloud.LandfallAsync("audit", deployed.Folder, "--local")).Succeeded().Output;
        Assert.Contains($"'{there}' written in api of task", trail.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cp_FolderAsTarget_GivesItAFileOfTheName()
    {
        var source = Written(_outside, "-n.txt", 0);

        (await CopyAsync(source, $"api:{_inside.Path}/")).Succeeded();
        var back = Directory.CreateDirectory(Outside("back")).FullName;
        (await CopyAsync($"api:{Inside("-n.txt")}", back)).Succeeded();

        Assert.Equal(0, new FileInfo(Path.Combine(back, "-n.txt")).Length);
    }

    [Fact]
    public async Task Cp_FileThatIsThere_IsWrittenOverByForceAlone()
    {
        var (source, there) = (Written(_outside, "new", 100), Written(_inside, "there", 10));

        Refused("LF5275", $"'{there}' is in the container already. Write over it with '--force'.", await CopyAsync(source, $"api:{there}"));
        Refused("LF5275", $"'{source}' is there already. Write over it with '--force'.", await CopyAsync($"api:{there}", source));
        Assert.Equal((100, 10), (new FileInfo(source).Length, new FileInfo(there).Length));
        (await CopyAsync(source, $"api:{there}", "--force")).Succeeded();

        Assert.Equal(File.ReadAllBytes(source), File.ReadAllBytes(there));
        Assert.Equal(["there"], Names(_inside));
    }

    [Fact]
    public async Task Cp_WhatCannotBeCopied_SaysWhyAndLeavesNothing()
    {
        var source = Written(_outside, "file", 10);

        Refused("LF5275", "There is no such file in the container.", await CopyAsync($"api:{Inside("missing")}", Outside("x")));
        Refused("LF5275", "There is a folder of that name in the container.", await CopyAsync($"api:{_inside.Path}", Outside("x")));
        Refused("LF5275", "That is a device", await CopyAsync("api:/dev/zero", Outside("x")));
        Refused("LF5275", "The container's user may not do that there", await CopyAsync(source, $"api:{Inside("no/such/folder")}"));
        Refused("LF5275", $"'{_outside.Path}' is a folder", await CopyAsync(_outside.Path, $"api:{Inside("x")}"));
        Refused("LF5275", "There is no folder", await CopyAsync("api:/etc/hostname", Outside("no/such")));
        Refused("LF5274", "Neither", await CopyAsync(source, Outside("x")));
        Refused("LF5272", "'shut' takes no sessions", await CopyAsync(source, "shut:/tmp/x"));
        Assert.Equal(["file"], Names(_outside));
        Assert.Empty(Names(_inside));
    }

    [Fact]
    public async Task Cp_ContainerWithoutTheTools_SaysWhatItNeeds()
    {
        using var tools = new TemporaryFolder();
        foreach (var tool in (string[])["base64", "wc", "stty", "rm", "mv", "chmod"])
            File.CreateSymbolicLink(Path.Combine(tools.Path, tool), Tool(tool));
        var source = Written(_outside, "file", 1000);

        var sized = JsonNode.Parse((await CopyAsync(source, $"api:{Inside("file")}", tools.Path, "--json")).Succeeded().Output)!;
        File.Delete(Path.Combine(tools.Path, "base64"));
        var without = await CopyAsync($"api:{Inside("file")}", Outside("x"), tools.Path);

        Assert.False((bool)sized["hashCompared"]!);
        Assert.Equal(File.ReadAllBytes(source), File.ReadAllBytes(Inside("file")));
        Refused("LF5276", "'cp' needs '/bin/sh' and 'base64' in the container's image.", without);
        Assert.Contains("not found", without.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cp_Interrupted_LeavesNothingAtEitherEnd()
    {
        var source = Written(_outside, "large", 3_000_000);
        var variables = new Dictionary<string, string?>(Variables()) { ["CONTAINER_STALLS"] = "1" };

        using var copy = RunningProgram.Start("dotnet", [Repository.Cli, "cp", source, $"api:{Inside("large")}", deployed.Folder, "--local"], variables);
        using (var watcher = new FileSystemWatcher(_inside.Path) { EnableRaisingEvents = true })
        {
            var begun = new TaskCompletionSource();
            watcher.Created += (_, _) => begun.TrySetResult();
            if (Names(_inside).Length == 0)
                await begun.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        }

        await copy.SignalAsync("INT");
        var result = await copy.EndAsync();

        Assert.Equal(130, result.ExitCode);
        Assert.Empty(Names(_inside));
    }

    private async Task<ProgramResult> CopyAsync(string source, string target, params string[] more)
    {
        var variables = Variables();
        if (more.Length > 0 && !more[0].StartsWith('-'))
            (variables["CONTAINER_PATH"], more) = (more[0], more[1..]);
        using var program = RunningProgram.Start("dotnet", [Repository.Cli, "cp", source, target, deployed.Folder, "--local", .. more], variables);
        return await program.EndAsync();
    }

    private Dictionary<string, string?> Variables() => new(deployed.Cloud.VariablesOnAws(new Dictionary<string, string?> { ["PATH"] = _plugin.Path }));

    private static void Refused(string code, string message, ProgramResult result)
    {
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains($"{code} ", result.Error, StringComparison.Ordinal);
        Assert.Contains(message, string.Join(' ', result.Error.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private static string Written(TemporaryFolder folder, string name, int bytes)
    {
        var (path, content) = (Path.Combine(folder.Path, name), new byte[bytes]);
        new Random(bytes).NextBytes(content);
        File.WriteAllBytes(path, content);
        return path;
    }

    private static string Tool(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, name)).First(File.Exists);

    private static string Sha256(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    private static string[] Names(TemporaryFolder folder) => [.. Directory.GetFileSystemEntries(folder.Path).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    private string Inside(string name) => Path.Combine(_inside.Path, name);

    private string Outside(string name) => Path.Combine(_outside.Path, name);

    /// <summary>A service that takes sessions, and one that does not.</summary>
    public sealed class Deployed : IAsyncLifetime
    {
        public LocalCloud Cloud { get; } = new();

        public string Folder { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            await Cloud.InitializeAsync();
            Folder = Cloud.Project("""
                app: copied
                region: us-east-1
                environments: { dev: { account: "111111111111" } }
                network: { nat: none }
                services:
                  api: { type: internal, image: nginx:1, port: 8080, exec: true }
                  shut: { type: internal, image: nginx:1, port: 8081 }
                """);
            await Cloud.DeployAsync(Folder, "dev");
        }

        public ValueTask DisposeAsync() => Cloud.DisposeAsync();
    }
}
