using System.IO.Compression;

namespace Landfall.EndToEnd.Tests.Distribution;

public sealed class InstalledToolTests(InstalledTool tool) : IClassFixture<InstalledTool>
{
    [Fact]
    public void Pack_CommandLine_IsSmallAndWithoutTheCdk()
    {
        using var package = ZipFile.OpenRead(tool.CliPackage);
        var names = package.Entries.Select(e => e.Name).ToList();

        // The AWS SDK is most of it: its EC2 client alone is 5 MB of code.
        Assert.True(new FileInfo(tool.CliPackage).Length < 6_000_000, "The command line's package has grown beyond 6 MB.");
        Assert.Contains("landfall.dll", names);
        Assert.DoesNotContain(names, n => n.StartsWith("Amazon.", StringComparison.Ordinal) || n.StartsWith("Constructs", StringComparison.Ordinal)
            || n.StartsWith("Cdklabs", StringComparison.Ordinal) || n is "Landfall.Constructs.dll" or "Landfall.Synth.dll");
    }

    [Fact]
    public async Task Landfall_InstalledInAnEmptyFolder_InitialisesValidatesAndSynthesises()
    {
        var folder = tool.NewFolder("hello");

        (await tool.LandfallAsync("init", folder, "--app", "hello", "--type", "web", "--kind", "node")).Succeeded();
        (await tool.LandfallAsync("validate", folder)).Succeeded();
        var first = (await tool.LandfallAsync("synth", folder)).Succeeded();
        var second = (await tool.LandfallAsync("synth", folder)).Succeeded();

        Assert.Contains("Obtaining the synth host", first.Error);
        Assert.NotEmpty(Directory.GetFiles(first.Output.Trim(), "*.template.json"));
        Assert.Contains("Nothing has changed", second.Error);
    }

    [Fact]
    public async Task Synth_OfAHostMadeAsThePageSays_BuildsItOnceAndRunsIt()
    {
        var folder = tool.NewFolder("extended");
        var cancellation = TestContext.Current.CancellationToken;
        (await tool.LandfallAsync("init", folder, "--app", "extended", "--type", "web", "--kind", "node")).Succeeded();
        var infra = Directory.CreateDirectory(Path.Combine(folder, "infra")).FullName;
        await File.AppendAllTextAsync(Path.Combine(folder, "landfall.yaml"), "\nextend: ./infra\n", cancellation);
        foreach (var (name, text) in ExtendPage.Files())
            await File.WriteAllTextAsync(Path.Combine(folder, name), text.Replace("Version=\"0.1.0\"", $"Version=\"{InstalledTool.Version}\"", StringComparison.Ordinal), cancellation);

        var first = (await tool.LandfallAsync("synth", folder)).Succeeded();
        var second = (await tool.LandfallAsync("synth", folder)).Succeeded();
        await File.AppendAllTextAsync(Path.Combine(infra, "Program.cs"), "internal sealed class Broken : Missing;\n", cancellation);
        var broken = await tool.LandfallAsync("synth", folder);

        Assert.Contains("Building infra/Infra.csproj", first.Error);
        Assert.Contains("cost-centre", await File.ReadAllTextAsync(Path.Combine(first.Output.Trim(), "extended-dev-network.template.json"), cancellation));
        Assert.DoesNotContain("Building", second.Error);
        Assert.Contains("Nothing has changed", second.Error);
        Assert.Equal(1, broken.ExitCode);
        Assert.Matches(@"does not build:\n  infra/Program\.cs:\d+:32 CS0246 The type or namespace name 'Missing' [^\n]*\n$", broken.Error);
    }
}
