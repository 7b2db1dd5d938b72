using System.IO.Compression;

namespace Landfall.EndToEnd.Tests.Distribution;

[LongRun]
public sealed class InstalledToolTests(InstalledTool tool) : IClassFixture<InstalledTool>
{
    private readonly InstalledTool _tool = tool.OrSkip();

    [Fact]
    public void Pack_CommandLine_IsSmallAndWithoutTheCdk()
    {
        using var package = ZipFile.OpenRead(_tool.CliPackage);
        var names = package.Entries.Select(e => e.Name).ToList();

        // The AWS SDK is 3 MB of it, half of that the EC2 client; Landfall's own code is 2.3 MB and 1 MB to tell the lines of a fault,
        // the AIOps engine's numerics are 0.6 MB, what 'landfall mcp' speaks the protocol with is 0.7 MB. The client of Kubernetes is 3 MB;
        // SQLite, compiled for eight systems, is 6.6 MB, without which the operator would have no store that outlives it: 19.4 MB in all. The CDK alone would be some 60 MB.
        var bytes = new FileInfo(_tool.CliPackage).Length;
        Assert.True(bytes < 20_500_000, $"The command line's package has grown beyond 20.5 MB: it has {bytes} bytes.");
        Assert.Equal(8, names.Count(name => name is "libe_sqlite3.so" or "libe_sqlite3.dylib" or "e_sqlite3.dll"));
        Assert.Contains("landfall.dll", names);
        Assert.DoesNotContain(names, n => n.StartsWith("Amazon.", StringComparison.Ordinal) || n.StartsWith("Constructs", StringComparison.Ordinal)
            || n.StartsWith("Cdklabs", StringComparison.Ordinal) || n is "Landfall.Constructs.dll" or "Landfall.Synth.dll");
    }

    [Theory]
    [InlineData("Landfall", null)]
    [InlineData("Landfall.Config", "Landfall.Config.xml")]
    [InlineData("Landfall.Constructs", "Landfall.Constructs.xml")]
    public void Pack_EveryPackage_SaysWhatItIs(string id, string? documentation)
    {
        using var package = ZipFile.OpenRead(Path.Combine(_tool.Packages, $"{id}.{InstalledTool.Version}.nupkg"));
        using var reader = new StreamReader(package.GetEntry($"{id}.nuspec")!.Open());
        var specification = reader.ReadToEnd();

        Assert.Contains($"<version>{InstalledTool.Version}</version>", specification, StringComparison.Ordinal);
        Assert.Contains("<license type=\"expression\">Apache-2.0</license>", specification, StringComparison.Ordinal);
        Assert.Contains("<readme>README.md</readme>", specification, StringComparison.Ordinal);
        Assert.Matches("<description>[^<]{20,}</description>", specification);
        Assert.NotNull(package.GetEntry("README.md"));
        if (documentation is not null)
            Assert.Contains(package.Entries, entry => entry.Name == documentation && entry.Length > 10_000);
    }

    [Fact]
    public async Task Landfall_OtherVersionThanTheRepositoryPins_NamesTheRemedy()
    {
        var folder = _tool.NewFolder("pinned");
        (await _tool.LandfallAsync("init", folder, "--app", "pinned", "--type", "web", "--kind", "node")).Succeeded();
        Directory.CreateDirectory(Path.Combine(folder, ".config"));
        var manifest = Path.Combine(folder, ".config", "dotnet-tools.json");
        await File.WriteAllTextAsync(manifest, Manifest("0.0.1"), TestContext.Current.CancellationToken);

        var refused = await _tool.LandfallAsync("validate", folder);
        await File.WriteAllTextAsync(manifest, Manifest(InstalledTool.Version), TestContext.Current.CancellationToken);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains($"pins landfall 0.0.1, but this is landfall {InstalledTool.Version}", refused.Error, StringComparison.Ordinal);
        (await _tool.LandfallAsync("validate", folder)).Succeeded();

        static string Manifest(string version) =>
            $"{{ \"version\": 1, \"isRoot\": true, \"tools\": {{ \"landfall\": {{ \"version\": \"{version}\", \"commands\": [\"landfall\"] }} }} }}";
    }

    [Fact]
    public async Task Landfall_InstalledInAnEmptyFolder_InitialisesValidatesAndSynthesises()
    {
        var folder = _tool.NewFolder("hello");

        (await _tool.LandfallAsync("init", folder, "--app", "hello", "--type", "web", "--kind", "node")).Succeeded();
        (await _tool.LandfallAsync("validate", folder)).Succeeded();
        var first = (await _tool.LandfallAsync("synth", folder)).Succeeded();
        var second = (await _tool.LandfallAsync("synth", folder)).Succeeded();

        Assert.Contains("Obtaining the synth host", first.Error);
        Assert.NotEmpty(Directory.GetFiles(first.Output.Trim(), "*.template.json"));
        Assert.Contains("Nothing has changed", second.Error);
    }

    [Fact]
    public async Task Synth_OfAHostMadeAsThePageSays_BuildsItOnceAndRunsIt()
    {
        var folder = _tool.NewFolder("extended");
        var cancellation = TestContext.Current.CancellationToken;
        (await _tool.LandfallAsync("init", folder, "--app", "extended", "--type", "web", "--kind", "node")).Succeeded();
        var infra = Directory.CreateDirectory(Path.Combine(folder, "infra")).FullName;
        await File.AppendAllTextAsync(Path.Combine(folder, "landfall.yaml"), "\nextend: ./infra\n", cancellation);
        foreach (var (name, text) in ExtendPage.Files())
            await File.WriteAllTextAsync(Path.Combine(folder, name), text.Replace("Version=\"0.1.0\"", $"Version=\"{InstalledTool.Version}\"", StringComparison.Ordinal), cancellation);

        var first = (await _tool.LandfallAsync("synth", folder)).Succeeded();
        var second = (await _tool.LandfallAsync("synth", folder)).Succeeded();
        await File.AppendAllTextAsync(Path.Combine(infra, "Program.cs"), "internal sealed class Broken : Missing;\n", cancellation);
        var broken = await _tool.LandfallAsync("synth", folder);

        Assert.Contains("Building infra/Infra.csproj", first.Error);
        Assert.Contains("cost-centre", await File.ReadAllTextAsync(Path.Combine(first.Output.Trim(), "extended-dev-network.template.json"), cancellation));
        Assert.DoesNotContain("Building", second.Error);
        Assert.Contains("Nothing has changed", second.Error);
        Assert.Equal(1, broken.ExitCode);
        Assert.Matches(@"does not build:\n  infra/Program\.cs:\d+:32 CS0246 The type or namespace name 'Missing' [^\n]*\n$", broken.Error);
    }
}
